import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from applications.models import Draft
from applications.services.after_sending import add_to_application, correct_application
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.documents.services import receive_document
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.documents import make_image, make_pdf
from tests.factories.personas import P02, fresh
from tests.factories.renewals import household

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


def entries(response):
    """What the page shows of each paper, by key."""
    return {entry["line"].key: entry for entry in response.context["lines"]}


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

    visitor.post(page(draft), files | {"upload": "LEASE"})

    assert sorted(Document.objects.values_list("evidence_code", "evidence_person", "media_type")) == [
        ("LEASE", "", "application/pdf"),
        ("LEASE", "", "image/jpeg"),
        ("UVG_NOTICE", "c1", "application/pdf"),
    ]
    assert len(proofs()["LEASE"]["documents"]) == 2


def test_paper_about_health_is_restricted_from_its_arrival(client):
    answers = fresh(P02)
    answers["needs"]["people"][0] |= {"situations": ["disability"], "disability_card": True}
    draft = DraftFactory(answers=answers)
    client.force_login(draft.person.user)

    client.post(page(draft), {"file-DISABILITY_CARD:applicant": upload(), "file-LEASE": upload()})

    restricted = dict(Document.objects.values_list("evidence_code", "is_restricted"))
    assert restricted == {"DISABILITY_CARD": True, "LEASE": False}


