import datetime

import pytest
from django.utils import timezone

from mailbox.domain.document_news import ask_about_deleting, say_judged, say_not_usable
from mailbox.models import Message
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document
from portal.documents.services import join_documents, mark_handed_in
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def refused(document, *, after=datetime.timedelta()):
    """The document as it is once the check has found it broken, so long after it came in."""
    Document.objects.filter(pk=document.pk).update(created_at=timezone.now() - after)
    advance(document, DocumentStatus.REFUSED, actor=CHECKER, refusal="unreadable")
    return Document.objects.get(pk=document.pk)


def test_message_names_the_file_the_reason_and_what_to_do_once():
    document = DocumentFactory(is_checked=False, name="Lohn.pdf")
    mark_handed_in(documents=[document], at=timezone.now())
    document = refused(document)

    message = say_not_usable(document)
    say_not_usable(document)

    assert Message.objects.count() == 1
    assert "„Lohn.pdf“" in message.body
    assert "Wir können die Datei nicht öffnen." in message.body
    assert "Ihr Antrag bleibt gültig." in message.body


def test_subject_names_no_file():
    document = refused(DocumentFactory(is_checked=False, name="Lohn.pdf"), after=datetime.timedelta(minutes=6))

    assert say_not_usable(document).thread.subject == "Eine Unterlage ist nicht verwendbar"


@pytest.mark.parametrize(("minutes", "is_told"), [(4, False), (6, True)])
def test_who_is_still_at_the_page_needs_no_message(minutes, is_told):
    document = refused(DocumentFactory(is_checked=False), after=datetime.timedelta(minutes=minutes))

    assert (say_not_usable(document) is not None) is is_told


def test_page_of_a_document_says_to_which_it_belongs():
    one = DocumentFactory(is_checked=False, name="seite1.pdf")
    two = DocumentFactory(case=one.case, name="seite2.pdf")
    join_documents(actor=claimant_actor(one.case), documents=[one, two], name="Mietvertrag.pdf")

    message = say_not_usable(refused(one, after=datetime.timedelta(minutes=6)))

    assert "Sie gehört zu „Mietvertrag.pdf“." in message.body


def test_nobody_is_told_of_what_can_be_used():
    assert say_not_usable(DocumentFactory()) is None


def judged(reason="Die zweite Seite fehlt."):
    """A document that somebody at the office cannot use."""
    document = DocumentFactory(name="Lohn.pdf")
    document.review, document.review_reason, document.reviewed_at = Review.UNUSABLE, reason, timezone.now()
    document.save()
    return document


def test_judgement_of_the_office_names_its_reason_once():
    document = judged()

    message = say_judged(document)
    say_judged(document)

    assert Message.objects.count() == 1
    assert [
        words
        for words in ("„Lohn.pdf“", "Die zweite Seite fehlt.", "Ihr Antrag bleibt gültig.")
        if words in message.body
    ] == [
        "„Lohn.pdf“",
        "Die zweite Seite fehlt.",
        "Ihr Antrag bleibt gültig.",
    ]
    assert "Lohn" not in message.thread.subject


def test_second_judgement_is_a_second_message():
    document = judged()
    say_judged(document)
    document.reviewed_at += datetime.timedelta(minutes=1)

    say_judged(document)

    assert Message.objects.count() == 2


def test_accepted_paper_is_no_news():
    document = judged()
    document.review = Review.ACCEPTED

    assert say_judged(document) is None


def test_person_is_asked_whether_a_paper_shall_be_deleted():
    document = DocumentFactory(name="Attest.pdf")
    document.deletion_proposed_at = timezone.now()

    message = ask_about_deleting(document)
    ask_about_deleting(document)

    assert (Message.objects.count(), message.thread.subject) == (1, "Eine Frage zu einer Unterlage")
    assert "Sollen wir es löschen? Sie entscheiden." in message.body


def test_question_that_was_answered_is_not_asked():
    assert ask_about_deleting(DocumentFactory()) is None
