import threading
import uuid
from contextlib import suppress

import pytest
from django.db import connection
from django.utils import timezone

from mailbox.enums import MessageKind, Topic
from mailbox.errors import NothingToSend, TextTooLong
from mailbox.models import Message, MessageDraft, Thread, TopicRoute
from mailbox.selectors import attached_to, drafts_of
from mailbox.services import attach, discard_draft, save_draft, send_message, send_words, sent_with
from mailbox.services.writing import Words
from portal.audit.models import AuditEvent
from portal.cases.enums import Scope
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.cases.selectors import actor_for_guest
from portal.documents.models import Document
from portal.outbox.models import OutboxMessage
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.receipt_files import confirmation_html, copy_html
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory, ThreadFactory, begin_message, send_as_claimant
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return PersonFactory().case


@pytest.fixture
def claimant(case):
    return claimant_actor(case)


@pytest.fixture
def caseworker(case):
    return staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))


def helper_with(case, *scopes):
    person = Person.objects.get(case=case)
    return StandingFactory(helper=True, person=person, scopes=sorted(scopes))


def test_draft_is_one_for_each_writer_and_conversation(case, claimant):
    first = begin_message(case, body="Die")
    again = begin_message(case, body="Die Miete")
    other = begin_message(case, thread=ThreadFactory(person=first.person), body="Zu Ihrer Frage")

    assert first.pk == again.pk != other.pk
    assert [draft.body for draft in drafts_of(claimant)] == ["Zu Ihrer Frage", "Die Miete"]


def test_draft_keeps_ten_megabytes_but_does_not_send_them(case, claimant):
    draft = begin_message(case, body="A" * 10_000_000)

    with pytest.raises(TextTooLong) as refused:
        send_message(actor=claimant, draft=draft)

    assert refused.value.signs == 10_000_000
    assert len(MessageDraft.objects.get().body) == 10_000_000


def test_signs_that_nobody_sees_are_left_out(case):
    draft = begin_message(
        case, body="\x00Guten\x1b Tag,\r\n\tbitte \ud800rufen Sie an. سلام\u200f ", subject=" Miete\n\x07 "
    )

    assert draft.body == "Guten Tag,\n\tbitte rufen Sie an. سلام\u200f"
    assert draft.subject == "Miete"


def test_nothing_is_not_sent_and_stays(case, claimant):
    with pytest.raises(NothingToSend):
        send_message(actor=claimant, draft=begin_message(case, body=" \n\x00 "))

    assert MessageDraft.objects.count() == 1


def test_sent_message_is_handed_in_and_waits_for_the_office(case, claimant):
    message = send_message(actor=claimant, draft=begin_message(case, subject="Miete ab Januar"))

    thread = Thread.objects.get()
    assert (message.kind, message.sender_role, message.body) == (
        MessageKind.MESSAGE,
        "claimant",
        "Die Miete steigt im Januar.",
    )
    assert (thread.subject, thread.own_words) == ("Wohnung, Miete und Heizung", "Miete ab Januar")
    assert thread.waiting_since == message.submission.received_at == message.created_at
    assert (message.submission.title, message.submission.kind) == ("Nachricht an das Jobcenter", "message")
    assert MessageDraft.objects.count() == 0
    assert AuditEvent.objects.filter(event="mailbox.message_sent", case_id=case.pk).count() == 1


def test_same_token_again_is_the_same_message(case, claimant):
    draft = begin_message(case)
    first = send_message(actor=claimant, draft=draft)
    words = Words(case=case, person=draft.person, topic=Topic.MONEY, body="Etwas anderes")

    assert send_words(actor=claimant, words=words, token=draft.token) == first
    assert sent_with(actor=claimant, token=draft.token) == first
    assert (Message.objects.count(), Submission.objects.count(), Thread.objects.count()) == (1, 1, 1)


def test_token_of_another_case_opens_nothing(case):
    message = send_as_claimant(case)
    token = message.key.partition(":")[2]
    stranger = claimant_actor(CaseFactory())

    assert sent_with(actor=stranger, token=token) is None
    begun = begin_message(Person.objects.get(user_id=stranger.user_id).case)
    with pytest.raises(NotPermitted):
        send_words(actor=stranger, words=Words(case=begun.case, person=begun.person, body="x"), token=token)


