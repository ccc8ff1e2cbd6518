import pytest

from portal.cases.models import Actor
from portal.documents.domain.joining import usable_parts
from portal.documents.errors import DocumentInUse, NotAllowed
from portal.documents.models import Document, StoredFile
from portal.documents.services import join_documents, mark_handed_in, move_part, remove_document, take_apart
from portal.outbox.services import deliver_due
from tests.factories.cases import CaseFactory, claimant_actor
from tests.portal.documents.domain.test_joining import joined, part, widths

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scanner")]


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def actor(case) -> Actor:
    return claimant_actor(case)


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


def test_documents_of_two_cases_are_not_joined(case, actor):
    with pytest.raises(NotAllowed):
        join_documents(actor=actor, documents=[part(case, 100), part(CaseFactory(), 200)], name="x.pdf")


def test_what_was_sent_keeps_its_order(case, actor):
    document = part(case, 100)
    mark_handed_in(documents=[document], at=document.created_at)

    with pytest.raises(DocumentInUse):
        join_documents(actor=actor, documents=[Document.objects.get(pk=document.pk)], name="x.pdf")
