import pytest
from django.urls import reverse
from django.utils import timezone

from mailbox.enums import Topic
from mailbox.models import Message, MessageDraft
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory, begin_message, send_as_claimant

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

    with django_assert_max_num_queries(9):
        assert client.get(reverse("mailbox:inbox")).content.decode().count("kern-card__container") == 20


def test_search_reads_what_is_encrypted_and_leaves_no_word_in_an_address(client, message):
    fitting = MessageFactory(thread__person=message.thread.person, thread__subject="Rückfrage", body="Der Mietvertrag")
    signed_in(client, message.thread.person.user)

    response = client.post(reverse("mailbox:inbox"), {"worte": "MIETVERTRAG"})

    page = response.content.decode()
    assert thread_url(fitting) in page
    assert thread_url(message) not in page
    assert "mietvertrag" not in response.request["PATH_INFO"].lower()


def test_search_without_a_hit_says_so(client, message):
    signed_in(client, message.thread.person.user)

    page = client.post(reverse("mailbox:inbox"), {"worte": "Wellensittich"}).content.decode()

    assert "Dazu haben wir nichts gefunden." in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"unread", "waits", "answer"}),
        ("zeigen=ungelesen", {"unread"}),
        ("zeigen=vom-amt", {"waits"}),
        ("zeigen=von-mir", {"answer"}),
        ("thema=3", {"waits"}),
        ("zeigen=unsinn&thema=99", {"unread", "waits", "answer"}),
        ("thema=²", {"unread", "waits", "answer"}),
    ],
)
def test_list_is_narrowed(client, query, shown):
    person = StandingFactory().person
    threads = {
        "unread": MessageFactory(thread__person=person).thread,
        "waits": send_as_claimant(person.case, topic=Topic.MONEY).thread,
        "answer": MessageFactory(thread__person=person, kind="message", read_at=timezone.now()).thread,
    }

    page = signed_in(client, person.user).get(f"{reverse('mailbox:inbox')}?{query}").content.decode()

    assert {name for name, thread in threads.items() if str(thread.pk) in page} == shown


def test_what_was_begun_stands_on_top(client, message):
    begin_message(message.thread.case)
    begin_message(message.thread.case, thread=message.thread)

    page = signed_in(client, message.thread.person.user).get(reverse("mailbox:inbox")).content.decode()

    assert page.count("Noch nicht abgeschickt") == 2
    assert page.index("Angefangene Nachrichten") < page.index("Ihre Nachrichten")
    assert "Die Miete steigt" not in page


def test_own_words_for_a_conversation_stand_in_the_list_and_in_no_title(client):
    sent = send_as_claimant(StandingFactory().case, subject="Schimmel im Bad")
    signed_in(client, sent.thread.person.user)

    assert "Schimmel im Bad" in client.get(reverse("mailbox:inbox")).content.decode()
    title = client.get(thread_url(sent)).content.decode().partition("</title>")[0]
    assert "Wohnung, Miete und Heizung" in title
    assert "Schimmel" not in title


def test_helper_who_sees_own_words_is_noted(client):
    sent = send_as_claimant(StandingFactory().case, subject="Schimmel im Bad")
    helping = StandingFactory(helper=True, person=sent.thread.person, scopes=["read_postbox"])
    signed_in(client, helping.user).get(f"/fuer/{sent.thread.case_id}/postfach/")

    assert AuditEvent.objects.filter(event="seen.messages", case_id=sent.thread.case_id).count() == 1


def test_helper_who_may_not_read_is_told_so(client):
    helping = StandingFactory(helper=True, scopes=["send"])

    page = signed_in(client, helping.user).get(f"/fuer/{helping.case_id}/postfach/").content.decode()

    assert "Nachrichten dieser Person können Sie nicht lesen." in page
    assert "Hier liegt noch nichts" not in page


def test_what_was_left_behind_is_shown_to_the_writer_and_deleted_by_them(client):
    helping = StandingFactory(helper=True, scopes=["send"])
    draft = begin_message(helping.case, actor=helper_actor(helping))
    helping.revoked_at = timezone.now()
    helping.save()
    address = reverse("mailbox:left", args=[draft.pk])
    signed_in(client, helping.user)

    assert address in client.get(reverse("mailbox:inbox")).content.decode()
    assert "Die Miete steigt im Januar." in client.get(address).content.decode()
    client.post(address)
    assert not MessageDraft.objects.exists()


def test_news_about_an_appointment_leads_to_the_appointments(client, message):
    way = f'href="{reverse("appointments:contact")}">Zu Ihren Terminen</a>'
    reader = signed_in(client, message.thread.person.user)
    assert way not in reader.get(thread_url(message)).content.decode()

    Message.objects.filter(pk=message.pk).update(key="appointment:1")

    assert way in reader.get(thread_url(message)).content.decode()
