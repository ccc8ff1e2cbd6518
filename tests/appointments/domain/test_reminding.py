import datetime

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.domain.lifecycle import advance
from appointments.domain.reminding import remind
from appointments.enums import AppointmentStatus, Change
from appointments.models import Reminder
from portal.cases.models import system_actor
from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from tests.factories.accounts import UserFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import agreeing
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db
DAYS, HOURS = datetime.timedelta(days=3), datetime.timedelta(hours=3)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def appointment():
    return AppointmentFactory(person__user=agreeing(UserFactory()))


def made():
    return [(row.kind, row.sequence) for row in Reminder.objects.order_by("at")]


def test_reminder_comes_three_days_and_three_hours_ahead(appointment):
    assert remind(MONDAY_NINE - DAYS - MINUTE) == 0
    assert remind(MONDAY_NINE - DAYS) == 1
    assert remind(MONDAY_NINE - HOURS - MINUTE) == 0
    assert remind(MONDAY_NINE - HOURS) == 1

    assert made() == [("days", 0), ("hours", 0)]
    assert sorted(Dispatch.objects.values_list("template", flat=True)) == ["appointment_days", "appointment_today"]


def test_reminder_is_made_once(appointment):
    assert [remind(MONDAY_NINE - DAYS), remind(MONDAY_NINE - DAYS + MINUTE)] == [1, 0]


def test_reminder_is_worth_nothing_once_it_has_begun(appointment):
    remind(MONDAY_NINE - HOURS)

    assert Dispatch.objects.get().not_after == MONDAY_NINE
    assert remind(MONDAY_NINE) == 0


def test_reminder_of_confidential_one_is_never_made():
    AppointmentFactory(person__user=agreeing(UserFactory()), is_confidential=True)

    assert remind(MONDAY_NINE - HOURS) == 0


def test_reminder_is_left_out_for_what_was_agreed_within_its_time():
    AppointmentFactory(person__user=agreeing(UserFactory()), updated_at=MONDAY_NINE - datetime.timedelta(hours=2))

    assert remind(MONDAY_NINE - datetime.timedelta(hours=1)) == 0


@pytest.mark.parametrize("status", [AppointmentStatus.CANCELLED, AppointmentStatus.RELEASED])
def test_reminder_is_for_agreed_ones_only(status):
    AppointmentFactory(person__user=agreeing(UserFactory()), status=status)

    assert remind(MONDAY_NINE - HOURS) == 0


def test_reminder_comes_again_for_the_new_time(appointment):
    remind(MONDAY_NINE - DAYS)
    later = MONDAY_NINE + datetime.timedelta(days=7)
    period = DateTimeTZRange(later, later + datetime.timedelta(minutes=30))
    actor = system_actor("test")
    with time_machine.travel(MONDAY_NINE - DAYS, tick=False):
        advance(appointment, AppointmentStatus.BOOKED, change=Change.MOVED, actor=actor, period=period, occupied=period)

    assert remind(later - DAYS) == 1
    assert made() == [("days", 0), ("days", 1)]


def test_reminder_goes_to_who_represents_the_person_too():
    person = PersonFactory(user=agreeing(UserFactory()))
    guardian = RepresentationFactory(person=person, user=agreeing(UserFactory()))
    AppointmentFactory(person=person)

    with time_machine.travel(MONDAY_NINE - HOURS, tick=False):
        remind(MONDAY_NINE - HOURS)

    assert set(Dispatch.objects.values_list("user", "template")) == {
        (person.user_id, "appointment_today"),
        (guardian.user_id, "appointment_for_another"),
    }


def test_reminder_waits_in_the_outbox_like_every_notice(appointment):
    remind(MONDAY_NINE - HOURS)

    assert Dispatch.objects.get().status == DispatchStatus.PENDING
