import datetime

import pytest
from django.utils import timezone

from portal.leaving.selectors.leftovers import cases_with_stale_files, empty_cases
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory

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


def test_empty_cases_are_prospective_without_draft_and_file(later):
    empty = CaseFactory(prospective=True)
    DocumentFactory(case=CaseFactory(prospective=True))
    DraftFactory()
    CaseFactory()

    assert list(empty_cases(later)) == [empty]
