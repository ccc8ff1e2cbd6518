import datetime

import pytest
from django.urls import reverse

from appointments.domain.lifecycle import advance
from appointments.domain.links import link_for
from appointments.enums import AppointmentStatus, Change, Channel
from appointments.models import AgreedStep, AppointmentSettings, Participant
from portal.audit.models import AuditEvent
from portal.cases.selectors import actor_for_staff
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, RoomFactory, SummonsFactory, moved_to
from tests.factories.cases import StandingFactory

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
        needs={"needs": ["quiet_room"], "language": "", "words": "Bitte leise"},
    )


@pytest.fixture
def summoned(appointment):
    return SummonsFactory(appointment=appointment)


def address(appointment):
    return reverse("appointments:appointment", args=[appointment.pk])


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode().replace("\xa0", " ")


def test_page_of_the_day_says_when_where_with_whom_and_what_to_bring(claimant, appointment, office):
    shown = page(claimant, address(appointment))

    for word in (
        "Montag, 7. Dezember 2026",
        "9:00 bis 9:30 Uhr",
        "in 10 Tagen",
        office.street,
        "Raum 12",
        "zweite Tür links",
        "Ohne Stufen erreichbar",
        "Frau Ahrens",
        "Team Nord",
        "01234 5670",
        "Den letzten Bescheid",
        "§ 309 Abs. 3 SGB III",
        "§ 309 Abs. 4 SGB III",
        "Miete ist gestiegen",
        "ruhiger Raum",
        "Bitte leise",
    ):
        assert word in shown
    for name in ("move", "cancel", "channel", "needs", "companions"):
        assert reverse(f"appointments:{name}", args=[appointment.pk]) in shown


def test_title_names_no_matter(claimant, appointment):
    title = page(claimant, address(appointment)).split("<title>")[1].split("</title>")[0]

    assert title.startswith("Termin – ")


def test_page_of_a_call_has_no_way_to_go_and_asks_for_a_number_that_is_missing(claimant, appointment):
    appointment.channel = Channel.PHONE
    appointment.save()

    shown = page(claimant, address(appointment))

    assert "Sie müssen nirgendwo hinkommen" in shown
    assert "Uns fehlt noch Ihre Telefonnummer." in shown
    assert "Fahrkosten" not in shown


def test_words_of_the_house_about_travel_costs_replace_ours(claimant, appointment):
    AppointmentSettings.objects.create(
        jobcenter=appointment.case.jobcenter, travel_costs="Fahrkarten bitte an Zimmer 3."
    )

    shown = page(claimant, address(appointment))

    assert "Fahrkarten bitte an Zimmer 3." in shown
    assert "§ 309 Abs. 4" not in shown


def test_who_comes_along_and_what_was_agreed_stand_on_the_page(claimant, appointment):
    Participant.objects.create(appointment=appointment, name="Frau Haddad", kind="interpreter", coming="yes")
    Participant.objects.create(appointment=appointment, name="Herr Ehemals", removed_at=MONDAY_NINE)
    AgreedStep.objects.create(appointment=appointment, text="Mietvertrag schicken", due=datetime.date(2026, 12, 14))

    shown = page(claimant, address(appointment))

    assert "Frau Haddad" in shown
    assert "Herr Ehemals" not in shown
    assert "Mietvertrag schicken" in shown
    assert "bis Montag, 14. Dezember 2026" in shown


def test_what_was_missed_is_no_reproach_and_asks_what_happened(claimant, appointment, colleague, time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(days=1))
    staff = actor_for_staff(colleague.user, purpose="test")
    advance(
        appointment, AppointmentStatus.MISSED, change=Change.OUTCOME, actor=staff, reason="Kam nicht, schon wieder."
    )
    claimant.force_login(appointment.person.user)  # the former visit is long over

    shown = page(claimant, address(appointment))

    assert "Ein guter Grund zählt." in shown
    assert "Termin hat nicht stattgefunden" in shown
    assert "schon wieder" not in shown
    assert reverse("appointments:reason", args=[appointment.pk]) in shown
    assert reverse("appointments:move", args=[appointment.pk]) not in shown


