import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.documents.models import Document
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf, release

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
    page = helper.post(address(helping), {"files": [pdf(), pdf("Miete.pdf")]}, follow=True).content.decode()
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
    assert "Dateien, die hier nicht genannt sind, sind angekommen." in page
    assert "Lohn.pdf" in page
    assert "virus.exe: " in page


def sent(helper, helping, *names):
    """What the helper sees after sending files of these names: the address and the documents."""
    answer = helper.post(address(helping), {"files": [pdf(name) for name in names]})
    return answer.headers["Location"], list(Document.objects.order_by("created_at"))


def test_helper_is_shown_what_has_become_of_it_for_an_hour(helper, helping, time_machine):
    shown, (document,) = sent(helper, helping, "Lohn.pdf")
    release(document, notes=["blurred"])

    assert "Das Bild ist unscharf." in helper.get(shown).content.decode()
    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=61))
    assert "Lohn.pdf" not in helper.get(shown).content.decode()


def test_nobody_else_is_shown_it(helper, helping, client):
    shown, _documents = sent(helper, helping, "Lohn.pdf")
    other = StandingFactory(helper=True, person=helping.person, scopes=["upload"])
    client.force_login(other.user)

    assert "Lohn.pdf" not in client.get(shown).content.decode()


def test_helper_puts_a_better_photo_in_the_place_of_a_bad_one(helper, helping):
    shown, (document,) = sent(helper, helping, "Lohn.pdf")

    page = helper.post(shown, {f"replace-{document.pk}": pdf("Besser.pdf")}, follow=True).content.decode()

    assert ("Besser.pdf" in page, "Lohn.pdf" in page) == (True, False)
    assert Document.objects.present().count() == 1


def test_helper_makes_one_document_of_several_files(helper, helping):
    shown, _documents = sent(helper, helping, "eins.pdf", "zwei.pdf")

    page = helper.post(shown, {"join": "1"}, follow=True).content.decode()

    assert "Die Dateien sind jetzt eine Unterlage mit mehreren Seiten." in page
    assert [part.original_name for part in Document.objects.get(is_joined=True).parts.order_by("position")] == [
        "eins.pdf",
        "zwei.pdf",
    ]


def test_further_page_is_shown_with_the_others_also_when_they_are_taken_apart(helper, helping):
    shown, (document,) = sent(helper, helping, "eins.pdf")

    shown = helper.post(shown, {f"more-{document.pk}": pdf("zwei.pdf")}).headers["Location"]
    assert "Als einzelne Dateien behalten" in helper.get(shown).content.decode()
    shown = helper.post(shown, {"apart": Document.objects.get(is_joined=True).pk}).headers["Location"]

    page = helper.get(shown).content.decode()
    assert [name in page for name in ("eins.pdf", "zwei.pdf", "Als einzelne Dateien behalten")] == [True, True, False]


def test_looking_again_sends_nothing(helper, helping):
    shown, _documents = sent(helper, helping, "Lohn.pdf")

    answer = helper.post(shown, {"look": "1"})

    assert (answer.status_code, answer.headers["Location"]) == (302, shown)


def test_nothing_chosen_is_said(helper, helping):
    assert "Bitte wählen Sie mindestens eine Datei aus." in helper.post(address(helping)).content.decode()


def test_without_the_scope_or_outside_of_a_space_there_is_no_such_page(client):
    reader = StandingFactory(helper=True, scopes=["fill_in"])
    client.force_login(reader.user)
    assert client.get(address(reader)).status_code == 404
    assert client.post(address(reader), {"files": pdf()}).status_code == 404
    assert client.get("/unterlagen/schicken/").status_code == 404
    assert not Document.objects.exists()
