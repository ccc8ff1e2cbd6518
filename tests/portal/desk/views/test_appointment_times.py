import datetime
import uuid

import pytest
from django.urls import reverse

from appointments.models import Appointment
from mailbox.models import Message
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import PersonFactory
from tests.factories.mailbox import MessageFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def three_days_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 72 * HOUR)


@pytest.fixture
def service(worker):
    OpeningRuleFactory(membership=worker)
    return ServiceFactory(jobcenter=worker.jobcenter)


@pytest.fixture
def person(worker):
    found = PersonFactory(case__jobcenter=worker.jobcenter)
    MessageFactory(thread__person=found, author=worker)
    return found


def chosen(person, service, starts=MONDAY_NINE, **fields):
    asked = {"person": person.pk, "service": service.pk, "channel": "phone", "first_day": "2026-12-07"}
    return {**asked, "slot": starts.isoformat(), "token": str(uuid.uuid4()), **fields}


def test_free_times_are_listed_and_one_is_booked_with_what_is_needed(desk_of, worker, person, service):
    desk, page = desk_of(worker), reverse("desk:book_appointment", args=[person.case_id])
    asked = desk.get(page, {"person": person.pk, "service": service.pk, "channel": "phone", "first_day": "2026-12-07"})
    assert MONDAY_NINE.isoformat() in asked.content.decode()

    desk.post(
        page,
        chosen(person, service, topic="Miete", phone="030 23125 5", needs=["interpreter"], needs_language="ar"),
    )

    booked = Appointment.objects.get()
    assert (booked.period.lower, booked.channel, booked.origin, booked.topic) == (
        MONDAY_NINE,
        "phone",
        "office",
        "Miete",
    )
    assert booked.needs["needs"] == ["interpreter"]
    assert "Wir haben einen Termin mit Ihnen vereinbart" in Message.objects.latest("created_at").body


def test_time_that_went_to_somebody_else_is_said_with_the_next_ones(desk_of, worker, person, service):
    AppointmentFactory(person__case__jobcenter=worker.jobcenter, membership=worker)

    page = desk_of(worker).post(reverse("desk:book_appointment", args=[person.case_id]), chosen(person, service))

    assert page.status_code == 422
    assert "gerade vergeben" in page.content.decode() or "vergeben, vorbei" in page.content.decode()
    assert (MONDAY_NINE + HOUR).isoformat() in page.content.decode()


def test_tampered_time_is_none(desk_of, worker, person, service):
    for slot in ("gestern", "2026-12-07T09:00:00", ""):
        sent = {**chosen(person, service), "slot": slot}
        assert desk_of(worker).post(reverse("desk:book_appointment", args=[person.case_id]), sent).status_code == 422
    assert not Appointment.objects.exists()


def test_appointment_is_moved_and_called_off_with_a_reason_the_person_reads(desk_of, worker, person, service):
    talk = AppointmentFactory(person=person, membership=worker, service=service)
    desk = desk_of(worker)

    desk.post(
        reverse("desk:move_appointment", args=[talk.pk]),
        chosen(person, service, MONDAY_NINE + HOUR, channel="in_person", reason="Ich bin krank."),
    )
    assert Appointment.objects.get().period.lower == MONDAY_NINE + HOUR

    cancel = reverse("desk:cancel_appointment", args=[talk.pk])
    assert desk.post(cancel, {"reason": ""}).status_code == 422
    desk.post(cancel, {"reason": "Das Haus ist geschlossen.", "token": str(uuid.uuid4())})
    assert Appointment.objects.get().status == "cancelled"
    assert "Das Haus ist geschlossen." in Message.objects.latest("created_at").body
