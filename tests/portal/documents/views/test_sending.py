import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.documents.models import Document
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def helping():
    return StandingFactory(helper=True, scopes=["upload"], holder_name="Julia")


@pytest.fixture
def helper(client, helping):
    client.force_login(helping.user)
    return client


def address(standing, page="schicken/"):
    return f"/fuer/{standing.case_id}/unterlagen/{page}"


def pdf(name="Lohn.pdf"):
    return SimpleUploadedFile(name, make_pdf(2))


def test_who_may_only_upload_is_told_what_has_arrived(helper, helping):
    page = helper.post(address(helping), {"files": [pdf(), pdf("Miete.pdf")]}).content.decode()
    assert "2 Dateien sind angekommen." in page
    assert "Lohn.pdf" in page
    document = Document.objects.earliest("created_at")
    assert (document.case, document.person, document.uploaded_by_standing_id) == (
        helping.case,
        helping.person,
        helping.pk,
    )


def test_who_may_only_upload_reads_nothing_afterwards(helper, helping):
    helper.post(address(helping), {"files": pdf()})
    foreign = DocumentFactory(case=helping.case, name="Kontoauszug.pdf")
    for page in ("", "schicken/"):
        text = helper.get(address(helping, page)).content.decode()
        assert "Lohn.pdf" not in text
        assert "Kontoauszug.pdf" not in text
    for document in (foreign, Document.objects.get(uploaded_by_standing_id=helping.pk)):
        assert helper.get(address(helping, f"{document.pk}/")).status_code == 404
        assert helper.post(address(helping, f"{document.pk}/entfernen/")).status_code == 404


@pytest.mark.parametrize("page", ["antrag/", "postfach/"])
def test_other_pages_stay_empty(helper, helping, page):
    DocumentFactory(case=helping.case, name="Kontoauszug.pdf")
    assert "Kontoauszug" not in helper.get(f"/fuer/{helping.case_id}/{page}").content.decode()


def test_person_sees_who_has_sent_it(client, helping):
    actor = claimant_actor(helping.case)
    helper = client
    helper.force_login(helping.user)
    helper.post(address(helping), {"files": pdf()})
    client.force_login(helping.person.user)
    page = client.get("/unterlagen/").content.decode()
    assert "Lohn.pdf" in page
    assert "von Julia (helfende Person)" in page
    assert actor.case_ids == {helping.case_id}


def test_refused_file_does_not_hold_up_the_others(helper, helping):
    page = helper.post(
        address(helping), {"files": [pdf(), SimpleUploadedFile("virus.exe", b"MZ\x00\x00")]}
    ).content.decode()
    assert "1 Datei ist angekommen." in page
    assert "virus.exe: " in page


def test_nothing_chosen_is_said(helper, helping):
    assert "Bitte wählen Sie mindestens eine Datei aus." in helper.post(address(helping)).content.decode()


def test_without_the_scope_or_outside_of_a_space_there_is_no_such_page(client):
    reader = StandingFactory(helper=True, scopes=["fill_in"])
    client.force_login(reader.user)
    assert client.get(address(reader)).status_code == 404
    assert client.post(address(reader), {"files": pdf()}).status_code == 404
    assert client.get("/unterlagen/schicken/").status_code == 404
    assert not Document.objects.exists()
