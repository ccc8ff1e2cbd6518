import io

import pytest
from django.db import transaction
from django.utils import timezone

from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus
from portal.documents.errors import DocumentInUse, NotAllowed, TypeNotAllowed
from portal.documents.models import Document
from portal.documents.services import add_pages, join_documents, mark_handed_in, replace_document
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf

pytestmark = pytest.mark.django_db


def replace(document, *, actor=None, name="besser.jpg", content=None):
    return replace_document(
        actor=actor or claimant_actor(document.case),
        document=document,
        upload=io.BytesIO(content or make_image()),
        name=name,
    )


def names(whole):
    return [part.original_name for part in whole.parts.present().order_by("position")]


def joined(*names):
    case = CaseFactory()
    parts = [DocumentFactory(case=case, name=name) for name in names]
    return join_documents(actor=claimant_actor(case), documents=parts, name="Mietvertrag.pdf")


def test_new_file_is_for_the_same_and_known_by_the_place_of_the_old_one():
    document = DocumentFactory(evidence_code="LEASE", evidence_person="p1")

    new = replace(document)

    assert (new.place, new.evidence_code, new.evidence_person) == (document.pk, "LEASE", "p1")
    assert list(Document.objects.present()) == [new]


def test_place_is_handed_on():
    document = DocumentFactory()

    assert replace(replace(document)).place == document.pk


def test_page_of_a_document_keeps_its_place_in_the_order():
    whole = joined("eins.pdf", "zwei.pdf", "drei.pdf")

    replace(whole.parts.get(position=2))

    assert names(whole) == ["eins.pdf", "besser.jpg", "drei.pdf"]


def test_document_that_could_not_be_used_is_made_anew():
    whole = joined("eins.pdf", "zwei.pdf")
    advance(whole, DocumentStatus.REFUSED, actor=CHECKER, refusal="check_failed")

    replace(whole.parts.get(position=1))

    whole.refresh_from_db()
    assert (whole.status, whole.refusal) == (DocumentStatus.SCANNED, "")


def test_one_file_takes_the_place_of_a_whole_document():
    whole = joined("eins.pdf", "zwei.pdf")

    new = replace(whole, name="alles.pdf", content=make_pdf(2))

    assert list(Document.objects.present()) == [new]
    assert new.place == whole.place


def test_refused_file_leaves_the_old_one():
    document = DocumentFactory()

    with pytest.raises(TypeNotAllowed), transaction.atomic():
        replace(document, name="x.exe", content=b"MZ\x00")

    assert list(Document.objects.present()) == [document]


def test_sent_document_is_not_replaced():
    document = DocumentFactory()
    mark_handed_in(documents=[document], at=timezone.now())

    with pytest.raises(DocumentInUse):
        replace(document)


def test_document_of_others_is_not_replaced():
    with pytest.raises(NotAllowed), transaction.atomic():
        replace(DocumentFactory(), actor=claimant_actor(CaseFactory()))


def test_pages_are_added_behind_the_last_one():
    whole = joined("eins.pdf", "zwei.pdf")

    uploads = [(io.BytesIO(make_image()), "drei.jpg")]
    add_pages(actor=claimant_actor(whole.case), document=whole, uploads=uploads)

    assert names(Document.objects.get(is_joined=True)) == ["eins.pdf", "zwei.pdf", "drei.jpg"]


def test_single_photo_becomes_a_document_with_its_second_page():
    photo = DocumentFactory(name="foto.jpg", content=make_image())

    uploads = [(io.BytesIO(make_image(size=(90, 90))), "zwei.jpg")]
    add_pages(actor=claimant_actor(photo.case), document=photo, uploads=uploads)

    whole = Document.objects.get(is_joined=True)
    assert (whole.original_name, names(whole), whole.place) == ("foto.pdf", ["foto.jpg", "zwei.jpg"], photo.pk)
