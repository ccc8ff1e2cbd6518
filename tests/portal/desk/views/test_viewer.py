import io
import re

import pytest
from django.db import transaction
from PIL import Image

from applications.enums import DocumentClass
from portal.audit.models import AuditEvent
from portal.documents.domain import reading
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.models import Document, DocumentPage
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_text_pdf
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def sent(jobcenter, *documents):
    """An application with these documents; each is what its factory is called with."""
    case = CaseFactory(jobcenter=jobcenter)
    made = [
        DocumentFactory(**{"case": case, "content": make_text_pdf(fields.get("pages", 1)), **fields})
        for fields in documents
    ]
    return ApplicationFactory(case=case, documents=made), made


def url(application, document):
    return f"/verwaltung/antraege/{application.pk}/unterlagen/{document.pk}/"


def read(*documents):
    for document in documents:
        with transaction.atomic():
            reading.read_pages(document.pk)


def picture_url(page):
    return re.search(r'<image href="([^"]+)"', page.content.decode())[1].replace("&amp;", "&")


def looks(application):
    found = AuditEvent.objects.filter(event__startswith="seen.", case_id=application.case_id).order_by("id")
    return list(found.values_list("event", flat=True))


def test_page_stands_beside_the_answers_and_facts(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {"evidence_code": "LEASE", "pages": 2})

    page = desk_of(worker).get(url(application, lease)).content.decode()

    for words in ("Mietvertrag", "Seite 1 von 2", "Bäckerei Öztürk", lease.sha256, lease.normalised.sha256, "Annehmen"):
        assert words in page


def test_picture_has_an_address_of_its_own_and_can_do_nothing(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {})
    desk = desk_of(worker)

    picture = desk.get(picture_url(desk.get(url(application, lease))))

    content = b"".join(picture)
    assert (picture.headers["Content-Type"], picture.headers["Cache-Control"]) == ("image/webp", "no-store")
    assert picture.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (picture.headers["X-Content-Type-Options"], Image.open(io.BytesIO(content)).format) == ("nosniff", "WEBP")


def test_a_look_is_noted_once_for_page_and_picture(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {})
    desk = desk_of(worker)

    desk.get(picture_url(desk.get(url(application, lease))))

    assert looks(application) == ["seen.file_names", "seen.answers", "seen.documents"]


def test_picture_without_its_page_is_noted_by_itself(desk_of, worker, jobcenter):
    application, (lease, other) = sent(jobcenter, {}, {})
    desk = desk_of(worker)
    proof = picture_url(desk.get(url(application, lease))).rpartition("?")[2]
    before = len(looks(application))

    desk.get(f"{url(application, lease)}seiten/1/")
    desk.get(f"{url(application, other)}seiten/1/?{proof}")  # the proof of another document

    assert looks(application)[before:] == ["seen.documents", "seen.documents"]


def test_small_pictures_lead_to_pages_and_pages_to_their_neighbours(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {"pages": 3})
    read(lease)

    page = desk_of(worker).get(f"{url(application, lease)}?seite=2&groesse=200").content.decode()

    assert page.count("data:image/webp;base64,") == 3
    for link in (
        'href="?seite=1&amp;groesse=200" data-key="ArrowLeft"',
        'href="?seite=3&amp;groesse=200" data-key="ArrowRight"',
    ):
        assert link in page


@pytest.mark.parametrize(("asked", "shown"), [("0", 1), ("99", 3), ("x", 1), ("9" * 30, 1), ("-1", 1)])
def test_page_that_is_not_there_leads_to_one_that_is(desk_of, worker, jobcenter, asked, shown):
    application, (lease,) = sent(jobcenter, {"pages": 3})

    assert desk_of(worker).get(f"{url(application, lease)}?seite={asked}").context["sheet"].number == shown


def test_turned_page_is_shown_turned(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {})
    read(lease)
    DocumentPage.objects.update(turn=90)

    sheet = desk_of(worker).get(url(application, lease)).context["sheet"]

    assert (sheet.box, sheet.transform) == ((sheet.height, sheet.width), f"translate({sheet.height} 0) rotate(90)")


def test_documents_lead_to_each_other_and_to_the_next_undecided(desk_of, worker, jobcenter):
    application, (one, two, three) = sent(jobcenter, {}, {}, {})
    Document.objects.filter(pk=two.pk).update(review="accepted")

    context = desk_of(worker).get(url(application, one)).context

    assert (context["previous"], context["next"], context["undecided"]) == (None, two, three)


def test_the_same_file_is_named(desk_of, worker, jobcenter):
    application, (one, _two) = sent(jobcenter, {"name": "a.pdf"}, {"name": "b.pdf"})

    (like,) = desk_of(worker).get(url(application, one)).context["likes"]

    assert (like["title"], like["is_same_file"]) == ("b.pdf", True)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"is_checked": False}, "Die Datei wird noch geprüft."),
        ({"is_checked": False, "refusal": "pdf_encrypted"}, "mit einem Passwort geschützt"),
    ],
)
def test_what_cannot_be_shown_says_why(desk_of, worker, jobcenter, fields, words):
    refusal = fields.pop("refusal", "")
    application, (document,) = sent(jobcenter, fields)
    if refusal:
        advance(document, "refused", actor=CHECKER, refusal=refusal)

    page = desk_of(worker).get(url(application, document)).content.decode()

    assert words in page
    assert "seen.documents" not in looks(application)


def test_what_was_not_sent_is_nobodys_business(desk_of, worker, jobcenter):
    application, _ = sent(jobcenter, {})
    unsent = DocumentFactory(case=application.case)

    assert desk_of(worker).get(url(application, unsent)).status_code == 404
    assert desk_of(worker).get(f"{url(application, unsent)}seiten/1/").status_code == 404


def test_others_of_the_office_and_of_other_cases_see_nothing(desk_of, worker, jobcenter):
    application, (lease,) = sent(jobcenter, {})
    other, _ = sent(jobcenter, {})

    assert desk_of(worker).get(url(other, lease)).status_code == 404
    assert desk_of(StaffMembershipFactory()).get(url(application, lease)).status_code == 404


def test_restricted_document_says_that_it_exists_and_whom_to_ask(desk_of, worker, jobcenter):
    StaffMembershipFactory(jobcenter=jobcenter, opens_restricted=True, display_name="Herr Adler")
    application, (paper,) = sent(
        jobcenter, {"evidence_code": DocumentClass.MEDICAL_DIET_CERT, "is_restricted": True, "name": "Zöliakie.pdf"}
    )
    desk = desk_of(worker)

    page = desk.get(url(application, paper)).content.decode()

    assert "Ärztliche Bescheinigung zur Ernährung" in page
    assert "Herr Adler" in page
    for secret in ("Zöliakie", paper.sha256, "<image", "Annehmen", f'/unterlagen/{paper.pk}/"'):
        assert secret not in page.replace(url(application, paper), "")
    assert desk.get(f"{url(application, paper)}seiten/1/").status_code == 404
    assert desk.get(f"/unterlagen/{paper.pk}/").status_code == 404
    assert looks(application) == ["seen.file_names"]


def test_costs_the_same_for_few_and_many(desk_of, worker, jobcenter, django_assert_num_queries):
    application, (one,) = sent(jobcenter, {"pages": 1})
    many, documents = sent(jobcenter, *({"pages": 3} for _ in range(4)))
    read(one, *documents)
    desk = desk_of(worker)
    desk.get(url(application, one))

    with django_assert_num_queries(17):
        desk.get(url(application, one))
    with django_assert_num_queries(17):
        desk.get(url(many, documents[0]))
