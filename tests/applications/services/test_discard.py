import pytest

from applications.errors import NotAllowed
from applications.models import Draft
from applications.services.discard import discard_drafts
from applications.services.submit import submit_draft
from portal.audit.models import AuditEvent
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor

pytestmark = pytest.mark.django_db


def test_discarded_draft_has_no_answers_any_more():
    draft = DraftFactory()

    assert discard_drafts(actor=claimant_actor(draft.case), case_ids=[draft.case_id]) == 1

    left = Draft.objects.get()
    assert (left.answers, left.is_open) == ({}, False)
    assert AuditEvent.objects.latest("id").event == "draft.discarded"


def test_sent_draft_is_none_of_them():
    draft = DraftFactory()
    actor = claimant_actor(draft.case)
    submit_draft(actor=actor, draft=draft)

    assert discard_drafts(actor=actor, case_ids=[draft.case_id]) == 0


def test_foreign_drafts_are_refused():
    draft, stranger = DraftFactory(), StandingFactory()

    with pytest.raises(NotAllowed):
        discard_drafts(actor=claimant_actor(stranger.case), case_ids=[draft.case_id])

    assert Draft.objects.get().is_open
