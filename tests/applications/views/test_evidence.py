import datetime
import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from applications.models import Draft
from applications.services.draft import start_draft
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.documents.services import receive_document
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.documents import make_image, make_pdf
from tests.factories.personas import P02, P03, fresh
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
    assert [document.pages for document in lines["UVG_NOTICE:c1"].documents] == [2]


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
    assert "Geschickt von Julia (helfende Person)" in text


def line_of(client, draft, key):
    """The words of one line of the page of papers."""
    response = client.get(reverse("applications:evidence", args=[draft.pk]))
    numbers = {entry["line"].key: entry["number"] for entry in response.context["lines"]}
    text = response.content.decode()
    start, end = (text.find(f'id="unterlage-{numbers[key] + more}"') for more in (0, 1))
    return " ".join(text[start:end].split())


@pytest.fixture
def line(client):
    draft = DraftFactory(answers=fresh(P02))
    client.force_login(draft.person.user)
    return lambda key: line_of(client, draft, key)


@pytest.fixture
def again(client):
    """A line of the main application that somebody begins four months after the last one."""
    with time_machine.travel(datetime.datetime(2026, 7, 1, 10, tzinfo=datetime.UTC)):
        user, _application = household(P03, papers=("LEASE", "BANK_STATEMENT", "SERVICE_CHARGE_BILL"))
    with time_machine.travel(datetime.datetime(2026, 11, 1, 10, tzinfo=datetime.UTC)):
        draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key="main_application")
        client.force_login(user)
        yield lambda key: line_of(client, draft, key)


def test_picture_stands_only_at_statements(line):
    assert "applications/statement" in line("BANK_STATEMENT")
    assert "applications/statement" not in line("LEASE")


def test_help_is_folded_up_and_has_a_name_of_its_own(line):
    text = line("UVG_NOTICE:c1")

    assert '<h3 class="kern-title">Hilfe: Bescheid über Unterhaltsvorschuss – Ella</h3>' in text
    assert "Daran sehen wir, wie viel Unterhaltsvorschuss für ein Kind kommt." in text
    assert "Wo Sie das bekommen: Bei der Unterhaltsvorschussstelle im Jugendamt." in text


def test_lasting_paper_of_before_need_not_be_sent_again(again):
    text = again("LEASE")

    assert "Liegt uns vor, eingegangen am 1. Juli 2026. Gilt, solange sich daran nichts ändert." in text
    assert "Das müssen Sie nicht noch einmal schicken. Haben Sie etwas Neueres, können Sie es hier schicken." in text
    assert 'type="radio"' not in text


def test_yearly_paper_of_before_says_until_when_it_counts(again):
    assert "Gilt noch bis 1. Juli 2027." in again("SERVICE_CHARGE_BILL")


def test_statements_of_before_are_added_to(again):
    text = again("BANK_STATEMENT")

    assert "Zuletzt bekamen wir das am 1. Juli 2026. Schicken Sie nur, was seitdem dazugekommen ist." in text
    assert "Wir brauchen die Zeit vom 1. August 2026 bis heute." in text
