import io

import pikepdf
import pytest

from portal.documents.domain import joining
from portal.documents.domain.joining import join_when_ready, usable_parts
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document, StoredFile
from portal.documents.services import join_documents, move_part, open_file, remove_document, take_apart
from portal.outbox.services import deliver_due
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf, release

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scanner")]


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def actor(case):
    return claimant_actor(case)


def part(case, width, **fields):
    """A page that is known by its width."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, 842))
        target = io.BytesIO()
        pdf.save(target)
    return DocumentFactory(case=case, name=f"{width}.pdf", content=target.getvalue(), **fields)


def joined(actor, *parts):
    document = join_documents(actor=actor, documents=parts, name="Mietvertrag.pdf")
    deliver_due()
    return Document.objects.get(pk=document.pk)


def widths(document):
    with pikepdf.open(io.BytesIO(b"".join(open_file(document.normalised)))) as pdf:
        return [int(page.mediabox[2]) for page in pdf.pages]


def test_photos_become_one_document_in_the_chosen_order(case, actor):
    document = joined(actor, part(case, 300), part(case, 100), part(case, 200))

    assert (document.status, document.pages, widths(document)) == ("released", 3, [300, 100, 200])
    assert (document.original_name, document.size, document.sha256) == (
        "Mietvertrag.pdf",
        document.normalised.size,
        document.normalised.sha256,
    )


def test_document_waits_for_its_last_part(case, actor):
    late = part(case, 200, is_checked=False)
    document = join_documents(actor=actor, documents=[part(case, 100), late], name="x.pdf")

    join_when_ready(document.pk)
    assert Document.objects.get(pk=document.pk).status == "scanned"
    deliver_due()

    assert widths(Document.objects.get(pk=document.pk)) == [100, 200]


def test_part_that_cannot_be_used_is_left_out(case, actor):
    broken = part(case, 200, is_checked=False)
    good = part(case, 100)
    advance(broken, DocumentStatus.REFUSED, actor=CHECKER, refusal="unreadable")

    document = joined(actor, good, broken)

    assert (widths(document), list(document.parts.filter(status="refused"))) == ([100], [broken])


def test_document_without_usable_part_says_why(case, actor):
    broken = part(case, 200, is_checked=False)
    advance(broken, DocumentStatus.REFUSED, actor=CHECKER, refusal="unreadable")

    assert joined(actor, broken).refusal == "unreadable"


def test_page_is_moved_and_the_document_made_anew(case, actor):
    parts = [part(case, 100), part(case, 200)]
    document = joined(actor, *parts)
    former = document.normalised_id

    move_part(actor=actor, part=Document.objects.get(pk=parts[1].pk), by=-1)
    deliver_due()

    document.refresh_from_db()
    assert (widths(document), StoredFile.objects.filter(pk=former).exists()) == ([200, 100], False)


def test_first_page_stays_first(case, actor):
    parts = [part(case, 100), part(case, 200)]
    document = joined(actor, *parts)

    move_part(actor=actor, part=Document.objects.get(pk=parts[0].pk), by=-1)

    assert (widths(document), Document.objects.get(pk=document.pk).status) == ([100, 200], "released")


def test_removed_page_is_gone_from_the_document(case, actor):
    parts = [part(case, 100), part(case, 200)]
    document = joined(actor, *parts)

    remove_document(actor=actor, document=Document.objects.get(pk=parts[0].pk))
    deliver_due()

    document.refresh_from_db()
    assert (widths(document), usable_parts(document)) == ([200], [parts[1]])


def test_document_goes_with_its_last_page(case, actor):
    only = part(case, 100)
    document = joined(actor, only)

    remove_document(actor=actor, document=Document.objects.get(pk=only.pk))

    assert not Document.objects.filter(pk=document.pk).exists()


def test_removed_document_takes_its_pages_along(case, actor):
    parts = [part(case, 100), part(case, 200)]
    document = joined(actor, *parts)

    remove_document(actor=actor, document=document)

    assert list(Document.objects.present()) == []
    assert StoredFile.objects.count() == 0


def test_taken_apart_the_files_stand_for_themselves(case, actor):
    parts = [part(case, 200), part(case, 100)]
    document = joined(actor, *parts)

    assert take_apart(actor=actor, joined=document) == parts

    assert set(Document.objects.whole()) == set(parts)


def test_joined_document_brings_its_parts_along(case, actor):
    first = joined(actor, part(case, 100), part(case, 200))

    document = joined(actor, first, part(case, 300))

    assert (widths(document), Document.objects.filter(is_joined=True).count()) == ([100, 200, 300], 1)


def test_order_changed_during_the_work_is_not_overwritten(case, actor, monkeypatch):
    parts = [part(case, 100), part(case, 200)]
    document = join_documents(actor=actor, documents=parts, name="x.pdf")
    real = joining.open_file

    def move_meanwhile(stored):
        monkeypatch.undo()
        move_part(actor=actor, part=Document.objects.get(pk=parts[1].pk), by=-1)
        return real(stored)

    monkeypatch.setattr(joining, "open_file", move_meanwhile)
    join_when_ready(document.pk)
    assert Document.objects.get(pk=document.pk).status == "scanned"
    deliver_due()

    assert widths(Document.objects.get(pk=document.pk)) == [200, 100]


def test_notes_follow_their_pages(case, actor):
    blurred = release(DocumentFactory(case=case, content=make_pdf(), is_checked=False), notes=["blurred"])

    document = joined(actor, part(case, 100), blurred)

    assert [page.notes for page in document.page_list.all()] == [["blank"], ["blurred"]]
