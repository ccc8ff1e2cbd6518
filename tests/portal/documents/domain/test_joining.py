import io

import pikepdf
import pytest

from portal.documents.domain import joining
from portal.documents.domain.joining import join_when_ready
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document
from portal.documents.services import join_documents, move_part, open_file
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


@pytest.mark.usefixtures("reading")
def test_notes_follow_their_pages(case, actor):
    blurred = release(DocumentFactory(case=case, content=make_pdf(), is_checked=False), notes=["blurred"])

    document = joined(actor, part(case, 100), blurred)

    assert [page.notes for page in document.page_list.all()] == [["blank"], ["blurred"]]
