import pytest

from mailbox.enums import AnswerKind, ItemStatus, RequestStatus
from mailbox.models import Message
from mailbox.services.evidence import follow_review, judge_item, waive_item
from portal.documents.enums import Review
from portal.documents.services import review_document
from portal.outbox.services import deliver_due
from tests.factories.evidence import LEASE, STATEMENTS, asked

pytestmark = pytest.mark.django_db


def said(found, document, verdict, reason=""):
    """What staff say in the viewer."""
    document.refresh_from_db()
    review_document(actor=found.staff, document=document, verdict=verdict, reason=reason)
    return follow_review(actor=found.staff, document=document)


def test_item_is_accepted_with_its_last_paper():
    found = asked(LEASE, STATEMENTS)
    pages = [found.document(), found.document(name="Seite 2.pdf")]
    found.answer(1, document_ids=[page.pk for page in pages])

    assert said(found, pages[0], Review.ACCEPTED) == []
    assert said(found, pages[1], Review.ACCEPTED) == [found.items[0]]
    assert found.statuses == [ItemStatus.ACCEPTED, ItemStatus.REQUESTED]


def test_unusable_paper_sends_the_item_back_with_its_words_and_says_it_once():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])

    said(found, document, Review.UNUSABLE, "Seite 2 fehlt.")
    deliver_due()

    assert (found.items[0].status, found.items[0].reason) == (ItemStatus.UNUSABLE, "Seite 2 fehlt.")
    assert sum("Seite 2 fehlt." in message.body for message in Message.objects.all()) == 1


def test_what_comes_instead_is_enough():
    found = asked(LEASE)
    bad, good = found.document(), found.document(name="besser.pdf")
    found.answer(1, document_ids=[bad.pk])
    said(found, bad, Review.UNUSABLE, "Zu dunkel.")
    found.answer(1, document_ids=[good.pk])

    said(found, good, Review.ACCEPTED)

    assert found.statuses == [ItemStatus.ACCEPTED]
    assert found.now().status == RequestStatus.SETTLED


def test_verdict_that_is_taken_back_opens_the_item_again():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])
    said(found, document, Review.ACCEPTED)

    said(found, document, None)

    assert found.statuses == [ItemStatus.HANDED_IN]
    assert found.now().status == RequestStatus.SENT


def test_item_accepted_by_mistake_follows_its_paper():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)

    said(found, document, Review.UNUSABLE, "Das ist ein anderes Blatt.")

    assert found.statuses == [ItemStatus.UNUSABLE]


def test_what_nobody_needs_any_more_stays_so():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])
    waive_item(actor=found.staff, item=found.items[0])

    assert said(found, document, Review.UNUSABLE, "Zu dunkel.") == []
    assert found.statuses == [ItemStatus.WAIVED]


def test_paper_that_answers_nothing_moves_nothing():
    found = asked(LEASE)
    found.answer(1, AnswerKind.NOT_AVAILABLE, text="Es gibt keinen.")
    document = found.document()

    assert follow_review(actor=found.staff, document=document) == []
