import datetime

import pytest
from django.utils import timezone

from portal.documents.domain.doubles import Twin
from portal.documents.domain.words import checked_in_words, say
from portal.documents.models import Document
from portal.documents.services import join_documents, keep_anyway
from portal.ui.formats import format_date
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory, release

pytestmark = pytest.mark.django_db


def said(document):
    return say(Document.objects.with_notes().get(pk=document.pk))


def test_document_under_way_says_so():
    document = DocumentFactory(is_checked=False)

    assert (said(document).state, said(document).kind) == ("Angekommen, wird geprüft", "info")


def test_readable_document_names_its_pages():
    assert said(DocumentFactory(pages=3)).extent.startswith("3 Seiten, ")


def test_page_that_is_hard_to_read_is_named_with_why():
    document = release(DocumentFactory(is_checked=False), pages=2, notes=["blurred", "dark"])

    assert said(document).warnings == ("Seite 1 ist unscharf und zu dunkel oder zu hell.",)


def test_nobody_is_asked_again_about_what_they_keep():
    document = release(DocumentFactory(is_checked=False), notes=["blurred"])

    keep_anyway(actor=claimant_actor(document.case), document=document)

    assert said(document).warnings == ()


def whole_of(*documents):
    """The documents as one, as pages bring it along."""
    actor = claimant_actor(documents[0].case)
    joined = join_documents(actor=actor, documents=documents, name="Mietvertrag.pdf")
    return Document.objects.to_show().get(pk=joined.pk)


def test_bad_page_is_told_at_the_page_and_the_whole_needs_a_look():
    good = DocumentFactory(name="eins.pdf")
    bad = release(DocumentFactory(case=good.case, name="zwei.pdf", is_checked=False), notes=["dark"])

    found = say(whole_of(good, bad))

    assert (found.warnings, [part.warnings for part in found.parts]) == (
        (),
        [(), ("Das Bild ist zu dunkel oder zu hell.",)],
    )
    assert found.needs_a_look is True


def test_checks_to_come_count_the_whole_and_its_pages():
    one = DocumentFactory(is_checked=False)
    two = DocumentFactory(case=one.case)

    assert say(whole_of(one, two)).checks_to_come == 2


def test_long_check_is_explained_without_alarm(time_machine):
    document = DocumentFactory(is_checked=False)
    assert "nur ein paar Sekunden" in said(document).news

    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=6))

    assert (
        said(document).news
        == "Die Prüfung dauert heute länger. Ihre Datei liegt sicher bei uns. Sie müssen nichts tun."
    )


def test_double_is_said_softly():
    document, known = DocumentFactory(pages=3), DocumentFactory(pages=1)
    day = format_date(known.created_at)

    def words(*pages):
        return say(document, {document.pk: Twin(known, pages)}).twin

    assert words() == f"Diese Datei haben wir schon, angekommen am {day}."
    assert words(2) == f"Seite 2 haben wir vielleicht schon, angekommen am {day}."
    assert words(1, 2, 3) == f"Diese Seiten haben wir vielleicht schon, angekommen am {day}."


def test_proof_names_steps_and_both_check_sums():
    document = DocumentFactory()

    proof = dict(say(Document.objects.to_show().get()).proof)

    assert list(proof)[:3] == ["Angekommen", "Auf Schadprogramme geprüft", "Lesbar gemacht und gespeichert"]
    assert list(proof.values())[3:] == [document.sha256, document.normalised.sha256]


@pytest.mark.parametrize(
    ("checked", "to_look_at", "words"),
    [
        (0, 0, ""),
        (2, 0, "2 Dateien sind geprüft."),
        (2, 1, "2 Dateien sind geprüft. 1 Datei sehen Sie sich bitte noch einmal an."),
    ],
)
def test_result_is_said_in_a_sentence(checked, to_look_at, words):
    assert checked_in_words(checked, to_look_at) == words