def test_page_by_link_shows_time_and_place_and_nothing_in_confidence(client, appointment):
    Participant.objects.create(appointment=appointment, name="Frau Haddad")

    shown = page(client, reverse("appointments:link", args=[link_for(appointment)]))

    for word in ("Montag, 7. Dezember 2026", "Raum 12", "Frau Ahrens", "/verschieben/", "/absagen/", "/weg/"):
        assert word in shown
    hidden = ("Miete ist gestiegen", "Bitte leise", "Frau Haddad", appointment.service.name, appointment.person.name)
    assert [word for word in hidden if word in shown] == []
    assert address(appointment) not in shown


def test_link_that_was_tampered_with_or_has_ended_is_answered_kindly(client, appointment, time_machine):
    token = link_for(appointment)
    tampered = client.get(reverse("appointments:link", args=[f"{token}x"]))
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(days=2))

    ended = client.get(reverse("appointments:link_move", args=[token]))

    for answer in (tampered, ended):
        assert answer.status_code == 410
        assert "Dieser Link gilt nicht mehr" in answer.content.decode()
        assert "01234 5670" in answer.content.decode()


def test_page_is_not_there_for_others_nor_for_times_given_back(client, claimant, appointment):
    appointment.status = AppointmentStatus.RELEASED
    appointment.save()
    assert claimant.get(address(appointment)).status_code == 404

    appointment.status = AppointmentStatus.BOOKED
    appointment.save()
    client.force_login(StandingFactory().user)
    assert client.get(address(appointment)).status_code == 404
    client.force_login(StaffMembershipFactory(jobcenter=appointment.case.jobcenter).user)
    assert client.get(address(appointment)).status_code == 404


def test_look_of_a_helper_is_written_down(client, standing, appointment):
    client.force_login(StandingFactory(helper=True, person=standing.person, scopes=["appointments"]).user)

    page(client, f"/fuer/{standing.case_id}{address(appointment)}")

    seen = AuditEvent.objects.get(event="seen.appointments")
    assert (seen.case_id, seen.subject_id) == (standing.case_id, str(appointment.pk))


def test_page_says_what_holds_and_what_the_letter_still_names(client, claimant, appointment, summoned):
    assert "haben wir Sie schriftlich aufgefordert" in page(claimant, address(appointment))
    appointment.period = appointment.occupied = moved_to(MONDAY_NINE + datetime.timedelta(days=1))
    appointment.save()

    shown = page(claimant, address(appointment))
    by_link = page(client, reverse("appointments:link", args=[link_for(appointment)]))

    named = "Unser Schreiben vom 27. November 2026 nennt noch: Montag, 7. Dezember 2026, 9:00 bis 9:30 Uhr"
    assert "schriftlich aufgefordert" not in shown
    assert "Es gilt, was hier steht." in shown
    assert [named in each for each in (shown, by_link)] == [True, True]
    assert "Postfach lesen" not in by_link


def test_called_off_the_page_says_that_the_letter_holds_no_longer(claimant, appointment, summoned):
    appointment.status = AppointmentStatus.CANCELLED
    appointment.save()

    shown = page(claimant, address(appointment))

    assert "Der Termin ist abgesagt, auch wenn unser Schreiben ihn noch nennt" in shown


def test_page_costs_the_same_with_a_long_history(claimant, appointment, standing, django_assert_max_num_queries):
    page(claimant, address(appointment))
    with django_assert_max_num_queries(15) as few:
        page(claimant, address(appointment))
    for number in range(6):
        Participant.objects.create(appointment=appointment, name=f"Begleitung {number}")
        AgreedStep.objects.create(appointment=appointment, text=f"Schritt {number}")
    with django_assert_max_num_queries(15) as many:
        page(claimant, address(appointment))
    assert len(many) == len(few)
