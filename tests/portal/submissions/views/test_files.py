import pytest
from django.urls import reverse

from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
BOTH = ("confirmation_pdf", "copy_pdf")


def sign_in(client, case):
    client.force_login(case.persons.get(user_id=claimant_actor(case).user_id).user)


@pytest.mark.parametrize(("name", "title"), [("confirmation_pdf", "Eingangsbest%C3%A4tigung"), ("copy_pdf", "Kopie")])
def test_file_is_a_safe_download(client, name, title):
    submission = SubmissionFactory(issued=True)
    sign_in(client, submission.case)

    response = client.get(reverse(f"submissions:{name}", args=[submission.pk]))

    assert b"".join(response.streaming_content)[:5] == b"%PDF-"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert (
        title in response.headers["Content-Disposition"],
        submission.reference in response.headers["Content-Disposition"],
    ) == (True, True)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", BOTH)
def test_file_that_is_not_ready_has_a_friendly_page(client, name):
    submission = SubmissionFactory()
    sign_in(client, submission.case)

    response = client.get(reverse(f"submissions:{name}", args=[submission.pk]))

    assert (response.status_code, response.headers["Retry-After"]) == (202, "10")
    assert "Ihr Eingang ist sicher" in response.content.decode()


@pytest.mark.parametrize("name", BOTH)
def test_file_of_others_is_not_found(client, name):
    submission = SubmissionFactory(issued=True)
    sign_in(client, CaseFactory())

    assert client.get(reverse(f"submissions:{name}", args=[submission.pk])).status_code == 404
