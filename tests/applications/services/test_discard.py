import pytest

from applications.errors import DraftClosed, NotAllowed
from applications.models import Application, Draft, Withdrawal
from applications.services.discard import discard_draft, discard_drafts, erase_applications
from applications.services.submit import submit_draft
from portal.audit.models import AuditEvent
from portal.cases.models import system_actor
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.triage import ApplicationFactory, WithdrawalFactory

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


def test_one_draft_is_thrown_away_and_another_one_stays():
    draft = DraftFactory()
    other = DraftFactory(case=draft.case, person=draft.person, form_key="renewal")

    discard_draft(actor=claimant_actor(draft.case), draft=draft)

    left = Draft.objects.get(pk=draft.pk)
    assert (left.answers, left.is_open) == ({}, False)
    assert Draft.objects.get(pk=other.pk).is_open
    assert AuditEvent.objects.latest("id").event == "draft.discarded"


def test_sent_draft_is_not_thrown_away():
    draft = DraftFactory()
    actor = claimant_actor(draft.case)
    submit_draft(actor=actor, draft=Draft.objects.get(pk=draft.pk))

    with pytest.raises(DraftClosed):
        discard_draft(actor=actor, draft=draft)


def test_helper_throws_nothing_away():
    draft = DraftFactory()
    helping = StandingFactory(person=draft.person, helper=True, scopes=["fill_in", "send"])

    with pytest.raises(NotAllowed):
        discard_draft(actor=helper_actor(helping), draft=draft)

    assert Draft.objects.get().is_open


def test_applications_are_erased_with_all_work_on_them():
    draft = DraftFactory()
    actor = claimant_actor(draft.case)
    first = submit_draft(actor=actor, draft=draft).application
    Application.objects.filter(pk=ApplicationFactory(case=draft.case).pk).update(follows=first)
    WithdrawalFactory(application=first, submission__case=draft.case)
    other = ApplicationFactory()

    assert erase_applications(actor=system_actor("test"), case=draft.case) == 2

    assert list(Application.objects.all()) == [other]
    assert not Draft.objects.exists()
    assert not Withdrawal.objects.exists()
    assert AuditEvent.objects.filter(event="application.erased", case_id=draft.case_id).count() == 2


def test_nobody_but_the_system_erases_applications():
    application = ApplicationFactory()

    with pytest.raises(NotAllowed):
        erase_applications(actor=claimant_actor(application.case), case=application.case)
