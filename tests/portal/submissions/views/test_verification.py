import pytest
from django.urls import reverse

from portal.submissions.domain.attempts import WRONG_CODES
from portal.submissions.domain.verification import group_code
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
WRONG = "ABCD-1234-EFGH-5678-JKMN"


@pytest.fixture
def submission():
    case = CaseFactory()
    return SubmissionFactory(case=case, documents=[DocumentFactory(case=case, pages=2)], issued=True)


def check(client, code):
    return client.get(reverse("submissions:verify", args=[code]))


def test_right_code_shows_time_files_and_hash_and_nothing_personal(client, submission):
    submission.receipt.refresh_from_db()
    response = check(client, group_code(submission.receipt.verification_code))
    text = response.content.decode().replace("\u00a0", " ")

    for fact in (
        "Samstag, 31. Oktober 2026, 23:47:05 Uhr (MEZ)",
        "1 Datei, zusammen 2 Seiten",
        group_code(submission.receipt.confirmation_sha256[:16], 4, " "),
    ):
        assert fact in text
    for personal in (
        "Miriam",
        "Sander",
        "Hauptantrag",
        submission.reference,
        "Mietvertrag",
        str(submission.pk),
        str(submission.case_id),
    ):
        assert personal not in text
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", ""), lambda code: code.replace("-", " ")])
def test_spelling_of_the_code_does_not_matter(client, submission, change):
    assert check(client, change(group_code(submission.receipt.verification_code))).status_code == 200


def test_hash_is_announced_while_the_file_is_being_made(client):
    text = check(client, SubmissionFactory().receipt.verification_code).content.decode()

    assert "Die PDF-Datei wird gerade erstellt." in text


@pytest.mark.parametrize("code", [WRONG, "x", "MK-7KQ4-92FD", "%00", "a" * 500])
def test_wrong_code_has_a_clear_answer_and_the_form(client, code):
    response = check(client, code)

    assert response.status_code == 404
    assert "Diesen Prüfcode kennen wir nicht." in response.content.decode()
    assert 'name="code"' in response.content.decode()


def test_reference_number_opens_nothing(client, submission):
    assert check(client, submission.reference).status_code == 404


def test_too_many_wrong_codes_are_stopped(client, submission):
    for _run in range(WRONG_CODES):
        assert check(client, WRONG).status_code == 404

    response = check(client, submission.receipt.verification_code)
    assert (response.status_code, response.headers["Retry-After"]) == (429, "600")
    assert "Zu viele falsche Codes." in response.content.decode()


def test_check_answers_without_the_cache(client, submission, settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere/redis.sock"}}

    assert check(client, submission.receipt.verification_code).status_code == 200


def test_form_leads_to_the_answer(client):
    response = client.post(reverse("submissions:verify_form"), {"code": WRONG.lower()})

    assert (response.status_code, response.headers["Location"]) == (302, reverse("submissions:verify", args=[WRONG]))


def test_form_explains_what_is_wrong(client):
    text = client.post(reverse("submissions:verify_form"), {"code": "abc"}).content.decode()

    assert "Das ist kein vollständiger Prüfcode." in text


def test_form_is_open_to_everybody(client):
    assert client.get(reverse("submissions:verify_form")).status_code == 200
