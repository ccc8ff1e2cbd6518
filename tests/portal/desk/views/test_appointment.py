import datetime

import pytest
from django.urls import reverse

from appointments.models import AgreedStep
from mailbox.models import Note
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, SummonsFactory
from tests.factories.cases import PersonFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def after_it(time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(hours=1))


@pytest.fixture
def talk(worker):
    return AppointmentFactory(person=PersonFactory(case__jobcenter=worker.jobcenter), membership=worker)


def url(name, talk, *more):
    return reverse(f"desk:{name}", args=[talk.pk, *more])


def test_page_shows_it_and_notes_the_look(desk_of, worker, talk):
    talk.topic = "Meine Miete steigt."
    talk.save()

    page = desk_of(worker).get(url("appointment", talk)).content.decode()

    assert "Meine Miete steigt." in page
    assert "Ergebnis eintragen" in page
    assert AuditEvent.objects.filter(event="seen.appointments", case_id=talk.case_id).count() == 1


def test_colleague_is_asked_for_a_reason_and_others_find_nothing(desk_of, talk, worker):
    colleague = StaffMembershipFactory(jobcenter=worker.jobcenter)
    application = ApplicationFactory(case=talk.case)
    application.assigned_to = worker
    application.save()

    assert "grund" in desk_of(colleague).get(url("appointment", talk)).url
    assert desk_of(StaffMembershipFactory()).get(url("appointment", talk)).status_code == 404


def test_steps_are_agreed_ticked_and_removed(desk_of, worker, talk):
    desk = desk_of(worker)
    desk.post(url("agree_step", talk), {"text": "Lebenslauf schicken", "who": "person", "due": "2026-12-18"})
    step = AgreedStep.objects.get()
    assert (step.text, step.is_for_person, step.due) == ("Lebenslauf schicken", True, datetime.date(2026, 12, 18))

    desk.post(url("change_step", talk, step.pk), {"to": "done"})
    assert AgreedStep.objects.get().done_at is not None
    assert desk.post(url("change_step", talk, step.pk), {"to": "anything"}).status_code == 404
    desk.post(url("change_step", talk, step.pk), {"to": "remove"})
    assert not AgreedStep.objects.exists()


def test_unsafe_link_is_said_at_its_field(desk_of, worker, talk):
    page = desk_of(worker).post(
        url("agree_step", talk), {"text": "Kurs", "who": "person", "link": "http://kurse.example"}
    )

    assert page.status_code == 422
    assert "Bitte geben Sie die Adresse so ein: https://" in page.content.decode()


def test_note_stays_in_the_office(desk_of, worker, talk):
    desk_of(worker).post(url("appointment_note", talk), {"kind": "placement", "body": "Sucht Teilzeit."})

    assert (Note.objects.get().body, Note.objects.get().case) == ("Sucht Teilzeit.", talk.case)


def test_summons_stands_with_its_proof(desk_of, worker, talk):
    SummonsFactory(appointment=talk, by_post="no_consent")

    page = desk_of(worker).get(url("appointment", talk)).content.decode()

    assert "noch nicht zur Post gegeben" in page
    assert url("summons_letter", talk) in page
