import datetime

import pytest
from django.utils import timezone

from mailbox.domain.conversation import posts_of
from mailbox.services import read_thread
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory, send_as_claimant

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return PersonFactory().case


def posts(actor, thread):
    return posts_of(actor, thread, read_thread(actor=actor, thread=thread))


def later(minutes):
    return timezone.now() + datetime.timedelta(minutes=minutes)


def test_message_is_answered_by_the_next_one_of_the_office(case):
    first = send_as_claimant(case)
    second = send_as_claimant(case, thread=first.thread, body="Noch etwas.")
    answers = [MessageFactory(thread=first.thread, kind="message", created_at=later(minutes)) for minutes in (1, 2)]
    last = MessageFactory(thread=first.thread, from_claimant=True, created_at=later(3))

    shown = {post.message.pk: post for post in posts(claimant_actor(case), first.thread)}

    assert shown[first.pk].answered_at == shown[second.pk].answered_at == answers[0].created_at
    assert shown[last.pk].answered_at is None


def test_notice_of_the_portal_answers_nothing(case):
    sent = send_as_claimant(case)
    MessageFactory(thread=sent.thread, kind="notice", sender_role="system", created_at=later(1))

    assert posts(claimant_actor(case), sent.thread)[-1].answered_at is None


def test_office_has_opened_it_once_staff_look(case):
    sent = send_as_claimant(case)
    assert posts(claimant_actor(case), sent.thread)[0].message.read_at is None

    posts(staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter)), sent.thread)

    assert posts(claimant_actor(case), sent.thread)[0].message.read_at is not None


def test_everybody_reads_who_wrote(case):
    person = case.persons.get()
    standing = StandingFactory(helper=True, person=person, holder_name="Julia", scopes=["send", "read_postbox"])
    sent = send_as_claimant(case)
    answer = MessageFactory(thread=sent.thread, author=StaffMembershipFactory(display_name="Frau Öztürk"))
    by_helper = MessageFactory(
        thread=sent.thread, from_claimant=True, sender_role="helper", acting_standing_id=standing.pk
    )
    staff = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))

    def by(actor, message):
        return next(post.by for post in posts(actor, sent.thread) if post.message == message)

    assert [by(claimant_actor(case), each) for each in (sent, answer, by_helper)] == [
        "",
        "Frau Öztürk",
        "Julia (helfende Person)",
    ]
    assert [by(helper_actor(standing), each) for each in (sent, by_helper)] == ["Miriam Sander", ""]
    assert [by(staff, each) for each in (sent, by_helper)] == ["Miriam Sander", "Julia (helfende Person)"]


def test_files_stand_with_their_message_in_order(case):
    files = [DocumentFactory(case=case, name=f"{number}.pdf") for number in range(3)]
    sent = send_as_claimant(case, files=files)

    (post,) = posts(claimant_actor(case), sent.thread)

    assert [file.said.name for file in post.files] == ["0.pdf", "1.pdf", "2.pdf"]
    assert post.is_proved


def test_contact_on_another_way_stands_at_its_own_time(case):
    at = datetime.datetime(2026, 11, 2, 9, 30, tzinfo=datetime.UTC)
    message = MessageFactory(thread__person=case.persons.get(), kind="contact", channel="phone", happened_at=at)

    (post,) = posts(claimant_actor(case), message.thread)

    assert (post.at, post.channel, post.is_proved) == (at, "Telefon", False)
