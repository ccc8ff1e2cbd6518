import io
import json
import subprocess
from typing import NamedTuple

import pikepdf
import pytest

from portal.pdf.services import count_pages
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.receipt_files import confirmation_html, copy_html, make_confirmation, make_copy
from portal.submissions.models import Entry, Section, Submission
from tests.factories.accounts import OfficeFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory, make_content
from tests.portal.pdf.verapdf import failures

pytestmark = pytest.mark.django_db
ANSWERS = ("Miriam", "4. März 1988", "Lindenweg 7", "Bäckerei Öztürk", "612,40 Euro", "15")


def text_of(content):
    result = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)  # noqa: S607 -- wherever it is
    return result.stdout.decode()


def load(submission):
    return Submission.objects.get(pk=submission.pk)


class Files(NamedTuple):
    confirmation: bytes
    copy: bytes


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Both files of one submission, rendered once for this module."""
    with django_db_blocker.unblock():
        from django.db import transaction

        with transaction.atomic():
            case = CaseFactory(jobcenter=OfficeFactory().jobcenter)
            documents = [DocumentFactory(case=case, pages=2, name="Kündigung Łucja.pdf"), DocumentFactory(case=case)]
            content = make_content(applicant="Łucja Ţepeş Nguyễn", open_points=("Kontoauszug September",))
            submission = load(SubmissionFactory(case=case, documents=documents, content=content))
            files = Files(make_confirmation(submission), make_copy(submission))
            again = Files(make_confirmation(submission), make_copy(submission))
            transaction.set_rollback(True)
    return submission, files, again


def test_confirmation_is_one_page_and_the_copy_has_all(made):
    _submission, files, _again = made

    with pikepdf.open(io.BytesIO(files.confirmation)) as confirmation, pikepdf.open(io.BytesIO(files.copy)) as copy:
        assert (len(confirmation.pages), len(copy.pages) >= 1) == (1, True)


def test_same_submission_gives_the_same_bytes(made):
    _submission, files, again = made

    assert (files.confirmation, files.copy) == (again.confirmation, again.copy)


def test_confirmation_says_the_facts_and_no_answer(made):
    submission, files, _again = made
    text = text_of(files.confirmation)

    for fact in (
        submission.reference,
        "23:47:05 Uhr (MEZ)",
        "Łucja Ţepeş Nguyễn",
        "2 Dateien, zusammen 3 Seiten",
        "1. Oktober 2026",
        "keine Entscheidung",
        "01234 567112",
    ):
        assert fact in text
    assert [word for word in (*ANSWERS, "Kündigung", "Kontoauszug September") if word in text.replace("15", "")] == []


def test_copy_holds_every_answer_and_says_so(made):
    _submission, files, _again = made
    text = text_of(files.copy)

    assert [
        word for word in (*ANSWERS, "keine Angabe", "Kündigung Łucja.pdf", "Kontoauszug September") if word not in text
    ] == []
    assert "enthält alle Ihre Angaben" in text


def test_copy_embeds_the_data(made):
    submission, files, _again = made

    with pikepdf.open(io.BytesIO(files.copy)) as pdf:
        embedded = json.loads(pdf.attachments["angaben.json"].get_file().read_bytes())
    assert (embedded["reference"], embedded["data"]) == (submission.reference, {"household": {"persons": 2}})
    assert [entry["pages"] for entry in embedded["files"]] == [2, 1]


@pytest.mark.slow
def test_both_files_pass_verapdf(made):
    _submission, files, _again = made

    assert failures(files.confirmation, files.copy) == ""


def test_confirmation_stays_one_page_in_the_worst_case():
    jobcenter = OfficeFactory(
        name="Geschäftsstelle Nord-Ost am ehemaligen Güterbahnhof",
        street="Oberbürgermeister-Langname-Straße 117 a",
        opening_hours=[{"weekday": day, "opens": f"0{7 + day % 3}:00", "closes": "12:30"} for day in range(5)],
    ).jobcenter
    case = CaseFactory(jobcenter=jobcenter)
    documents = [DocumentFactory(case=case) for _number in range(20)]
    content = make_content(
        applicant="Maximiliane-Friederike " * 5,
        for_whom="Sie und 9 weitere Personen",
        statements=("Ihr Antrag gilt ab dem 1. Oktober 2026, so steht es im Gesetz.",) * 3,
    )
    submission = load(SubmissionFactory(case=case, documents=documents, content=content, title="Hauptantrag " * 16))

    confirmation = make_confirmation(submission)

    assert (count_pages(confirmation), " weitere Dateien stehen in der „Kopie" in text_of(confirmation)) == (1, True)


def test_markup_in_answers_stays_text():
    nasty = '<img src="file:///etc/passwd"><script>'
    content = make_content(
        applicant=nasty, sections=(Section(title=nasty, entries=(Entry(label=nasty, value=nasty),)),)
    )
    submission = load(SubmissionFactory(content=content))
    facts = gather_facts(submission)

    for html in (confirmation_html(facts), copy_html(facts, submission)):
        assert ("<script" in html, "file:///etc/passwd&quot;&gt;" in html) == (False, True)
