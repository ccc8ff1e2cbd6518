import datetime
from uuid import uuid4

import pytest

from appointments.enums import AppointmentStatus, Change
from appointments.errors import NoSuchStep, TooLate
from appointments.services import cancel_appointment, name_reason
from mailbox.models import Message
from portal.cases.errors import NotPermitted
from portal.submissions.models import Submission
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.cases import staff_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def cancel(appointment, actor, **said):
    return cancel_appointment(actor=actor, appointment=appointment, **{"token": uuid4(), **said})


def test_cancel_needs_no_reason_and_frees_the_time(booked, actor, hold, neighbour):
    cancelled = cancel(booked, actor)

    assert (cancelled.status, cancelled.ended_reason) == (AppointmentStatus.CANCELLED, "")
    assert hold(standing=neighbour).period.lower == MONDAY_NINE


def test_cancel_hands_in_reason_and_proof(booked, actor, standing):
    document = DocumentFactory(case=standing.case)

    cancelled = cancel(booked, actor, reason="Ich bin krank.", document_ids=[document.pk])

    submission = cancelled.steps.last().submission
    assert (cancelled.ended_reason, list(cancelled.proofs.all())) == ("Ich bin krank.", [document])
    assert (submission.title, submission.files.get().document) == ("Termin abgesagt", document)


def test_cancel_with_paper_of_somebody_else_is_refused(booked, actor, neighbour):
    with pytest.raises(NotPermitted):
        cancel(booked, actor, document_ids=[DocumentFactory(case=neighbour.case).pk])


def test_cancel_twice_with_one_token_is_one(booked, actor):
    token = uuid4()
    cancel(booked, actor, token=token)
    cancel(booked, actor, token=token)

    assert Submission.objects.count() == 2  # the booking and this


def test_cancel_of_what_has_begun_is_too_late(booked, actor, time_machine):
    time_machine.move_to(MONDAY_NINE)

    with pytest.raises(TooLate):
        cancel(booked, actor)


def test_cancel_by_office_is_told(booked, colleague):
    cancel(booked, staff_actor(colleague), reason="Wir haben an diesem Tag geschlossen.")

    assert Message.objects.get().body == (
        "Wir müssen diesen Termin leider absagen: Montag, 7.\u00a0Dezember 2026, 9:00 bis 9:30\u00a0Uhr. "
        "Sie müssen nichts tun. Wenn Sie weiter einen Termin möchten, suchen Sie sich unter „Termine“ eine neue Zeit aus."
        "\n\nWir haben an diesem Tag geschlossen."
    )


def test_reason_is_kept_for_missed_one_which_stays_missed(standing, actor, time_machine):
    missed = AppointmentFactory(person=standing.person, status=AppointmentStatus.MISSED)
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(days=1))

    named = name_reason(actor=actor, appointment=missed, reason="Der Bus fiel aus.", token=uuid4())

    assert (named.status, named.ended_reason) == (AppointmentStatus.MISSED, "Der Bus fiel aus.")
    assert named.steps.last().change == Change.REASON


def test_reason_can_be_named_before_staff_have_entered_anything(booked, actor, time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=5))

    assert (
        name_reason(actor=actor, appointment=booked, reason="Stau.", token=uuid4()).status == AppointmentStatus.BOOKED
    )


def test_reason_before_the_appointment_is_no_step(booked, actor):
    with pytest.raises(NoSuchStep):
        name_reason(actor=actor, appointment=booked, reason="Stau.", token=uuid4())
