import pytest

from portal.documents.domain.words import say
from portal.documents.models import Document
from portal.documents.services import keep_anyway
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