def test_refused_file_is_explained_and_the_others_are_kept(visitor, draft):
    files = {"file-LEASE": upload("rechnung.pdf", b"MZ\x90 not a pdf"), "file-OTHER": upload("brief.pdf")}

    response = visitor.post(page(draft), files | {"go": "next"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "rechnung.pdf: Diese Art von Datei können wir nicht annehmen." in text
    assert f'href="#datei-{entries(response)["LEASE"]["number"]}"' in text
    assert list(proofs()) == ["OTHER"]


def test_every_refused_file_is_named(visitor, draft):
    files = {"file-LEASE": [upload("eins.pdf", b""), upload("zwei.pdf", b"")]}

    errors = entries(visitor.post(page(draft), files))["LEASE"]["errors"]

    assert [error.split(":")[0] for error in errors] == ["eins.pdf", "zwei.pdf"]


def test_empty_file_is_explained(visitor, draft):
    response = visitor.post(page(draft), {"file-LEASE": upload("leer.pdf", b""), "upload": "LEASE"})

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
    visitor.post(page(draft), {"choice-LEASE": "later", "upload": "LEASE"})
    visitor.post(page(draft), {"choice-LEASE": "later", "file-LEASE": upload(), "upload": "LEASE"})

    assert proofs()["LEASE"]["choice"] is None


def test_file_can_be_removed(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": upload(), "upload": "LEASE"})
    document = Document.objects.get()

    visitor.post(page(draft), {"remove": str(document.pk)})

    assert Document.objects.get().removed_at is not None
    assert proofs()["LEASE"]["documents"] == []


def test_files_of_others_cannot_be_removed(client, draft):
    client.force_login(draft.person.user)
    client.post(page(draft), {"file-LEASE": upload(), "upload": "LEASE"})
    other = DraftFactory(answers=fresh(P02))
    client.force_login(other.person.user)

    client.post(page(other), {"remove": str(Document.objects.get().pk)})

    assert Document.objects.get().removed_at is None


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (lambda: {"file-LEASE": upload()}, "1 Datei ist angekommen."),
        (lambda: {"choice-LEASE": "later"}, "Ihre Antwort ist gespeichert."),
        (dict, "Sie haben noch keine Datei ausgewählt."),
    ],
    ids=["file", "choice", "nothing"],
)
def test_page_comes_back_to_the_paper_and_says_there_what_happened(visitor, draft, sent, told):
    number = entries(visitor.get(page(draft)))["LEASE"]["number"]

    response = visitor.post(page(draft), sent() | {"upload": "LEASE"}, follow=True)

    assert response.redirect_chain == [(f"{page(draft)}?unterlage={number}#unterlage-{number}", 302)]
    text = response.content.decode()
    assert text.index(f'id="unterlage-{number}" open') < text.index(told) < text.index(f'id="unterlage-{number + 1}"')


def test_page_comes_back_to_the_paper_a_file_was_removed_from(visitor, draft):
    visitor.post(page(draft), {"file-BANK_STATEMENT": upload(), "upload": "BANK_STATEMENT"})
    number = entries(visitor.get(page(draft)))["BANK_STATEMENT"]["number"]

    response = visitor.post(page(draft), {"remove": str(Document.objects.get().pk)})

    assert response.url == f"{page(draft)}?unterlage={number}#unterlage-{number}"


def test_what_needs_nothing_more_is_folded_up(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": upload(), "choice-BANK_STATEMENT": "later", "upload": "LEASE"})

    found = entries(visitor.get(page(draft)))

    assert {key: (found[key]["is_open"], found[key]["badge"]) for key in ("LEASE", "BANK_STATEMENT")} == {
        "LEASE": (False, "1 Datei ist da"),
        "BANK_STATEMENT": (False, "kommt später"),
    }
    assert (found["BIRTH_CERT:c1"]["is_open"], found["BIRTH_CERT:c1"]["badge"]) == (True, "fehlt noch")
    assert (found["OTHER"]["is_open"], found["OTHER"]["badge"]) == (False, "freiwillig")


def test_page_says_how_many_papers_are_there(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": upload(), "choice-BANK_STATEMENT": "later", "upload": "LEASE"})

    response = visitor.get(page(draft))

    total = response.context["count"].total
    assert f"1 von {total} Unterlagen ist da. 1 schicken Sie später." in response.content.decode()


def test_enter_key_removes_nothing(visitor, draft):
    visitor.post(page(draft), {"file-LEASE": upload(), "upload": "LEASE"})

    text = visitor.get(page(draft)).content.decode()

    form = text[text.index('enctype="multipart/form-data"') :]
    assert form[form.index("<button") :].startswith('<button type="submit" hidden>')


def test_upload_for_something_no_longer_needed_is_still_shown(visitor, draft):
    visitor.post(page(draft), {"file-UVG_NOTICE:c1": upload(), "upload": "LEASE"})
    visitor.post(reverse("applications:remove", args=[draft.pk, "einkommen-c1", "i2"]))

    lines = {entry["line"].key: entry["line"] for entry in visitor.get(page(draft)).context["lines"]}
    assert [document.original_name for document in lines["UVG_NOTICE:c1"].documents] == ["vertrag.pdf"]


def test_foreign_page_is_not_there(client, draft):
    client.force_login(UserFactory())

    assert client.get(page(draft)).status_code == 404
    assert client.post(page(draft), {"file-LEASE": upload(), "upload": "LEASE"}).status_code == 404
    assert not Document.objects.exists()


def test_what_a_helper_has_sent_is_shown_with_who_it_was(client):
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["upload"], holder_name="Julia")
    receive_document(
        actor=helper_actor(helping), case=draft.case, person=None, upload=io.BytesIO(make_pdf()), name="Lohn.pdf"
    )
    client.force_login(draft.person.user)
    text = client.get(reverse("applications:evidence", args=[draft.pk])).content.decode()
    assert "Lohn.pdf" in text
    assert "geschickt von Julia (helfende Person)" in text


def test_correction_shows_what_was_sent_as_there(client):
    user, application = household(P02, papers=("LEASE", "UVG_NOTICE:c1"))
    draft = correct_application(actor=actor_for_user(user, purpose="own_case"), application=application)
    client.force_login(user)

    response = client.get(page(draft))

    shown = {key: (entry["badge"], entry["is_open"]) for key, entry in entries(response).items()}
    assert shown["LEASE"] == shown["UVG_NOTICE:c1"] == ("liegt uns schon vor", False)
    assert shown["UVG_NOTICE:c2"] == ("fehlt noch", True)
    assert "Dann schicken Sie bitte die neue Unterlage." in response.content.decode()


def test_supplement_has_a_line_for_every_paper_that_is_missing(client):
    user, application = household(P02, papers=("LEASE",))
    draft = add_to_application(actor=actor_for_user(user, purpose="own_case"), application=application)
    client.force_login(user)

    shown = entries(client.get(page(draft)))

    assert shown["UVG_NOTICE:c2"]["line"].title == "Bescheid über Unterhaltsvorschuss – Finn"
    assert shown["UVG_NOTICE:c2"]["badge"] == "fehlt noch"
    assert "Einnahmen dürfen Sie nicht schwärzen." in str(shown["BANK_STATEMENT"]["line"].item.notice)
    assert "LEASE" not in shown


def test_looking_again_keeps_what_was_chosen(visitor, draft):
    response = visitor.post(page(draft), {"look": "1", "choice-LEASE": "later"}, follow=True)

    assert "Sie haben noch keine Datei ausgewählt." not in response.content.decode()
    assert proofs()["LEASE"]["choice"] == "later"
