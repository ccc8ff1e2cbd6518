import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from appointments.domain.links import link_for
from appointments.enums import AppointmentStatus, Channel
from appointments.models import WaitingEntry
from portal.documents.models import Document
from tests.factories.accounts import UserFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db

TUESDAY_TEN = MONDAY_NINE + datetime.timedelta(days=1, hours=1)


@pytest.fixture
def appointment(claimant, service, colleague, book):
    return book(claimant, service)


def to(name, appointment):
    return reverse(f"appointments:{name}", args=[appointment.pk])


def by_link(name, appointment):
    return reverse(f"appointments:{name}", args=[link_for(appointment)])


def text(response):
    return response.content.decode().replace("\xa0", " ")


def pdf(name="Attest.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4\n%%EOF\n", "application/pdf")


def test_moving_takes_the_new_time_and_says_so_with_a_receipt(claimant, appointment):
    shown = text(claimant.post(to("move", appointment), {"starts": TUESDAY_TEN.isoformat()}, follow=True))

    appointment.refresh_from_db()
    assert appointment.period.lower == TUESDAY_TEN
    assert "Ihr Termin ist verschoben. Vorgangsnummer:" in shown
    assert "Vorher: Montag, 7. Dezember 2026, 9:00 Uhr" in shown


def test_moving_to_a_time_that_is_gone_keeps_the_old_one(claimant, appointment, service, colleague):
    AppointmentFactory(
        person__case__jobcenter=service.jobcenter, service=service, membership=colleague, starts=TUESDAY_TEN
    )

    answer = claimant.post(to("move", appointment), {"starts": TUESDAY_TEN.isoformat()})

    appointment.refresh_from_db()
    assert answer.status_code == 409
    assert "Diese Zeit ist gerade vergeben worden. Hier sind die nächsten." in text(answer)
    assert appointment.period.lower == MONDAY_NINE


def test_moving_by_link_needs_no_account_and_gives_a_new_link(client, appointment):
    client.logout()
    old = by_link("link_move", appointment)
    assert "Wann passt es besser?" in text(client.get(old))

    answer = client.post(old, {"starts": TUESDAY_TEN.isoformat()})

    appointment.refresh_from_db()
    assert appointment.period.lower == TUESDAY_TEN
    assert answer["Location"] == by_link("link", appointment)
    assert "Ihr Termin ist verschoben. Vorgangsnummer:" in text(client.get(answer["Location"]))
    assert client.post(old, {"starts": MONDAY_NINE.isoformat()}).status_code == 410


def test_cancelling_needs_no_reason(claimant, appointment):
    shown = text(claimant.post(to("cancel", appointment), {}, follow=True))

    appointment.refresh_from_db()
    assert appointment.status == AppointmentStatus.CANCELLED
    assert "Ihr Termin ist abgesagt." in shown
    assert "Vorgangsnummer:" in shown


def test_cancelling_by_link_hands_in_reason_and_proof(client, appointment):
    client.logout()
    said = {"reason": "Mein Kind ist krank.", "files": [pdf()]}

    answer = client.post(by_link("link_cancel", appointment), said)

    appointment.refresh_from_db()
    proof = appointment.proofs.get()
    assert (appointment.status, appointment.ended_reason) == (AppointmentStatus.CANCELLED, "Mein Kind ist krank.")
    assert (proof.original_name, proof.handed_in_at is not None) == ("Attest.pdf", True)
    shown = text(client.get(answer["Location"]))
    assert "Der Termin ist abgesagt" in shown
    assert "Mein Kind ist krank." not in shown


def test_file_that_is_refused_stops_nothing_that_was_typed(claimant, appointment):
    empty = SimpleUploadedFile("leer.pdf", b"", "application/pdf")

    answer = claimant.post(to("cancel", appointment), {"reason": "Krank", "files": [pdf(), empty]})

    kept = Document.objects.get()
    assert answer.status_code == 422
    assert "Krank</textarea>" in text(answer)
    assert f'name="document" value="{kept.pk}"' in text(answer)
    claimant.post(to("cancel", appointment), {"reason": "Krank", "document": [str(kept.pk)]})
    assert appointment.proofs.get() == kept


