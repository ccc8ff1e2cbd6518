import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from mailbox.enums import AnswerKind, ItemStatus
from mailbox.errors import (
    DayNotPossible,
    ItemNotThere,
    NoDeadline,
    NoSuchStep,
    NothingSaid,
    PaperNotThere,
    RequestNotOpen,
)
from mailbox.models import EvidenceAnswer, Extension, Message, Thread
from mailbox.services.evidence import ItemAnswer, answer_items, ask_for_time, judge_item, withdraw_request
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.documents.services import keep_double
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted, overdue

pytestmark = pytest.mark.django_db


def facts(name):
    return OutboxMessage.objects.filter(fact=name).count()


def test_paper_is_handed_in_with_proof():
    found = asked()
    document = found.document()

    submission = found.answer(1, document_ids=[document.pk])

    document.refresh_from_db()
    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.REQUESTED]
    assert (submission.kind, document.handed_in_at) == (SubmissionKind.DOCUMENT, submission.received_at)
    assert [file.document for file in submission.files.all()] == [document]
    assert submission.parsed_content().open_points == ("Mietvertrag",)
    assert found.items[0].answers.get().submission == submission


def test_several_items_in_one_go_are_one_proof():
    found = asked()
    answers = [
        ItemAnswer(item_id=found.items[0].pk, kind=AnswerKind.DOCUMENTS, document_ids=(found.document().pk,)),
        ItemAnswer(item_id=found.items[1].pk, kind=AnswerKind.NOT_AVAILABLE, text="Es gibt keinen."),
    ]

    submission = answer_items(actor=found.claimant, request=found.request, answers=answers, token=uuid4())

    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.NOT_AVAILABLE]
    assert {answer.submission for answer in EvidenceAnswer.objects.all()} == {submission}


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        (AnswerKind.BY_POST, "", ItemStatus.ANNOUNCED),
        (AnswerKind.IN_PERSON, "", ItemStatus.ANNOUNCED),
        (AnswerKind.NOT_AVAILABLE, "Die Bank gibt mir nichts.", ItemStatus.NOT_AVAILABLE),
    ],
)
def test_word_without_paper_is_an_answer_with_proof(kind, text, status):
    found = asked()

    submission = found.answer(1, kind, text=text)

    assert found.statuses[0] == status
    assert submission.kind == SubmissionKind.MESSAGE


def test_answer_stands_in_the_conversation_and_somebody_waits():
    found = asked()

    submission = found.answer(1)

    message = Message.objects.get(submission=submission)
    message.thread.refresh_from_db()
    assert message.body == "Kontoauszüge der letzten drei Monate: 1 Datei geschickt"
    assert message.thread_id == found.request.thread_id
    assert message.thread.waiting_since == submission.received_at


def test_answer_has_a_receipt_and_no_second_conversation():
    found = asked()
    submission = found.answer(1)

    deliver_due()

    submission.receipt.refresh_from_db()
    assert submission.receipt.issued_at is not None
    assert [thread.pk for thread in Thread.objects.all()] == [found.request.thread_id]


def test_same_token_twice_is_once():
    found = asked()
    document, token = found.document(), uuid4()

    first = found.answer(1, document_ids=[document.pk], token=token)
    again = found.answer(1, document_ids=[document.pk], token=token)

    assert first == again
    assert (EvidenceAnswer.objects.count(), Submission.objects.count()) == (1, 1)


def test_paper_that_is_there_already_is_linked_and_not_sent_again():
    found = asked()
    document = found.document()
    found.answer(1, document_ids=[document.pk])

    submission = found.answer(2, document_ids=[document.pk])

    assert not submission.files.exists()
    assert list(found.items[1].answers.get().documents.all()) == [document]
    assert found.statuses == [ItemStatus.HANDED_IN, ItemStatus.HANDED_IN]


def test_file_that_is_there_already_is_linked_and_not_kept_twice():
    found = asked()
    first = found.document(content=make_pdf(2))
    found.answer(1, document_ids=[first.pk])
    again = found.document(content=make_pdf(2), name="noch einmal.pdf")

    submission = found.answer(2, document_ids=[again.pk])

    again.refresh_from_db()
    assert again.removed_at is not None
    assert not submission.files.exists()
    assert list(found.items[1].answers.get().documents.all()) == [first]


def test_file_that_the_person_wants_to_send_again_is_sent():
    found = asked()
    found.answer(1, document_ids=[found.document(content=make_pdf(2)).pk])
    again = found.document(content=make_pdf(2))
    keep_double(actor=found.claimant, document=again)

    submission = found.answer(2, document_ids=[again.pk])

    assert [file.document for file in submission.files.all()] == [again]


def test_what_is_handed_in_is_not_taken_back_by_words():
    found = asked()
    found.answer(1)

    with pytest.raises(NoSuchStep):
        found.answer(1, AnswerKind.BY_POST)


