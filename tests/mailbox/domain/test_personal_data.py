import pytest

from mailbox.domain.personal_data import export_mailbox
from tests.factories.cases import PersonFactory, StandingFactory
from tests.factories.mailbox import MessageFactory, ThreadFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory()


def test_own_threads_hold_their_messages_oldest_first(own):
    thread = ThreadFactory(person=own.person, subject="Rückfrage")
    MessageFactory(thread=thread, body="Erste", created_at="2026-11-01T10:00Z")
    MessageFactory(thread=thread, body="Zweite", from_claimant=True, created_at="2026-11-02T10:00Z")

    exported = export_mailbox(own.user_id)

    assert exported.records[0].title == "Rückfrage"
    assert [(inner.title.partition(",")[0], inner.lines) for inner in exported.records[0].records] == [
        ("Vom Jobcenter", ("Erste",)),
        ("Von Ihnen oder für Sie", ("Zweite",)),
    ]
    assert [message["body"] for message in exported.data[0]["messages"]] == ["Erste", "Zweite"]


def test_threads_of_others_are_left_out(own):
    MessageFactory(thread=ThreadFactory(person=PersonFactory(member=True, case=own.case)))
    MessageFactory()

    assert export_mailbox(own.user_id).data == []


@pytest.mark.parametrize("number", [1, 4])
def test_mailbox_takes_four_queries(own, number, django_assert_num_queries):
    for _each in range(number):
        MessageFactory(thread=ThreadFactory(person=own.person))

    with django_assert_num_queries(4):
        assert len(export_mailbox(own.user_id).data) == number