def test_papers_of_another_case_are_passed_over(claimant, appointment):
    from tests.factories.documents import DocumentFactory

    claimant.post(to("cancel", appointment), {"document": [str(DocumentFactory().pk), "keine"]})

    appointment.refresh_from_db()
    assert appointment.status == AppointmentStatus.CANCELLED
    assert not appointment.proofs.exists()


def test_another_way_keeps_the_time(claimant, appointment):
    claimant.post(to("channel", appointment), {"channel": Channel.PHONE, "phone": "030 23125 77"})

    appointment.refresh_from_db()
    assert (appointment.channel, appointment.phone, appointment.period.lower) == (
        Channel.PHONE,
        "030 23125 77",
        MONDAY_NINE,
    )


def test_way_by_link_does_not_show_the_number_that_is_known(client, claimant, appointment):
    claimant.post(to("channel", appointment), {"channel": Channel.PHONE, "phone": "030 23125 77"})
    appointment.refresh_from_db()
    client.logout()

    assert "23125 77" not in text(client.get(by_link("link_channel", appointment)))
    client.post(by_link("link_channel", appointment), {"channel": Channel.PHONE, "phone": ""})
    appointment.refresh_from_db()
    assert appointment.phone == "030 23125 77"


def test_needs_are_changed(claimant, appointment):
    said = {"needs": ["step_free", "childcare"], "needs_words": "Zwei Kinder"}

    shown = text(claimant.post(to("needs", appointment), said, follow=True))

    appointment.refresh_from_db()
    assert (appointment.needs["needs"], appointment.needs["words"]) == (["step_free", "childcare"], "Zwei Kinder")
    assert "Ihre Wünsche sind gespeichert." in shown
    assert "checked" in text(claimant.get(to("needs", appointment)))


def test_waiting_list_is_joined_and_left(claimant, appointment):
    assert "Sie stehen auf der Warteliste." in text(
        claimant.post(to("waiting", appointment), {"join": "1"}, follow=True)
    )
    assert WaitingEntry.objects.get().ended_at is None

    claimant.post(to("waiting", appointment), {"leave": "1"})

    assert not WaitingEntry.objects.filter(ended_at__isnull=True).exists()


def test_reason_after_a_missed_one_reaches_the_office(claimant, appointment, time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(days=1))
    appointment.status = AppointmentStatus.MISSED
    appointment.save()
    claimant.force_login(appointment.person.user)  # the former visit is long over

    shown = text(claimant.post(to("reason", appointment), {"reason": "Der Bus fiel aus."}, follow=True))

    appointment.refresh_from_db()
    assert (appointment.status, appointment.ended_reason) == (AppointmentStatus.MISSED, "Der Bus fiel aus.")
    assert "Danke, dass Sie uns das gesagt haben." in shown


def test_reason_is_asked_only_where_something_was_missed(claimant, appointment):
    assert claimant.get(to("reason", appointment))["Location"] == to("appointment", appointment)


@pytest.mark.parametrize("name", ["move", "cancel", "channel", "needs", "companions"])
def test_what_has_begun_leads_back_to_its_page(claimant, appointment, time_machine, name):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=1))
    claimant.force_login(appointment.person.user)

    assert "kann man hier nicht mehr ändern" in text(claimant.get(to(name, appointment), follow=True))


@pytest.mark.parametrize("name", ["move", "cancel", "channel", "needs", "companions", "reason", "waiting"])
def test_pages_of_others_are_not_there(claimant, appointment, name):
    claimant.force_login(UserFactory())

    assert claimant.post(to(name, appointment), {}).status_code == 404
