import datetime

import pytest
from django.utils import timezone

from mailbox.services import attach
from portal.leaving.selectors.leftovers import cases_with_stale_files, empty_cases
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import begin_message

pytestmark = pytest.mark.django_db


@pytest.fixture
def later():
    return timezone.now() + datetime.timedelta(days=1)


def test_files_without_a_draft_are_stale(later):
    stale = DocumentFactory(case=CaseFactory(prospective=True))
    with_draft = DraftFactory()
    DocumentFactory(case=with_draft.case, person=with_draft.person)

    assert cases_with_stale_files(later) == [stale.case_id]
    assert cases_with_stale_files(timezone.now() - datetime.timedelta(days=1)) == []


def test_files_of_a_message_that_was_begun_are_not_stale(later):
    draft = begin_message(CaseFactory())
    attach(actor=claimant_actor(draft.case), draft=draft, document=DocumentFactory(case=draft.case))

    assert cases_with_stale_files(later) == []


def test_empty_cases_are_prospective_without_draft_and_file(later):
    empty = CaseFactory(prospective=True)
    DocumentFactory(case=CaseFactory(prospective=True))
    DraftFactory()
    CaseFactory()

    assert list(empty_cases(later)) == [empty]
