import re

import pytest
from django.urls import reverse

from appointments.domain.links import participant_link
from appointments.enums import AppointmentStatus
from appointments.models import Participant
from tests.factories.appointments import AppointmentFactory, RoomFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def appointment(standing, service, colleague, office):
    return AppointmentFactory(
        person=standing.person,
        service=service,
        membership=colleague,
        office=office,
        room=RoomFactory(office=office, name="Raum 12"),
        topic="Miete ist gestiegen",
    )


@pytest.fixture
def participant(appointment):
    return Participant.objects.create(appointment=appointment, name="Frau Haddad", kind="interpreter")


def text(response):
    return response.content.decode().replace("\xa0", " ")


def companions(appointment):
    return reverse("appointments:companions", args=[appointment.pk])


def link(participant):
    return reverse("appointments:participant", args=[participant_link(participant)])


def test_inviting_shows_a_link_to_copy_mail_and_scan(claimant, appointment, settings):
    claimant.post(companions(appointment), {"name": "Frau Haddad", "kind": "interpreter"})

    shown = text(claimant.get(companions(appointment)))

    address = settings.PORTAL.base_url + link(Participant.objects.get())
    assert f'value="{address}"' in shown
    assert 'src="data:image/svg+xml' in shown
    mail = re.search(r'href="(mailto:[^"]+)"', shown)[1]
    assert "Dezember" in mail
    assert "Miete" not in mail
    assert appointment.service.name not in mail


def test_inviting_nobody_asks_for_a_name(claimant, appointment):
    answer = claimant.post(companions(appointment), {"name": "", "kind": "companion"})

    assert answer.status_code == 422
    assert "Bitte füllen Sie „Wer kommt mit?“ aus." in text(answer)


def test_invitation_that_was_taken_back_opens_nothing(client, claimant, appointment, participant):
    address = link(participant)

    claimant.post(companions(appointment), {"remove": str(participant.pk)})

    assert client.get(address).status_code == 410
    assert "Frau Haddad" not in text(claimant.get(companions(appointment)))


def test_companion_sees_time_and_place_and_nothing_of_the_matter(client, appointment, participant, office):
    shown = text(client.get(link(participant)))

    for word in ("Frau Haddad", "Montag, 7. Dezember 2026", "9:00 bis 9:30 Uhr", office.street, "Raum 12"):
        assert word in shown
    hidden = ("Miete ist gestiegen", appointment.service.name, appointment.person.name, "Frau Ahrens", "Team Nord")
    assert [word for word in hidden if word in shown] == []


def test_answer_of_the_companion_stands_on_the_page_of_the_person(client, claimant, appointment, participant):
    shown = text(client.post(link(participant), {"coming": "yes"}, follow=True))

    participant.refresh_from_db()
    assert participant.coming == "yes"
    assert "Sie kommen" in shown
    assert "kommt</span>" in text(claimant.get(reverse("appointments:appointment", args=[appointment.pk])))


def test_companion_of_a_cancelled_appointment_is_told_so(client, appointment, participant):
    address = link(participant)
    appointment.status = AppointmentStatus.CANCELLED
    appointment.save()

    shown = text(client.get(address))

    assert "Der Termin ist abgesagt" in shown
    assert 'name="coming"' not in shown


def test_link_of_nobody_is_answered_kindly(client, office):
    answer = client.get(reverse("appointments:participant", args=["quatsch"]))

    assert answer.status_code == 410
    assert "Dieser Link gilt nicht mehr" in text(answer)
