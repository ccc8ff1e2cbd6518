import datetime

import pytest

from applications.models import Application
from applications.selectors.copies import cases_with_copies_ending
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

ENDED = datetime.datetime(2026, 12, 1, 23, 30, tzinfo=datetime.UTC)  # 2 December in Germany
FIRST = datetime.date(2036, 10, 7)  # eight weeks before 2 December 2036


@pytest.mark.parametrize(
    ("today", "told_at", "is_found"),
    [
        (FIRST, None, True),
        (FIRST - datetime.timedelta(days=1), None, False),
        (FIRST, ENDED + datetime.timedelta(days=1), False),
        (FIRST, ENDED - datetime.timedelta(days=1), True),
    ],
    ids=["eight weeks", "too early", "told since it ended", "told before it was opened again"],
)
def test_case_that_ends_soon_and_was_not_told_of(today, told_at, is_found, django_assert_num_queries):
    application = ApplicationFactory()
    Case.objects.filter(pk=application.case_id).update(status=CaseStatus.CLOSED, closed_at=ENDED)
    Application.objects.filter(pk=application.pk).update(copy_told_at=told_at)

    with django_assert_num_queries(1):
        assert cases_with_copies_ending(today) == ([application.case_id] if is_found else [])
