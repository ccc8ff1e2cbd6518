import datetime

import pytest

from appointments.models import Appointment
from appointments.services import reassign
from mailbox.models import Message
from portal.cases.errors import NotPermitted
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory, TeamFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, OpeningRuleFactory
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db
HALF_HOUR = datetime.timedelta(minutes=30)


@pytest.fixture(autouse=True)
def a_week_before(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=7))


@pytest.fixture
def appointment():
    return AppointmentFactory()


def colleague(appointment, **facts):
    return StaffMembershipFactory(jobcenter=appointment.case.jobcenter, **facts)


def give(appointments, to):
    return reassign(actor=staff_actor(appointments[0].membership), appointments=appointments, to=to)


def test_appointment_goes_to_the_colleague_and_the_person_is_told(appointment):
    to = colleague(appointment, display_name="Frau Neu")

    done = give([appointment], to)

    now = Appointment.objects.get()
    assert (done.gone, done.kept, now.membership, now.period) == ([appointment], [], to, appointment.period)
    assert now.sequence == 1
    assert "Frau Neu" in Message.objects.get().body


def test_conflict_is_named_and_stops_no_other(appointment):
    to = colleague(appointment)
    AppointmentFactory(person__case=appointment.case, person__is_applicant=False, person__user=None, membership=to)
    later = AppointmentFactory(
        person=appointment.person, membership=appointment.membership, starts=MONDAY_NINE + HALF_HOUR
    )

    done = give([appointment, later], to)

    assert (done.gone, done.kept) == ([later], [(appointment, "busy")])
    assert Appointment.objects.get(pk=appointment.pk).membership == appointment.membership


def test_who_is_away_or_of_another_team_takes_nothing(appointment):
    away = colleague(appointment)
    AbsenceFactory(membership=away, first_day=datetime.date(2026, 12, 7), last_day=datetime.date(2026, 12, 9))
    assert give([appointment], away).kept == [(appointment, "not_there")]

    appointment.service.teams.add(TeamFactory(jobcenter=appointment.case.jobcenter))
    assert give([appointment], colleague(appointment)).kept == [(appointment, "other_team")]


def test_whoever_has_hours_then_takes_it(appointment):
    assert give([appointment], None).kept == [(appointment, "nobody")]

    rule = OpeningRuleFactory(membership=colleague(appointment))
    give([appointment], None)

    assert Appointment.objects.get().membership == rule.membership


def test_colleagues_of_other_houses_and_who_has_gone_are_no_colleagues(appointment):
    gone = colleague(appointment, valid_to=datetime.date(2026, 11, 1), valid_from=datetime.date(2026, 1, 1))

    for to in (StaffMembershipFactory(), gone):
        with pytest.raises(NotPermitted):
            give([appointment], to)


def offered(appointment, hours=1, **facts):
    """A time of an open offer, with the same colleague some hours later."""
    offer = OfferFactory(person=appointment.person, until=MONDAY_NINE, **facts)
    return AppointmentFactory(
        person=appointment.person,
        membership=appointment.membership,
        offer=offer,
        status="offered",
        held_until=MONDAY_NINE,
        starts=MONDAY_NINE + 2 * hours * HALF_HOUR,
    )


def test_offered_time_goes_over_without_a_word_and_stays_offered(appointment):
    to, time = colleague(appointment), offered(appointment)

    assert give([time], to).gone == [time]

    now = Appointment.objects.get(pk=time.pk)
    assert (now.membership, now.status, now.held_until) == (to, "offered", MONDAY_NINE)
    assert not Message.objects.exists()


def test_offered_time_that_was_answered_or_is_over_stays(appointment, time_machine):
    answered, over = offered(appointment, status="taken"), offered(appointment, 2)
    over.offer.until = MONDAY_NINE - datetime.timedelta(days=8)

    to = colleague(appointment)

    assert give([answered, over], to).kept == [(answered, "changed"), (over, "changed")]


def test_earlier_time_goes_to_nobody_else_where_the_same_person_is_wanted(appointment):
    OpeningRuleFactory(membership=colleague(appointment))
    time = offered(appointment, kind="earlier", replaces=appointment, sent_by=None)
    time.needs = {"needs": ["same_person"], "language": "", "words": ""}
    time.save()

    assert give([time], None).kept == [(time, "same_person")]
