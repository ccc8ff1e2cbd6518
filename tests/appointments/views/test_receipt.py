import datetime

import pytest
from django.urls import reverse

from appointments.domain.links import link_for
from portal.audit.models import AuditEvent
from portal.submissions.domain.receipt import issue_confirmation
from portal.submissions.models import Submission
from tests.factories.appointments import MONDAY_NINE, SummonsFactory
from tests.factories.summonses import pdf_text

pytestmark = pytest.mark.django_db
TUESDAY_TEN = MONDAY_NINE + datetime.timedelta(days=1, hours=1)


@pytest.fixture
def appointment(claimant, service, colleague, book):
    booked = book(claimant, service)
    claimant.logout()
    return booked


def by_link(name, appointment):
    appointment.refresh_from_db()
    return reverse(f"appointments:{name}", args=[link_for(appointment)])


def text(response):
    return response.content.decode().replace("\xa0", " ")


def moved(client, appointment):
    """By link; returns the page one is led to and what was handed in."""
    answer = client.post(by_link("link_move", appointment), {"starts": TUESDAY_TEN.isoformat()}, follow=True)
    return text(answer), Submission.objects.latest("received_at")


def words(response):
    return pdf_text(b"".join(response.streaming_content))


def test_who_moved_by_link_keeps_the_receipt_of_it_without_an_account(client, appointment):
    SummonsFactory(appointment=appointment)
    page, submission = moved(client, appointment)
    assert "wird gerade erstellt" in page
    issue_confirmation(submission.pk)

    assert by_link("link_receipt", appointment) in text(client.get(by_link("link", appointment)))
    response = client.get(by_link("link_receipt", appointment))

    assert submission.reference in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    said = words(response)
    assert "Es gilt: Dienstag, 8. Dezember 2026, 10:00 bis 10:30 Uhr, persönlich im Jobcenter." in said
    assert "nennt noch: Montag, 7. Dezember 2026, 9:00" in said
    assert AuditEvent.objects.filter(event="seen.receipt", case_id=appointment.case_id).count() == 1


def test_until_it_is_made_the_page_says_so_in_plain_words(client, appointment):
    _page, submission = moved(client, appointment)

    response = client.get(by_link("link_receipt", appointment))

    assert (response.status_code, response.headers["Retry-After"]) == (202, "10")
    assert "Das dauert meistens nur ein paar Sekunden." in text(response)
    assert submission.reference in text(response)
    assert by_link("link", appointment) in text(response)


def test_link_of_before_opens_no_receipt(client, appointment):
    former = by_link("link_receipt", appointment)
    _page, submission = moved(client, appointment)
    issue_confirmation(submission.pk)

    assert client.get(former).status_code == 410


def test_what_was_done_after_signing_in_stays_behind_the_sign_in(client, appointment):
    assert client.get(by_link("link_receipt", appointment)).status_code == 404
    _page, submission = moved(client, appointment)
    issue_confirmation(submission.pk)
    client.force_login(appointment.person.user)
    client.post(
        reverse("appointments:move", args=[appointment.pk]),
        {"starts": (TUESDAY_TEN + datetime.timedelta(days=1)).isoformat()},
    )
    client.logout()

    assert client.get(by_link("link_receipt", appointment)).status_code == 404
    assert "Ihre Bestätigung" not in text(client.get(by_link("link", appointment)))


def test_cancelling_by_link_has_its_receipt_too_and_says_no_reason(client, appointment):
    client.post(by_link("link_cancel", appointment), {"reason": "Mein Kind ist krank."})
    issue_confirmation(Submission.objects.latest("received_at").pk)

    said = words(client.get(by_link("link_receipt", appointment)))

    assert "Abgesagt ist: Montag, 7. Dezember 2026, 9:00 bis 9:30 Uhr." in said
    assert "krank" not in said
