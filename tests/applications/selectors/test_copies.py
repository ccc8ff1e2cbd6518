import datetime

import pytest

from applications.domain.draft_answers import clear_answers
from applications.models import Application
from applications.selectors.copies import cases_to_erase, cases_with_copies_ending
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

ENDED = datetime.datetime(2026, 12, 1, 23, 30, tzinfo=datetime.UTC)  # 2 December in Germany
ENDED_ON_THE_FIRST = datetime.datetime(2026, 12, 1, 12, 0, tzinfo=datetime.UTC)
NOW = datetime.datetime(2036, 12, 2, 12, 0, tzinfo=datetime.UTC)  # the day after the last
TOLD = {"copy_told_at": NOW - datetime.timedelta(weeks=9), "copy_told_until": datetime.date(2036, 12, 1)}
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


def ended(*, case=None, closed_at=ENDED_ON_THE_FIRST, **told):
    application = ApplicationFactory(**({"case": case} if case else {}))
    Case.objects.filter(pk=application.case_id).update(status=CaseStatus.CLOSED, closed_at=closed_at)
    Application.objects.filter(pk=application.pk).update(**told)
    return application.case


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        (TOLD, True),
        ({}, False),
        ({**TOLD, "copy_told_at": NOW - datetime.timedelta(weeks=7)}, False),
        ({**TOLD, "copy_told_until": NOW.date()}, False),
        ({**TOLD, "closed_at": ENDED_ON_THE_FIRST + datetime.timedelta(days=1)}, False),
        ({**TOLD, "copy_told_at": ENDED_ON_THE_FIRST - datetime.timedelta(days=1)}, False),
    ],
    ids=[
        "told in time",
        "not told",
        "told too late",
        "last day is today",
        "ended a day later",
        "told of an earlier end",
    ],
)
def test_only_what_was_told_of_in_time_is_erased(fields, is_found):
    case = ended(**fields)

    assert cases_to_erase(NOW) == ([case] if is_found else [])


def test_every_application_of_the_case_has_to_be_told_of(django_assert_num_queries):
    case = ended(**TOLD)
    ended(case=case)

    with django_assert_num_queries(1):
        assert cases_to_erase(NOW) == []


def test_case_in_which_somebody_is_writing_stays():
    case = ended(**TOLD)
    draft = DraftFactory(standing=case.standings.get())

    assert cases_to_erase(NOW) == []

    clear_answers(draft=draft, at=NOW)
    assert cases_to_erase(NOW) == [case]


def test_case_without_an_application_stays():
    case = CaseFactory()
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.CLOSED, closed_at=ENDED_ON_THE_FIRST)

    assert cases_to_erase(NOW) == []
