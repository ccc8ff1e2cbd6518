import datetime

import pytest
from django.utils import timezone

from mailbox.enums import Topic
from mailbox.selectors import inbox, search_threads, threads_visible_to, unread_count
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory, ThreadFactory, send_as_claimant

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    return ThreadFactory()


def test_claimant_sees_own_threads_only(thread):
    ThreadFactory()

    assert list(threads_visible_to(claimant_actor(thread.case))) == [thread]


def test_helper_without_postbox_scope_sees_nothing(thread):
    helper = helper_actor(StandingFactory(person=thread.person, helper=True))

    assert list(threads_visible_to(helper)) == []


def test_staff_see_threads_of_their_jobcenter(thread):
    ThreadFactory()
    actor = staff_actor(StaffMembershipFactory(jobcenter=thread.case.jobcenter))

    assert list(threads_visible_to(actor)) == [thread]


def test_system_sees_all(thread):
    other = ThreadFactory()

    assert set(threads_visible_to(system_actor("test"))) == {thread, other}


def test_inbox_counts_unread_messages_to_the_person(thread):
    MessageFactory.create_batch(2, thread=thread)
    MessageFactory(thread=thread, read_at=timezone.now())
    MessageFactory(thread=thread, from_claimant=True)
    actor = claimant_actor(thread.case)

    assert [(found.pk, found.unread) for found in inbox(actor)] == [(thread.pk, 2)]
    assert unread_count(actor) == 2


def test_inbox_has_the_thread_with_the_newest_message_on_top(thread):
    now = timezone.now()
    newer = ThreadFactory(person=thread.person)
    MessageFactory(thread=thread, created_at=now + datetime.timedelta(hours=2))
    MessageFactory(thread=newer, created_at=now + datetime.timedelta(hours=1))

    assert list(inbox(claimant_actor(thread.case))) == [thread, newer]


def test_inbox_costs_one_query_whatever_its_length(thread, django_assert_num_queries):
    person = thread.person
    ThreadFactory.create_batch(5, person=person)
    actor = claimant_actor(thread.case)

    with django_assert_num_queries(1):
        assert [found.submission for found in inbox(actor)] == [None] * 6


def test_receipt_counts_as_unread():
    message = ReceiptMessageFactory()

    assert unread_count(claimant_actor(message.thread.case)) == 1


def test_own_post_of_a_member_is_seen_by_the_member_alone():
    applicant = PersonFactory()
    member = PersonFactory(
        member=True, case=applicant.case, user=UserFactory(), wants_own_post_since=applicant.created_at
    )
    shared, own = ThreadFactory(person=applicant), ThreadFactory(person=member)
    StandingFactory(person=member, kind="member", scopes=["own_part"])
    reader = actor_for_user(member.user, purpose="test")
    helper = helper_actor(StandingFactory(helper=True, person=applicant, scopes=["read_postbox"]))

    assert set(threads_visible_to(reader)) == {own}
    assert set(threads_visible_to(claimant_actor(applicant.case))) == {shared}
    assert set(threads_visible_to(helper)) == {shared}


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("heizung", 1),
        ("HEIZUNG nachzahlung", 1),
        ("heizung fahrrad", 0),
        ("rechnung.pdf", 1),
        ("Schimmel", 1),
        ("geld", 1),
        ("  ", 0),
    ],
)
def test_search_looks_into_text_subject_topic_and_names_of_files(words, hits):
    case = PersonFactory().case
    file = DocumentFactory(case=case, name="Rechnung.pdf")
    body = "Die Nachzahlung für die Heizung"
    send_as_claimant(case, topic=Topic.MONEY, subject="Schimmel", body=body, files=[file])
    send_as_claimant(case, topic=Topic.OTHER, body="Etwas ganz Neues")

    assert len(search_threads(claimant_actor(case), words).threads) == hits


def test_search_finds_a_message_by_its_number():
    sent = send_as_claimant(PersonFactory().case)
    send_as_claimant(sent.thread.case)

    found = search_threads(claimant_actor(sent.thread.case), sent.submission.reference)

    assert found.threads == [sent.thread]


def test_search_says_when_it_did_not_look_at_everything(monkeypatch):
    monkeypatch.setattr("mailbox.selectors.thread.MOST_SEARCHED", 1)
    old = send_as_claimant(PersonFactory().case, body="alt")
    send_as_claimant(old.thread.case, body="neu")

    found = search_threads(claimant_actor(old.thread.case), "alt")

    assert (found.threads, found.is_limited) == ([], True)


def test_search_stays_within_what_the_actor_may_read():
    sent = send_as_claimant(PersonFactory().case)
    helper = helper_actor(StandingFactory(person=sent.thread.person, helper=True))

    assert search_threads(helper, "Miete").threads == []
    assert search_threads(claimant_actor(ThreadFactory().case), "Miete").threads == []


@pytest.mark.parametrize("number", [1, 8])
def test_search_costs_the_same_whatever_there_is(number, django_assert_num_queries):
    case = PersonFactory().case
    for _each in range(number):
        send_as_claimant(case, files=[DocumentFactory(case=case)])
    actor = claimant_actor(case)

    with django_assert_num_queries(4):
        assert len(search_threads(actor, "miete").threads) == number
