import datetime

import pytest
from django.utils import timezone

from mailbox.selectors import inbox, threads_visible_to, unread_count
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory, ThreadFactory

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
