import datetime
from zoneinfo import ZoneInfo

import pytest

from mailbox.domain.decision_clock import clock_of
from mailbox.enums import Delivery, Instruction
from mailbox.models import Decision
from portal.accounts.models import LocalHoliday
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory

pytestmark = pytest.mark.django_db
SENT = datetime.datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def decision():
    author = StaffMembershipFactory(jobcenter=JobcenterFactory(land="BY"))
    return Decision(created_by=author, delivery=Delivery.PORTAL, notified_at=SENT, land="BY")


def test_clock_counts_from_the_notice(decision):
    clock = clock_of(decision)

    assert (clock.notified_on, clock.objection_until) == (datetime.date(2026, 11, 24), datetime.date(2026, 12, 24))


def test_local_holiday_known_at_the_release_moves_the_end(decision):
    decision.local_holidays = [datetime.date(2026, 12, 24)]

    assert clock_of(decision).objection_until == datetime.date(2026, 12, 28)


def test_holiday_that_the_office_enters_later_moves_nothing(decision):
    LocalHoliday.objects.create(
        jobcenter=decision.created_by.jobcenter, day=datetime.date(2026, 12, 24), name="Stadtfest"
    )

    assert clock_of(decision).objection_until == datetime.date(2026, 12, 24)


@pytest.mark.parametrize(
    ("change", "until"),
    [
        ({"instruction": Instruction.MISSING}, datetime.date(2027, 11, 24)),
        ({"is_abroad": True}, datetime.date(2027, 2, 24)),
        ({"instruction": Instruction.NONE}, None),
    ],
)
def test_instruction_and_place_of_the_person_count(decision, change, until):
    for name, value in change.items():
        setattr(decision, name, value)

    assert clock_of(decision).objection_until == until


def test_unknown_land_gives_the_earliest_day(decision):
    decision.land = ""

    assert clock_of(decision).is_earliest_of_lands


@pytest.mark.parametrize("change", [{"notified_at": None}, {"delivery": Delivery.POST}])
def test_without_a_notice_there_is_no_clock(decision, change):
    for name, value in change.items():
        setattr(decision, name, value)

    assert clock_of(decision) is None
