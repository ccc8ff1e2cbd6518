import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from applications.models import Draft
from portal.documents.models import Document
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.documents import make_image, make_pdf
from tests.factories.personas import P02, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory(answers=fresh(P02))


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def page(draft):
    return reverse("applications:evidence", args=[draft.pk])


def upload(name="vertrag.pdf", content=None):
    return SimpleUploadedFile(name, make_pdf(2) if content is None else content)


def proofs():
    return {proof["id"]: proof for proof in Draft.objects.get().answers["evidence"]["proofs"]}


def test_page_lists_what_the_answers_need(visitor, draft):
    keys = [entry["line"].key for entry in visitor.get(page(draft)).context["lines"]]

    assert {"LEASE", "BANK_STATEMENT", "UVG_NOTICE:c1", "UVG_NOTICE:c2", "CHILD_BENEFIT_NOTICE"} <= set(keys)
    assert keys[-1] == "OTHER"


def test_statements_come_with_the_notice_on_blacking_out(visitor, draft):
    assert "Einnahmen dürfen Sie nicht schwärzen." in visitor.get(page(draft)).content.decode()


def test_several_files_for_several_papers_arrive_at_once(visitor, draft):
    files = {
        "file-LEASE": [upload("seite1.pdf"), upload("seite2.jpg", make_image())],
        "file-UVG_NOTICE:c1": upload("uvg.pdf"),
    }

    response = visitor.post(page(draft), files | {"go": "upload"})

    assert response.url == page(draft)
    assert sorted(Document.objects.values_list("evidence_code", "evidence_person", "pages")) == [
        ("LEASE", "", 1),
        ("LEASE", "", 2),
        ("UVG_NOTICE", "c1", 2),
    ]
    assert len(proofs()["LEASE"]["documents"]) == 2


def test_refused_file_is_explained_and_the_others_are_kept(visitor, draft):
    files = {"file-LEASE": upload("rechnung.pdf", b"MZ\x90 not a pdf"), "file-OTHER": upload("brief.pdf")}

    response = visitor.post(page(draft), files | {"go": "next"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "rechnung.pdf: Diese Art von Datei können wir nicht annehmen." in text
    assert 'href="#datei-LEASE"' in text
    assert list(proofs()) == ["OTHER"]


def test_empty_file_is_explained(visitor, draft):
    response = visitor.post(page(draft), {"file-LEASE": upload("leer.pdf", b""), "go": "upload"})

    assert "leer.pdf: Die Datei ist leer." in response.content.decode()


def test_later_and_not_available_are_answers(visitor, draft):
    sent = {
        "choice-LEASE": "later",
        "choice-BANK_STATEMENT": "not_available",
        "choice-OTHER": "sell_my_soul",
        "go": "next",
    }

    response = visitor.post(page(draft), sent)

    assert response.url == reverse("applications:step", args=[draft.pk, "bemerkung"])
    assert {key: proof["choice"] for key, proof in proofs().items()} == {
        "LEASE": "later",
        "BANK_STATEMENT": "not_available",
    }


def test_upload_replaces_later(visitor, draft):
    visitor.post(page(draft), {"choice-LEASE": "later", "go": "upload"})
    visitor.post(page(draft), {"choice-LEASE": "later", "file-LEASE": upload(), "go": "upload"})

    assert proofs()["LEASE"]["choice"] is None


def test_file_can_be_removed(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": upload(), "go": "upload"})
    document = Document.objects.get()

    response = visitor.post(page(draft), {"remove": str(document.pk)})

    assert response.url == page(draft)
    assert Document.objects.get().removed_at is not None
    assert proofs()["LEASE"]["documents"] == []


def test_files_of_others_cannot_be_removed(client, draft):
    client.force_login(draft.person.user)
    client.post(page(draft), {"file-LEASE": upload(), "go": "upload"})
    other = DraftFactory(answers=fresh(P02))
    client.force_login(other.person.user)

    client.post(page(other), {"remove": str(Document.objects.get().pk)})

    assert Document.objects.get().removed_at is None


def test_upload_for_something_no_longer_needed_is_still_shown(visitor, draft):
    visitor.post(page(draft), {"file-UVG_NOTICE:c1": upload(), "go": "upload"})
    visitor.post(reverse("applications:remove", args=[draft.pk, "einkommen-c1", "i2"]))

    lines = {entry["line"].key: entry["line"] for entry in visitor.get(page(draft)).context["lines"]}
    assert [document.pages for document in lines["UVG_NOTICE:c1"].documents] == [2]


def test_foreign_page_is_not_there(client, draft):
    client.force_login(UserFactory())

    assert client.get(page(draft)).status_code == 404
    assert client.post(page(draft), {"file-LEASE": upload(), "go": "upload"}).status_code == 404
    assert not Document.objects.exists()
