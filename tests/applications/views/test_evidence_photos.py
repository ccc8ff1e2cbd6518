import pytest
from django.urls import reverse

from portal.documents.models import Document
from portal.submissions.models import Submission, SubmittedFile
from tests.applications.views.test_evidence import entries, page, proofs, upload
from tests.factories.applications import DraftFactory
from tests.factories.documents import make_image, release
from tests.factories.personas import P02, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory(answers=fresh(P02))


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def photo(name, width=100):
    """A picture, another one for each width."""
    return upload(name, make_image(size=(width, 80)))


@pytest.fixture
def two_pages(visitor, draft):
    """The lease as two photos, sent at once; returns the document they became."""
    files = {"file-LEASE": [photo("eins.jpg", 100), photo("zwei.jpg", 101)]}
    visitor.post(page(draft), files | {"upload": "LEASE"})
    return Document.objects.get(is_joined=True)


def files_of(visitor, draft, key="LEASE"):
    """Names of the files of a paper as the page shows them, a joined one with its pages."""
    shown = entries(visitor.get(page(draft)))[key]["files"]
    return [(file.said.name, [part.name for part in file.said.parts]) for file in shown]


def test_several_photos_at_once_are_the_pages_of_the_paper(visitor, draft, two_pages):
    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["eins.jpg", "zwei.jpg"])]


def test_photos_for_anything_else_stay_apart(visitor, draft):
    visitor.post(page(draft), {"file-OTHER": [photo("eins.jpg", 100), photo("zwei.jpg", 101)], "upload": "OTHER"})

    assert files_of(visitor, draft, "OTHER") == [("eins.jpg", []), ("zwei.jpg", [])]


def test_pages_are_moved_by_buttons(visitor, draft, two_pages):
    visitor.post(page(draft), {"down": str(two_pages.parts.get(position=1).pk)})

    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["zwei.jpg", "eins.jpg"])]


def test_pages_are_put_into_an_order(visitor, draft, two_pages):
    one, two = two_pages.parts.order_by("position")

    visitor.post(page(draft), {f"order-{two_pages.pk}": f"{two.pk},{one.pk}"})

    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["zwei.jpg", "eins.jpg"])]


def test_pages_are_single_files_again(visitor, draft, two_pages):
    visitor.post(page(draft), {"apart": str(two_pages.pk)})

    assert files_of(visitor, draft) == [("eins.jpg", []), ("zwei.jpg", [])]


def test_files_of_one_paper_become_one_document(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": [upload("eins.pdf"), upload("zwei.pdf")], "upload": "LEASE"})

    visitor.post(page(draft), {"join": "LEASE"})

    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["eins.pdf", "zwei.pdf"])]


def test_further_page_stays_with_the_paper_when_it_is_taken_apart(visitor, draft, two_pages):
    visitor.post(page(draft), {f"more-{two_pages.pk}": photo("drei.jpg", 102), "upload": "LEASE"})
    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["eins.jpg", "zwei.jpg", "drei.jpg"])]
    assert len(proofs()["LEASE"]["documents"]) == 3

    visitor.post(page(draft), {"apart": str(Document.objects.get(is_joined=True).pk)})

    assert files_of(visitor, draft) == [("eins.jpg", []), ("zwei.jpg", []), ("drei.jpg", [])]


def test_better_photo_stands_where_the_bad_one_did(visitor, draft, two_pages):
    bad = two_pages.parts.get(position=1)

    visitor.post(page(draft), {f"replace-{bad.pk}": photo("besser.jpg", 103), "upload": "LEASE"})

    assert files_of(visitor, draft) == [("Mietvertrag.pdf", ["besser.jpg", "zwei.jpg"])]


def test_replaced_file_stays_with_the_paper(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": photo("eins.jpg"), "upload": "LEASE"})

    visitor.post(page(draft), {f"replace-{Document.objects.get().pk}": photo("besser.jpg", 103)})

    assert files_of(visitor, draft) == [("besser.jpg", [])]


def test_refused_better_photo_is_told_at_the_file(visitor, draft, two_pages):
    bad = two_pages.parts.get(position=1)

    response = visitor.post(page(draft), {f"replace-{bad.pk}": upload("x.exe", b"MZ\x00")})

    (file,) = entries(response)["LEASE"]["files"]
    assert [error.partition(":")[0] for error in file.errors] == ["x.exe"]
    assert f'href="#datei-{two_pages.pk}"' in response.content.decode()


def test_page_that_is_hard_to_read_is_told_where_it_is_and_kept(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": photo("eins.jpg"), "upload": "LEASE"})
    document = release(Document.objects.get(), notes=["blurred"])

    shown = entries(visitor.get(page(draft)))["LEASE"]
    assert (shown["badge"], shown["is_open"], shown["files"][0].said.warnings) == (
        "bitte ansehen",
        True,
        ("Das Bild ist unscharf.",),
    )
    visitor.post(page(draft), {"keep": str(document.pk)})

    assert entries(visitor.get(page(draft)))["LEASE"]["badge"] == "1 Datei ist da"


def test_removed_document_takes_its_pages_with_it(visitor, draft, two_pages):
    visitor.post(page(draft), {"remove": str(two_pages.pk)})

    assert (files_of(visitor, draft), proofs()["LEASE"]["documents"]) == ([], [])


def test_photos_are_sent_as_one_document_page_by_page(visitor, draft, two_pages):
    visitor.post(reverse("applications:send", args=[draft.pk]))

    files = SubmittedFile.objects.order_by("position")
    assert [(file.name, file.part_of) for file in files] == [
        ("eins.jpg", "Mietvertrag.pdf"),
        ("zwei.jpg", "Mietvertrag.pdf"),
    ]
    assert [len(entry["documents"]) for entry in Submission.objects.get().data["evidence"]] == [1]


def test_page_asks_the_same_number_of_questions_however_many_files(visitor, draft, django_assert_max_num_queries):
    visitor.post(page(draft), {"file-LEASE": [photo(f"{width}.jpg", width) for width in range(100, 106)]})
    visitor.get(page(draft))

    with django_assert_max_num_queries(14):
        visitor.get(page(draft))