@pytest.mark.django_db(transaction=True)
def test_message_sent_twice_at_the_same_moment_is_one(case, claimant):
    draft = begin_message(case)
    found = []

    def send():
        with suppress(NotPermitted):  # the draft is gone already
            words = Words(case=draft.case, person=draft.person, topic=draft.topic, body=draft.body)
            found.append(send_words(actor=claimant, words=words, token=draft.token).pk)
        connection.close()

    threads = [threading.Thread(target=send) for _each in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert (Message.objects.count(), Thread.objects.count(), len(set(found)), len(found)) == (1, 1, 1, 4)


def test_confirmation_holds_no_words_and_the_copy_does(case):
    submission = send_as_claimant(case, subject="Schimmel").submission

    facts = gather_facts(submission)
    shown, copy = confirmation_html(facts), copy_html(facts, submission)

    assert "Die Miete steigt" not in shown
    assert "Schimmel" not in shown
    assert "Wohnung, Miete" not in shown
    assert "Ihre Nachricht ist bei uns angekommen." in shown
    assert "Die Miete steigt im Januar." in copy
    assert "Schimmel" in copy


def test_topic_goes_to_the_team_whose_work_it_is(case):
    team = TeamFactory(jobcenter=case.jobcenter)
    TopicRoute.objects.create(jobcenter=case.jobcenter, topic=Topic.HOUSING, team=team)

    assert send_as_claimant(case).thread.team == team
    assert send_as_claimant(case, topic=Topic.MONEY).thread.team is None


def test_unknown_topic_is_something_else(case):
    assert send_as_claimant(case, topic="hacked").thread.topic == Topic.OTHER


def test_answer_of_the_office_ends_the_waiting_and_is_announced(case, caseworker):
    thread = send_as_claimant(case).thread
    RepresentationFactory(person=thread.person)
    since = thread.waiting_since
    draft = save_draft(actor=caseworker, case=case, person=thread.person, thread=thread, body="Wir prüfen das.")

    message = send_message(actor=caseworker, draft=draft)

    thread.refresh_from_db()
    assert since is not None
    assert (thread.waiting_since, message.submission, message.author_id) == (None, None, caseworker.membership_id)
    assert len(message.addressed_to) == 1
    assert OutboxMessage.objects.filter(fact="message.posted", subject_id=message.pk).exists()


def test_second_message_does_not_reset_the_clock(case):
    first = send_as_claimant(case)
    second = send_as_claimant(case, thread=first.thread, body="Noch etwas.")

    assert second.thread == first.thread
    assert Thread.objects.get().waiting_since == first.created_at


def test_nobody_is_written_to_before_something_was_handed_in():
    prospective = CaseFactory(prospective=True)

    with pytest.raises(NotPermitted):
        begin_message(prospective)


@pytest.mark.parametrize("case", [{"closed": True}, {"clearing": True}])
def test_closed_and_unassigned_cases_take_messages(case):
    found = PersonFactory(case=CaseFactory(**case)).case

    assert send_as_claimant(found).thread.waiting_since is not None


def test_helper_within_scope_writes_and_it_shows(case):
    standing = helper_with(case, Scope.SEND, Scope.READ_POSTBOX)
    helper = helper_actor(standing)

    message = send_message(actor=helper, draft=begin_message(case, actor=helper))

    assert (message.sender_role, message.acting_standing_id) == ("helper", standing.pk)
    assert message.thread.person == standing.person


@pytest.mark.parametrize("scopes", [{Scope.READ_POSTBOX}, {Scope.UPLOAD, Scope.FILL_IN}])
def test_helper_without_the_scope_does_not_write(case, scopes):
    helper = helper_actor(helper_with(case, *scopes))

    with pytest.raises(NotPermitted):
        begin_message(case, actor=helper)


def test_helper_who_reads_nothing_does_not_answer_in_a_thread(case):
    helper = helper_actor(helper_with(case, Scope.SEND))
    thread = MessageFactory(thread__person=Person.objects.get(case=case)).thread

    with pytest.raises(NotPermitted):
        begin_message(case, actor=helper, thread=thread)


def test_helper_whose_right_ends_meanwhile_sends_nothing_and_keeps_the_draft(case):
    standing = helper_with(case, Scope.SEND, Scope.READ_POSTBOX)
    draft = begin_message(case, actor=helper_actor(standing))
    standing.scopes = [Scope.READ_POSTBOX]
    standing.save()

    with pytest.raises(NotPermitted):
        send_message(actor=helper_actor(standing), draft=draft)

    assert (Message.objects.count(), [each.body for each in drafts_of(helper_actor(standing))]) == (0, [draft.body])


def test_drafts_are_the_writers_alone(case, claimant, caseworker):
    helper = helper_actor(helper_with(case, *Scope))
    begin_message(case, actor=helper)

    assert [list(drafts_of(each)) for each in (claimant, caseworker)] == [[], []]
    with pytest.raises(NotPermitted):
        send_message(actor=claimant, draft=MessageDraft.objects.get())


def test_guest_writes_and_the_draft_goes_on_in_the_account():
    standing = StandingFactory(guest=True)
    guest = actor_for_guest(standing.pk, purpose="test")
    draft = begin_message(standing.case, actor=guest)
    assert send_message(actor=guest, draft=draft).sender_role == "guest"
    begun = begin_message(standing.case, actor=guest)

    account = claimant_actor(standing.case)

    assert list(drafts_of(account)) == [begun]
    assert begin_message(standing.case, actor=account, body="Neu").pk == begun.pk


def test_files_are_sent_with_the_message(case, claimant):
    draft = begin_message(case, body="")
    file = DocumentFactory(case=case)
    attach(actor=claimant, draft=draft, document=file)

    message = send_message(actor=claimant, draft=draft)

    file.refresh_from_db()
    assert [each.document for each in message.attachments.all()] == [file]
    assert [each.document for each in message.submission.files.all()] == [file]
    assert file.handed_in_at == message.created_at


def test_file_that_was_sent_before_is_linked_and_not_sent_twice(case, claimant):
    before = send_with_file(case)
    draft = begin_message(case)
    attach(actor=claimant, draft=draft, document=before)

    message = send_message(actor=claimant, draft=draft)

    assert [each.document for each in message.attachments.all()] == [before]
    assert message.submission.files.count() == 0


def send_with_file(case):
    file = DocumentFactory(case=case)
    draft = begin_message(case)
    attach(actor=claimant_actor(case), draft=draft, document=file)
    send_message(actor=claimant_actor(case), draft=draft)
    return Document.objects.get(pk=file.pk)


def test_file_of_another_case_or_draft_is_not_attached(case, claimant):
    draft = begin_message(case)
    foreign, used = DocumentFactory(), DocumentFactory(case=case)
    attach(actor=claimant, draft=begin_message(case, thread=ThreadFactory(person=draft.person)), document=used)

    for document in (foreign, used):
        with pytest.raises(NotPermitted):
            attach(actor=claimant, draft=draft, document=document)


def test_giving_up_takes_the_files_along(case, claimant):
    draft = begin_message(case)
    file, other = DocumentFactory(case=case), DocumentFactory(case=case)
    attach(actor=claimant, draft=draft, document=file)

    discard_draft(actor=claimant, draft=draft)

    assert not MessageDraft.objects.exists()
    assert list(Document.objects.present()) == [other]


def test_removed_file_is_no_attachment_any_more(case, claimant):
    draft = begin_message(case)
    file = DocumentFactory(case=case)
    attach(actor=claimant, draft=draft, document=file)
    Document.objects.filter(pk=file.pk).update(removed_at=timezone.now())

    assert not attached_to(draft).exists()


def test_staff_of_another_house_write_nothing(case):
    foreign = staff_actor(StaffMembershipFactory())

    with pytest.raises(NotPermitted):
        send_words(
            actor=foreign,
            words=Words(case=case, person=Person.objects.get(case=case), body="Guten Tag"),
            token=uuid.uuid4(),
        )
