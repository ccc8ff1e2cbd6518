import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.documents.models import Document, HandOver
from portal.documents.services import open_hand_over
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def hand_over(case):
    return open_hand_over(
        actor=claimant_actor(case), case=case, person=None, title="Mietvertrag", place="x", back="/antrag/"
    )


@pytest.fixture
def computer(client, case):
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return client


@pytest.fixture
def phone():
    return Client()


def photo(name="IMG_1.jpg", content=None):
    return SimpleUploadedFile(name, make_image() if content is None else content)


def on_phone(hand_over):
    return reverse("phone:upload", args=[hand_over.code])


def on_computer(hand_over):
    return reverse("documents:hand_over", args=[hand_over.pk])


def test_phone_shows_what_the_photos_are_for_and_needs_no_account(phone, hand_over):
    response = phone.get(on_phone(hand_over))

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert ">Mietvertrag</h1>" in response.content.decode()


def test_photos_appear_on_the_computer(phone, computer, hand_over):
    assert "Noch ist nichts angekommen." in computer.get(on_computer(hand_over)).content.decode()

    sent = phone.post(on_phone(hand_over), {"files": [photo(), photo("IMG_2.jpg")]})

    assert sent.url == on_phone(hand_over)
    assert "2 Dateien sind angekommen" in phone.get(sent.url).content.decode()
    html = computer.get(on_computer(hand_over)).content.decode()
    assert [name for name in ("IMG_1.jpg", "IMG_2.jpg") if name in html] == ["IMG_1.jpg", "IMG_2.jpg"]


def test_computer_shows_code_and_address(computer, hand_over):
    html = computer.get(on_computer(hand_over)).content.decode()

    assert f"{hand_over.code[:5]}-{hand_over.code[5:]}" in html
    assert 'src="data:image/svg' in html


def test_refused_photo_does_not_hold_up_the_others(phone, hand_over):
    response = phone.post(on_phone(hand_over), {"files": [photo("a.jpg", b"MZ"), photo()]})

    assert response.status_code == 422
    assert "a.jpg: Diese Art von Datei" in response.content.decode()
    assert Document.objects.get().original_name == "IMG_1.jpg"


def test_nothing_chosen_is_explained(phone, hand_over):
    assert "mindestens ein Foto" in phone.post(on_phone(hand_over)).content.decode()


@pytest.mark.parametrize("code", ["00000-00000", "kurz", "zzzzz-zzzzz"])
def test_wrong_code_leads_to_the_field(phone, code):
    response = phone.get(reverse("phone:upload", args=[code]))

    assert response.status_code == 404
    assert "Dieser Code gilt nicht oder nicht mehr" in response.content.decode()


def test_typed_code_opens_the_page(phone, hand_over):
    typed = f" {hand_over.code[:5]}-{hand_over.code[5:]} ".lower()

    assert phone.post(reverse("phone:code"), {"code": typed}).url == on_phone(hand_over)


def test_code_of_the_wrong_length_is_said_at_the_field(phone):
    response = phone.post(reverse("phone:code"), {"code": "123"})

    assert response.status_code == 422
    assert "Er hat 10 Zeichen." in response.content.decode()


def test_done_ends_the_code_and_leads_back(phone, computer, hand_over):
    assert computer.post(on_computer(hand_over)).url == "/antrag/"

    assert phone.post(on_phone(hand_over), {"files": photo()}).status_code == 404
    assert Document.objects.count() == 0
    assert "Der Code ist abgelaufen" in computer.get(on_computer(hand_over)).content.decode()


def test_page_of_others_is_not_there(client, hand_over):
    stranger = claimant_actor(CaseFactory())
    client.force_login(User.objects.get(pk=stranger.user_id))

    assert client.get(on_computer(hand_over)).status_code == 404
    assert client.post(on_computer(hand_over)).status_code == 404
    assert HandOver.objects.get().is_open
