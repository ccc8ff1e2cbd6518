import io

import pytest
from django.db import transaction
from msgspec import structs
from PIL import Image

from portal.documents.domain import reading
from portal.documents.models import Document, DocumentPage, StoredFile
from portal.documents.services import join_documents, open_file, remove_document, take_apart
from portal.outbox.models import OutboxMessage
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_scan, make_sheet, make_text_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]


def read(document):
    """All slices, one after the other; returns how many there were."""
    runs = 0
    while True:
        OutboxMessage.objects.all().delete()
        with transaction.atomic():
            reading.read_pages(document.pk)
        runs += 1
        if not OutboxMessage.objects.filter(fact="document.pages_left").exists():
            return runs


def pages(document):
    return list(DocumentPage.objects.filter(document=document).order_by("number"))


def picture(stored):
    return Image.open(io.BytesIO(b"".join(open_file(stored))))


def test_text_layer_is_taken_and_pictures_are_made():
    document = DocumentFactory(content=make_text_pdf(2), pages=2)

    read(document)

    first, second = pages(document)
    assert [page.text for page in (first, second)] == ["Kontoauszug Januar"] * 2
    assert (first.image.kind, first.image.media_type, first.width, first.turn) == ("page", "image/webp", 1240, 0)
    assert (picture(first.image).format, picture(first.image).width) == ("WEBP", 1240)
    assert picture(second.thumbnail).width == 160


def test_scan_is_read_by_its_picture():
    document = DocumentFactory(content=make_scan())

    read(document)

    (page,) = pages(document)
    assert "Größe der Wohnung beträgt 62" in page.text
    assert "420,50 Euro" in page.text


@pytest.mark.parametrize(("laid", "turn"), [(180, 180), (90, 270), (270, 90)])
def test_page_that_lies_wrong_is_turned_and_read(laid, turn):
    document = DocumentFactory(content=make_scan(make_sheet(turned=laid)))

    read(document)

    (page,) = pages(document)
    assert (page.turn, "Grundmiete" in page.text) == (turn, True)


def test_empty_page_has_no_text_and_is_not_read_again():
    document = DocumentFactory()

    read(document)
    files = StoredFile.objects.count()
    read(document)

    assert ([page.text for page in pages(document)], StoredFile.objects.count()) == ([""], files)


def test_long_document_is_done_in_slices(monkeypatch):
    monkeypatch.setattr(reading, "DRAWN_AT_ONCE", 2)
    document = DocumentFactory(content=make_text_pdf(5), pages=5)

    assert (read(document), all(page.image for page in pages(document))) == (3, True)


def test_reading_stops_when_its_time_is_up(monkeypatch):
    monkeypatch.setattr(reading, "BUDGET", 0)
    document = DocumentFactory(
        content=make_scan(make_sheet(["Seite eins ist da"]), make_sheet(["Seite zwei ist da"])), pages=2
    )

    assert read(document) == 3
    assert [page.text for page in pages(document)] == ["Seite eins ist da", "Seite zwei ist da"]


def test_nothing_is_kept_of_a_restricted_document():
    document = DocumentFactory(content=make_text_pdf(), is_restricted=True)

    read(document)

    (page,) = pages(document)
    assert (page.image, page.thumbnail, page.text, page.fingerprint) == (None, None, None, None)


def test_restricted_page_is_drawn_when_it_is_looked_at():
    document = DocumentFactory(content=make_text_pdf(), is_restricted=True)

    assert Image.open(io.BytesIO(reading.draw_page(document, 1))).width == 1240


def test_document_that_waits_is_not_read():
    document = DocumentFactory(is_checked=False)

    read(document)

    assert pages(document) == []


def test_document_removed_meanwhile_leaves_nothing(monkeypatch, django_capture_on_commit_callbacks):
    document = DocumentFactory(content=make_text_pdf())
    draw = reading._draw

    def draw_while_it_is_removed(found):
        seen = draw(found)
        remove_document(actor=claimant_actor(document.case), document=document)
        return seen

    monkeypatch.setattr(reading, "_draw", draw_while_it_is_removed)
    with django_capture_on_commit_callbacks(execute=True):
        read(document)

    assert (DocumentPage.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_removed_document_takes_its_pictures_along(django_capture_on_commit_callbacks):
    document = DocumentFactory(content=make_text_pdf(2), pages=2)
    read(document)
    assert StoredFile.objects.filter(kind="page").count() == 4

    with django_capture_on_commit_callbacks(execute=True):
        remove_document(actor=claimant_actor(document.case), document=document)

    assert (DocumentPage.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_parts_are_read_only_when_they_stand_alone():
    actor = claimant_actor((first := DocumentFactory(content=make_text_pdf())).case)
    second = DocumentFactory(case=first.case, content=make_text_pdf())
    joined = join_documents(actor=actor, documents=[first, second], name="Zwei")
    read(first)
    assert pages(first)[0].image is None

    take_apart(actor=actor, joined=joined)
    left = list(OutboxMessage.objects.filter(fact="document.pages_left").values_list("subject_id", flat=True))
    read(Document.objects.get(pk=first.pk))

    assert (left, pages(first)[0].image is None) == ([first.pk, second.pk], False)


def test_without_the_language_pages_stay_unread(settings, caplog):
    settings.PORTAL = structs.replace(settings.PORTAL, ocr_languages="klingon")
    document = DocumentFactory(content=make_scan())

    assert read(document) == 2
    assert ([page.text for page in pages(document)], "klingon" in caplog.text) == ([None], True)
    assert list(reading.unread()) == [document.pk]
