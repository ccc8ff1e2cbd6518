import base64
import datetime
import urllib.parse

import pytest
from msgspec import structs

from portal.submissions.domain.facts import describe_files, describe_pages, gather_facts, qr_code, shown_files
from portal.submissions.domain.moments import proof_moment
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from tests.factories.accounts import OfficeFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory, make_content


@pytest.mark.parametrize(
    ("files", "pages", "words"),
    [(0, 0, "keine Dateien"), (1, 1, "1 Datei, zusammen 1 Seite"), (7, 12, "7 Dateien, zusammen 12 Seiten")],
)
def test_amount_of_files_agrees_with_the_number(files, pages, words):
    assert describe_files(files, pages) == words


def test_pages_agree_with_the_number():
    assert (describe_pages(1), describe_pages(2)) == ("1 Seite", "2 Seiten")


def test_qr_code_is_an_image_inside_the_page():
    address = qr_code("https://portal.example/pruefen/ABCD/")

    assert address.startswith("data:image/svg+xml")
    assert "<script" not in urllib.parse.unquote(address)
    assert base64.b64encode(b"x") == b"eA=="


def test_list_is_cut_to_what_fits():
    assert shown_files((1, 2, 3), 2) == (1, 2)


@pytest.mark.django_db
def test_facts_say_who_when_and_what(settings):
    settings.PORTAL = structs.replace(settings.PORTAL, base_url="https://portal.example")
    case = CaseFactory(jobcenter=OfficeFactory().jobcenter)
    documents = [DocumentFactory(case=case, pages=2), DocumentFactory(case=case, pages=1, name="Lohn.pdf")]
    facts = gather_facts(Submission.objects.get(pk=SubmissionFactory(case=case, documents=documents).pk))

    assert (facts.applicant, facts.for_whom, facts.pages) == ("Miriam Sander", "Sie und 1 weitere Person", 3)
    assert [(line.number, line.name, line.kind, line.pages) for line in facts.files] == [
        (1, "Mietvertrag.pdf", "PDF", 2),
        (2, "Lohn.pdf", "PDF", 1),
    ]
    assert facts.files[0].sha256.replace(" ", "") == documents[0].sha256
    assert facts.check_url == f"https://portal.example/pruefen/{facts.code.replace('-', '')}/"
    assert (facts.check_address, facts.office.city) == ("portal.example/pruefen/", "Musterstadt")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "is_application"), [(SubmissionKind.APPLICATION, True), (SubmissionKind.MESSAGE, False)]
)
def test_applicant_falls_back_to_the_person(kind, is_application):
    submission = SubmissionFactory(kind=kind, content=make_content(applicant=""))

    facts = gather_facts(submission)

    assert (facts.applicant, facts.is_application) == (submission.person.name, is_application)


@pytest.mark.django_db
def test_facts_say_that_nobody_was_named():
    submission = SubmissionFactory(content=make_content(applicant=""))
    submission.person.name = ""

    assert gather_facts(submission).applicant == "kein Name angegeben"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "form_key", "is_message"),
    [("message", "", True), ("message", "request", False), ("application", "", False)],
)
def test_message_is_what_was_written_in_no_form(kind, form_key, is_message):
    facts = gather_facts(Submission.objects.get(pk=SubmissionFactory(kind=kind, form_key=form_key).pk))

    assert facts.is_message is is_message


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("channel", "at", "came", "moment"),
    [
        (
            "paper",
            "2026-11-20T00:00+01:00",
            "Mit der Post oder im Briefkasten eingegangen am",
            "Freitag, 20.\xa0November 2026",
        ),
        (
            "in_person",
            "2026-11-20T09:15+01:00",
            "Persönlich abgegeben am",
            "Freitag, 20.\xa0November 2026, 9:15:00\xa0Uhr\xa0(MEZ)",
        ),
    ],
)
def test_facts_say_on_which_way_it_came_and_when_it_was_taken_over(channel, at, came, moment):
    submission = SubmissionFactory(channel=channel, received_at=datetime.datetime.fromisoformat(at))
    facts = gather_facts(Submission.objects.get(pk=submission.pk))

    assert (facts.came, facts.moment) == (came, moment)
    assert facts.recorded == proof_moment(submission.created_at)
