import pytest
from django.urls import reverse

from mailbox.models import Message
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import claimant_actor
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def message():
    message = ReceiptMessageFactory()
    claimant_actor(message.thread.case)
    return message


def signed_in(client, user):
    client.force_login(user)
    return client


def thread_url(message):
    return reverse("mailbox:thread", args=[message.thread_id])


def test_inbox_shows_subject_and_what_is_unread(client, message):
    page = signed_in(client, message.thread.person.user).get(reverse("mailbox:inbox")).content.decode()

    assert "Eingangsbestätigung: Hauptantrag auf Grundsicherungsgeld" in page
    assert "<strong>1 ungelesene Nachricht</strong>" in page
    assert "Ungelesen" in page


def test_empty_inbox_says_what_will_come(client):
    page = signed_in(client, UserFactory()).get(reverse("mailbox:inbox")).content.decode()

    assert "Hier liegt noch nichts." in page


def test_thread_links_the_receipt_and_both_files(client, message):
    page = signed_in(client, message.thread.person.user).get(thread_url(message)).content.decode()

    for name in ("confirmation", "confirmation_pdf", "copy_pdf"):
        assert reverse(f"submissions:{name}", args=[message.thread.submission_id]) in page


def test_opening_marks_as_read(client, message):
    signed_in(client, message.thread.person.user).get(thread_url(message))

    assert Message.objects.get(pk=message.pk).read_at is not None
    assert "Sie haben alles gelesen." in client.get(reverse("mailbox:inbox")).content.decode()


def test_foreign_thread_is_404_and_stays_unread(client, message):
    response = signed_in(client, UserFactory()).get(thread_url(message))

    assert response.status_code == 404
    assert Message.objects.get(pk=message.pk).read_at is None


def test_staff_have_no_way_in_through_the_citizens_page(client, message):
    staff = StaffMembershipFactory(jobcenter=message.thread.case.jobcenter)

    assert signed_in(client, staff.user).get(thread_url(message)).status_code == 404


def test_text_of_a_message_is_escaped(client):
    message = MessageFactory(body="<script>alert(1)</script>")
    claimant_actor(message.thread.case)

    page = signed_in(client, message.thread.person.user).get(thread_url(message)).content.decode()

    assert "&lt;script&gt;alert(1)" in page


def test_nobody_signed_in_is_sent_to_sign_in(client, message):
    assert client.get(thread_url(message)).url.startswith(reverse("account_login"))


def test_inbox_costs_the_same_with_1_and_20_threads(client, message, django_assert_max_num_queries):
    MessageFactory.create_batch(19, thread__person=message.thread.person)
    signed_in(client, message.thread.person.user).get(reverse("mailbox:inbox"))

    with django_assert_max_num_queries(6):
        assert client.get(reverse("mailbox:inbox")).content.decode().count("kern-card__container") == 20
