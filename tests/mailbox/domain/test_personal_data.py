import pytest

from mailbox.domain.personal_data import export_mailbox
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory, ThreadFactory, begin_message, send_as_claimant

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
def test_mailbox_takes_seven_queries(own, number, django_assert_num_queries):
    for _each in range(number):
        MessageFactory(thread=ThreadFactory(person=own.person))

    with django_assert_num_queries(7):
        assert len(export_mailbox(own.user_id).data) == number


def test_message_comes_with_its_files_number_and_way(own):
    sent = send_as_claimant(own.case, subject="Schimmel", files=[DocumentFactory(case=own.case, name="Bad.pdf")])
    MessageFactory(thread=sent.thread, channel="phone", happened_at="2026-11-01T10:00Z", created_at="2026-11-02T10:00Z")

    exported = export_mailbox(own.user_id)

    data, by_phone = exported.data[0]["messages"][-1], exported.data[0]["messages"][0]
    assert exported.data[0]["own_words"] == "Schimmel"
    assert (data["reference"], [file["name"] for file in data["files"]]) == (sent.submission.reference, ["Bad.pdf"])
    assert (by_phone["channel"], data["channel"]) == ("phone", "portal")
    assert ("Datei", "Bad.pdf") in exported.records[0].records[-1].facts


def test_what_was_begun_is_handed_out_to_the_writer_alone(own):
    begin_message(own.case, body="Noch nicht fertig")
    helping = StandingFactory(helper=True, person=own.person, scopes=["send"])
    begin_message(own.case, actor=helper_actor(helping), body="Von der Helferin")

    exported = export_mailbox(own.user_id)

    assert [each["body"] for each in exported.data] == ["Noch nicht fertig"]
    assert exported.records[0].lines == ("Noch nicht fertig",)
    assert export_mailbox(helping.user_id).data == []
