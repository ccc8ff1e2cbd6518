import datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.domain.lifecycle import advance, may_step
from appointments.enums import AppointmentStatus, Change
from appointments.errors import NoSuchStep
from portal.cases.selectors import actor_for_user
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory()


@pytest.fixture
def actor(standing):
    return actor_for_user(standing.user, purpose="test")


def test_advance_cancels_raises_sequence_and_writes_history(standing, actor):
    appointment = AppointmentFactory(person=standing.person)

    step = advance(
        appointment, AppointmentStatus.CANCELLED, change=Change.CANCELLED, actor=actor, reason="Ich bin krank."
    )

    appointment.refresh_from_db()
    assert (appointment.status, appointment.sequence) == (AppointmentStatus.CANCELLED, 1)
    assert (step.from_status, step.reason, step.actor_role) == (AppointmentStatus.BOOKED, "Ich bin krank.", "claimant")


def test_advance_keeps_former_time_of_what_was_moved(standing, actor):
    appointment = AppointmentFactory(person=standing.person)
    former = appointment.period
    later = DateTimeTZRange(MONDAY_NINE + datetime.timedelta(hours=1), MONDAY_NINE + datetime.timedelta(minutes=90))

    step = advance(
        appointment, AppointmentStatus.BOOKED, change=Change.MOVED, actor=actor, period=later, occupied=later
    )

    appointment.refresh_from_db()
    assert (step.period, appointment.period) == (former, later)


def test_advance_refuses_what_has_changed_meanwhile(standing, actor):
    appointment = AppointmentFactory(person=standing.person)
    stale = type(appointment).objects.get(pk=appointment.pk)
    advance(appointment, AppointmentStatus.CANCELLED, change=Change.CANCELLED, actor=actor)

    with pytest.raises(NoSuchStep):
        advance(stale, AppointmentStatus.CANCELLED, change=Change.CANCELLED, actor=actor)


def test_advance_leaves_calendar_alone_when_reason_is_named(standing, actor):
    appointment = AppointmentFactory(person=standing.person, status=AppointmentStatus.MISSED)

    advance(appointment, AppointmentStatus.MISSED, change=Change.REASON, actor=actor, ended_reason="Der Bus fiel aus.")

    assert appointment.sequence == 0


@pytest.mark.parametrize("to", [AppointmentStatus.ATTENDED, AppointmentStatus.EXCUSED, AppointmentStatus.MISSED])
def test_outcome_is_never_entered_by_the_person(actor, to):
    assert not may_step(AppointmentFactory.build(person=None, case=None, service=None, membership=None), to, actor)
