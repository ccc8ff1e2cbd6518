import io

import pytest
from django.urls import reverse

from applications.models import Draft
from portal.documents.models import Document, HandOver
from portal.documents.services import receive_from_phone
from tests.factories.applications import DraftFactory
from tests.factories.documents import make_image, make_pdf
from tests.factories.personas import P02, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(client):
    draft = DraftFactory(answers=fresh(P02))
    client.force_login(draft.person.user)
    return draft


def page(draft):
    return reverse("applications:evidence", args=[draft.pk])


def begun(client, draft, key="LEASE"):
    client.post(page(draft), {"phone": key})
    return HandOver.objects.first()


def photo(hand_over, name, content=None):
    return receive_from_phone(hand_over=hand_over, upload=io.BytesIO(content or make_image()), name=name)


def documents_of(client, draft, key):
    lines = client.get(page(draft)).context["lines"]
    return [
        document.original_name for entry in lines for document in entry["line"].documents if entry["line"].key == key
    ]


def test_button_leads_to_the_code_for_this_paper(client, draft):
    response = client.post(page(draft), {"phone": "UVG_NOTICE:c1"})

    hand_over = HandOver.objects.get()
    assert response.url == reverse("documents:hand_over", args=[hand_over.pk])
    assert (hand_over.evidence_code, hand_over.evidence_person) == ("UVG_NOTICE", "c1")
    assert "Unterhaltsvorschuss" in hand_over.title
    assert hand_over.back.startswith(page(draft))


def test_photo_of_a_paper_about_health_is_restricted(client):
    answers = fresh(P02)
    answers["needs"]["people"][0] |= {"situations": ["disability"], "disability_card": True}
    draft = DraftFactory(answers=answers)
    client.force_login(draft.person.user)

    assert photo(begun(client, draft, "DISABILITY_CARD:applicant"), "ausweis.jpg").is_restricted is True
    assert photo(begun(client, draft, "LEASE"), "vertrag.jpg").is_restricted is False


def test_button_keeps_what_was_said_on_the_page(client, draft):
    client.post(page(draft), {"phone": "LEASE", "choice-BANK_STATEMENT": "later"})

    proofs = Draft.objects.get().answers["evidence"]["proofs"]
    assert [proof["choice"] for proof in proofs] == ["later"]


def test_photo_from_the_phone_stands_at_its_paper(client, draft):
    photo(begun(client, draft), "IMG_1.jpg")

    assert documents_of(client, draft, "LEASE") == ["IMG_1.jpg"]
    assert documents_of(client, draft, "LEASE") == ["IMG_1.jpg"]
    assert Document.objects.count() == 1


def test_photos_from_the_phone_are_pages_of_one_document(client, draft):
    hand_over = begun(client, draft)
    for number in (1, 2, 3):
        photo(hand_over, f"IMG_{number}.jpg")

    assert documents_of(client, draft, "LEASE") == ["Mietvertrag.pdf"]
    joined = Document.objects.get(is_joined=True)
    assert [part.original_name for part in joined.parts.order_by("position")] == ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]


def test_pdf_from_the_phone_stands_for_itself(client, draft):
    hand_over = begun(client, draft)
    photo(hand_over, "a.pdf", make_pdf())
    photo(hand_over, "b.pdf", make_pdf(2))

    assert documents_of(client, draft, "LEASE") == ["a.pdf", "b.pdf"]
