import operator

import pytest

from portal.documents.domain.doubles import note_double, twins_of
from portal.documents.models import Document, DocumentPage
from portal.documents.services import join_documents, keep_double, mark_handed_in, remove_document
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


def twins(case, actor=None):
    """By name of the later file: name of the earlier one and the pages that are the same."""
    documents = Document.objects.filter(case=case).whole().to_show()
    names = {document.pk: document.original_name for document in Document.objects.all()}
    found = twins_of(actor or claimant_actor(case), documents)
    return {names[key]: (twin.document.original_name, twin.pages) for key, twin in found.items()}


def printed(document, *prints):
    """The document with these fingerprints of its pages."""
    DocumentPage.objects.filter(document=document).delete()
    DocumentPage.objects.bulk_create(
        DocumentPage(document=document, number=number, fingerprint=each) for number, each in enumerate(prints, start=1)
    )
    note_double(document.pk, is_same=operator.eq)
    return document


def other(case, name, pages=1, **fields):
    """Another file than all others."""
    return DocumentFactory(
        case=case, name=name, content=make_pdf(pages) + b"\n%" + name.encode(), pages=pages, **fields
    )


def test_same_file_is_known_and_only_the_later_one_told(case):
    DocumentFactory(case=case, name="alt.pdf")
    DocumentFactory(case=case, name="neu.pdf")

    assert twins(case) == {"neu.pdf": ("alt.pdf", ())}


def test_what_was_sent_before_counts(case):
    mark_handed_in(documents=[DocumentFactory(case=case, name="alt.pdf")], at=Document.objects.get().created_at)
    DocumentFactory(case=case, name="neu.pdf")

    assert twins(case) == {"neu.pdf": ("alt.pdf", ())}


def test_same_file_in_another_case_is_nobodys_business(case):
    DocumentFactory(name="fremd.pdf")
    DocumentFactory(case=case, name="neu.pdf")

    assert twins(case) == {}


def test_nobody_is_asked_again_about_what_shall_stay(case):
    DocumentFactory(case=case, name="alt.pdf")
    keep_double(actor=claimant_actor(case), document=DocumentFactory(case=case, name="neu.pdf"))

    assert twins(case) == {}


def test_same_page_is_named_by_its_number(case):
    printed(other(case, "alt.pdf"), "aa")
    printed(other(case, "neu.pdf", pages=3), "bb", "aa", "")

    assert twins(case) == {"neu.pdf": ("alt.pdf", (2,))}


def test_pages_of_one_document_are_not_compared_with_each_other(case):
    printed(other(case, "neu.pdf", pages=2), "aa", "aa")

    assert twins(case) == {}


def test_what_was_removed_meanwhile_is_not_named(case):
    old = printed(other(case, "alt.pdf"), "aa")
    printed(other(case, "neu.pdf"), "aa")
    remove_document(actor=claimant_actor(case), document=old)

    assert twins(case) == {}


def test_part_of_a_joined_document_is_compared_for_itself(case):
    DocumentFactory(case=case, name="alt.jpg", content=make_image())
    again, more = (
        DocumentFactory(case=case, name="neu.jpg", content=make_image()),
        DocumentFactory(case=case, name="mehr.jpg", content=make_image(size=(100, 100))),
    )
    join_documents(actor=claimant_actor(case), documents=[again, more], name="Mietvertrag.pdf")

    assert twins(case) == {"neu.jpg": ("alt.jpg", ())}


def test_who_may_only_upload_learns_nothing_of_what_others_have_sent():
    helping = StandingFactory(helper=True, scopes=["upload"])
    for name in ("alt.pdf", "neu.pdf"):
        DocumentFactory(case=helping.case, name=name)

    assert twins(helping.case, helper_actor(helping)) == {}


@pytest.mark.parametrize("files", [1, 4])
def test_two_questions_however_many_files(case, files, django_assert_num_queries):
    for number in range(files):
        printed(other(case, f"{number}.pdf"), "aa")
    actor = claimant_actor(case)
    documents = list(Document.objects.filter(case=case).to_show())

    with django_assert_num_queries(2 if files > 1 else 1):
        twins_of(actor, documents)
