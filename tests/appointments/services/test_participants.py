import datetime

import pytest

from appointments.domain.links import open_participant_link, participant_link
from appointments.enums import Coming, ParticipantKind
from appointments.errors import LinkNotValid, TooLate, TooManyParticipants
from appointments.services import add_participant, answer_participation, cancel_appointment, remove_participant
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from tests.factories.appointments import MONDAY_NINE
from tests.factories.cases import claimant_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def invite(booked, actor):
    def invited(name="Ayşe Demir", kind=ParticipantKind.INTERPRETER):
        return add_participant(actor=actor, appointment=booked, kind=kind, name=name)

    return invited


def test_participant_is_invited_once_under_one_name(invite):
    assert invite() == invite()
    assert invite(kind=ParticipantKind.COMPANION) != invite()


def test_participant_of_unknown_kind_is_a_companion(invite):
    assert invite(kind="magician").kind == ParticipantKind.COMPANION


def test_participants_are_five_at_most(invite):
    for number in range(5):
        invite(f"Begleitung {number}")

    with pytest.raises(TooManyParticipants):
        invite("noch jemand")


def test_participant_of_another_household_is_refused(booked, neighbour):
    with pytest.raises(NotPermitted):
        add_participant(actor=claimant_actor(neighbour.case), appointment=booked, kind="companion", name="Ayşe")


def test_participant_answers_and_may_change_their_mind(invite):
    participant = invite()

    answer_participation(participant=participant, coming=True)
    assert answer_participation(participant=participant, coming=False).coming == Coming.NO
    assert AuditEvent.objects.filter(event="appointment.participant_answered").count() == 2


def test_participant_taken_back_has_no_way_in(actor, invite):
    participant = invite()
    token = participant_link(participant)
    remove_participant(actor=actor, participant=participant)
    remove_participant(actor=actor, participant=participant)

    with pytest.raises(LinkNotValid):
        open_participant_link(token)
    with pytest.raises(LinkNotValid):
        answer_participation(participant=participant, coming=True)


@pytest.mark.parametrize("why", ["begun", "cancelled"])
def test_participant_answers_too_late(booked, actor, invite, time_machine, why):
    participant = invite()
    if why == "begun":
        time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=1))
    else:
        cancel_appointment(actor=actor, appointment=booked, token="t")

    with pytest.raises(TooLate):
        answer_participation(participant=participant, coming=True)
