import datetime

import pytest
from django.db import IntegrityError, connection

from portal.cases.enums import CaseStatus
from tests.factories.accounts import TeamFactory
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"status": CaseStatus.OPEN, "opened_at": None}, "case_has_opening_time_once_opened"),
        ({"status": CaseStatus.PROSPECTIVE, "opened_at": NOW}, "case_has_opening_time_once_opened"),
        ({"status": CaseStatus.CLOSED, "closed_at": None}, "case_has_closing_time_while_closed"),
        ({"status": CaseStatus.OPEN, "closed_at": NOW}, "case_has_closing_time_while_closed"),
    ],
)
def test_case_has_the_times_of_its_status(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        CaseFactory(**fields)


def test_case_without_jobcenter_has_no_team():
    with pytest.raises(IntegrityError, match="case_team_needs_jobcenter"):
        CaseFactory(clearing=True, team=TeamFactory())


@pytest.mark.parametrize(
    ("trait", "expected"), [({}, False), ({"clearing": True}, True), ({"prospective": True}, False)]
)
def test_case_is_in_clearing_when_accepted_without_jobcenter(trait, expected):
    assert CaseFactory(**trait).is_in_clearing is expected


def test_household_number_is_not_readable_in_the_database():
    case = CaseFactory(household_number="12345BG0000001")
    with connection.cursor() as cursor:
        cursor.execute("SELECT household_number FROM cases_case WHERE id = %s", [case.pk])
        assert b"12345BG" not in bytes(cursor.fetchone()[0])
    case.refresh_from_db()
    assert case.household_number == "12345BG0000001"
