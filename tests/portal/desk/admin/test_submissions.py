import pytest

from tests.factories.cases import CaseFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/submissions/submission/"


def test_list_shows_the_own_house_without_contents(desk_of, administrator, jobcenter):
    ours, foreign = SubmissionFactory(case=CaseFactory(jobcenter=jobcenter)), SubmissionFactory()

    page = desk_of(administrator).get(LIST).content.decode()

    assert ours.reference in page
    assert foreign.reference not in page


def test_one_submission_shows_no_answers(desk_of, administrator, jobcenter):
    ours = SubmissionFactory(case=CaseFactory(jobcenter=jobcenter))

    page = desk_of(administrator).get(f"{LIST}{ours.pk}/change/").content.decode()

    assert ours.content_sha256 in page
    assert "Öztürk" not in page


def test_foreign_submission_is_not_found(desk_of, administrator):
    foreign = SubmissionFactory()

    response = desk_of(administrator).get(f"{LIST}{foreign.pk}/change/")

    assert response.url == "/verwaltung/"
