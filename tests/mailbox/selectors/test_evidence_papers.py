import pytest

from mailbox.selectors.evidence_papers import apart_from_answers, files_of_answers, papers_there, uploads_of
from mailbox.services.evidence import choose_papers, make_one, withdraw_request
from portal.documents.models import Document
from tests.factories.evidence import asked

pytestmark = pytest.mark.django_db


def test_what_was_chosen_is_found_under_the_item_however_it_was_put_together():
    found = asked()
    (first, second) = found.items
    documents = [found.document(name="a.pdf"), found.document(name="b.pdf")]
    choose_papers(actor=found.claimant, item=first, documents=documents)

    make_one(actor=found.claimant, item=first, documents=documents)

    (joined,) = uploads_of(found.claimant, found.request)[first.pk]
    assert joined.original_name == "Kontoauszüge der letzten drei Monate.pdf"
    assert second.pk not in uploads_of(found.claimant, found.request)


def test_what_was_chosen_for_a_request_is_apart_from_forms():
    found = asked()
    mine, other = found.document(name="a.pdf"), found.document(name="b.pdf")
    choose_papers(actor=found.claimant, item=found.items[0], documents=[mine])

    assert list(apart_from_answers(Document.objects.filter(case=found.request.case))) == [other]


def test_what_was_chosen_for_an_open_request_is_not_tidied_away():
    found = asked()
    mine = found.document()
    choose_papers(actor=found.claimant, item=found.items[0], documents=[mine])
    assert files_of_answers([found.request.case_id]) == {mine.pk}

    withdraw_request(actor=found.staff, request=found.request)

    assert files_of_answers([found.request.case_id]) == frozenset()


def test_papers_that_are_there_are_those_that_were_handed_in():
    found = asked()
    document = found.document()
    assert not papers_there(found.claimant, found.request)

    found.answer(1, document_ids=[document.pk])

    assert list(papers_there(found.claimant, found.request)) == [document]