def test_fact_says_when_nothing_is_missing_any_more():
    found = asked()
    found.answer(1)
    assert facts("evidence.handed_in") == 0

    found.answer(2)

    assert facts("evidence.handed_in") == 1


def test_after_the_deadline_it_is_still_taken():
    found = overdue(asked(), days=40)

    found.answer(1)

    assert found.statuses[0] == ItemStatus.HANDED_IN


def test_more_can_be_handed_in_to_what_is_handed_in():
    found = asked()
    found.answer(1)

    found.answer(1)

    assert (found.statuses[0], found.items[0].answers.count(), found.items[0].steps.count()) == (
        ItemStatus.HANDED_IN,
        2,
        1,
    )


def test_accepted_item_needs_no_answer():
    found = asked()
    found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)

    with pytest.raises(RequestNotOpen):
        found.answer(1)


def test_request_that_was_taken_back_needs_no_answer():
    found = asked()
    withdraw_request(actor=found.staff, request=found.request)

    with pytest.raises(RequestNotOpen):
        found.answer(1, AnswerKind.BY_POST)


def test_nothing_is_no_answer():
    found = asked()

    for kind, text, ids in (
        (AnswerKind.DOCUMENTS, "", []),
        (AnswerKind.NOT_AVAILABLE, " ", []),
        (AnswerKind.QUESTION, "Was ist das?", []),
    ):
        with pytest.raises(NothingSaid):
            found.answer(1, kind, text=text, document_ids=ids)
    with pytest.raises(NothingSaid):
        answer_items(actor=found.claimant, request=found.request, answers=[], token=uuid4())


def test_item_of_another_request_is_not_there():
    found, other = asked(), asked()
    answer = ItemAnswer(item_id=other.items[0].pk, kind=AnswerKind.BY_POST)

    with pytest.raises(ItemNotThere):
        answer_items(actor=found.claimant, request=found.request, answers=[answer], token=uuid4())
    assert other.statuses[0] == ItemStatus.REQUESTED


def test_paper_of_another_case_is_not_there_and_nothing_is_kept():
    found = asked()

    with pytest.raises(PaperNotThere):
        found.answer(1, document_ids=[DocumentFactory().pk])
    assert found.statuses[0] == ItemStatus.REQUESTED
    assert not Submission.objects.exists()


def test_stranger_staff_and_who_may_only_read_answer_nothing():
    found = asked()
    reader = StandingFactory(helper=True, person=found.person, scopes=["read_postbox", "upload"])
    stranger = claimant_actor(asked().request.case)
    answer = [ItemAnswer(item_id=found.items[0].pk, kind=AnswerKind.BY_POST)]

    for actor in (stranger, found.staff, helper_actor(reader)):
        with pytest.raises(NotPermitted):
            answer_items(actor=actor, request=found.request, answers=answer, token=uuid4())


def test_helper_who_may_send_answers_and_it_shows():
    found = asked()
    standing = StandingFactory(helper=True, person=found.person, scopes=["read_postbox", "send"])
    found.claimant = helper_actor(standing)

    submission = found.answer(1, AnswerKind.BY_POST)

    assert submission.submitted_by_standing_id == standing.pk
    assert Message.objects.get(submission=submission).acting_standing_id == standing.pk


def test_helper_does_not_answer_for_who_wants_own_post():
    found = asked()
    standing = StandingFactory(helper=True, person=found.person, scopes=["read_postbox", "send"])
    Person.objects.filter(pk=found.person.pk).update(wants_own_post_since=timezone.now())
    found.claimant = helper_actor(standing)

    with pytest.raises(NotPermitted):
        found.answer(1, AnswerKind.BY_POST)


def test_one_tap_asks_for_more_time_and_a_second_changes_nothing():
    found = asked()

    first = ask_for_time(actor=found.claimant, request=found.request, token=uuid4())
    again = ask_for_time(actor=found.claimant, request=found.request, token=uuid4())

    assert first == again == Extension.objects.get()
    assert first.until >= found.request.deadline + datetime.timedelta(days=14)
    assert found.now().deadline == found.request.deadline
    assert first.submission.title == "Wunsch nach mehr Zeit"


def test_wish_for_a_day_that_is_no_more_time_is_refused():
    found = asked()

    with pytest.raises(DayNotPossible):
        ask_for_time(actor=found.claimant, request=found.request, token=uuid4(), until=found.request.deadline)


def test_hint_has_no_deadline_to_extend():
    found = asked(is_hint=True)

    with pytest.raises(NoDeadline):
        ask_for_time(actor=found.claimant, request=found.request, token=uuid4())


def test_draft_is_not_answered():
    found = drafted(STATEMENTS, LEASE)

    with pytest.raises(NotPermitted):
        found.answer(1, AnswerKind.BY_POST)
