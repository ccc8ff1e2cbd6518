import datetime

import pytest

from appointments.domain.links import link_for, open_link, open_participant_link, participant_link
from appointments.enums import AppointmentStatus
from appointments.errors import LinkNotValid
from appointments.models import Participant
from appointments.permissions import may_arrange, may_change
from appointments.selectors import appointments_visible_to, offers_visible_to, wishes_visible_to
from portal.audit.models import AuditEvent
from portal.cases.enums import Scope
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, WishFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
BEFORE = MONDAY_NINE - datetime.timedelta(days=3)


@pytest.fixture(autouse=True)
def three_days_before(time_machine):
    time_machine.move_to(BEFORE)


@pytest.fixture
def appointment():
    return AppointmentFactory(person=StandingFactory().person)


def test_link_opens_its_appointment_and_nothing_else_of_the_case(appointment):
    AppointmentFactory(person=appointment.person, starts=MONDAY_NINE + datetime.timedelta(days=1))
    WishFactory(person=appointment.person)

    actor, opened = open_link(link_for(appointment))

    assert opened == appointment
    assert actor.scopes == {appointment.case_id: frozenset({Scope.APPOINTMENTS, Scope.UPLOAD})}
    assert list(appointments_visible_to(actor)) == [appointment]
    assert (list(wishes_visible_to(actor)), list(offers_visible_to(actor))) == ([], [])
    assert (may_change(actor, appointment), may_arrange(actor, appointment.case, appointment.person)) == (True, False)


def test_link_opened_is_audited(appointment):
    open_link(link_for(appointment))

    event = AuditEvent.objects.get(event="appointment.link_opened")
    assert (event.case_id, event.subject_id) == (appointment.case_id, str(appointment.pk))


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: "x" + token, lambda _token: "", str.upper])
def test_link_tampered_with_opens_nothing(appointment, spoil):
    with pytest.raises(LinkNotValid):
        open_link(spoil(link_for(appointment)))


def test_link_from_before_a_change_opens_nothing(appointment):
    former = link_for(appointment)
    appointment.link_version += 1
    appointment.save()

    with pytest.raises(LinkNotValid):
        open_link(former)


def test_link_of_one_kind_opens_nothing_of_the_other(appointment):
    companion = Participant.objects.create(appointment=appointment, name="Ayşe")

    with pytest.raises(LinkNotValid):
        open_link(participant_link(companion))
    with pytest.raises(LinkNotValid):
        open_participant_link(link_for(appointment))


@pytest.mark.parametrize(("days", "opens"), [(0.9, True), (1.1, False)])
def test_link_ends_a_day_after_the_appointment(appointment, time_machine, days, opens):
    time_machine.move_to(appointment.period.upper + datetime.timedelta(days=days))

    if opens:
        assert open_link(link_for(appointment))[1] == appointment
    else:
        with pytest.raises(LinkNotValid):
            open_link(link_for(appointment))


def test_link_of_released_time_opens_nothing(appointment):
    appointment.status = AppointmentStatus.RELEASED
    appointment.save()

    with pytest.raises(LinkNotValid):
        open_link(link_for(appointment))


def test_participant_link_ends_when_they_are_uninvited(appointment):
    companion = Participant.objects.create(appointment=appointment, name="Ayşe")
    token = participant_link(companion)
    assert open_participant_link(token) == companion

    companion.removed_at = BEFORE
    companion.save()

    with pytest.raises(LinkNotValid):
        open_participant_link(token)
