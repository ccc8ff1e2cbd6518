import pytest
from django.urls import reverse

from portal.notices.enums import ConsentKind
from portal.notices.selectors import holds
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor
from tests.factories.consents import agreeing
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
QUESTION = "Sollen wir Ihnen Bescheid geben?"


@pytest.fixture
def submission():
    return SubmissionFactory(case=CaseFactory())


@pytest.fixture
def user(client, submission):
    user = submission.case.persons.get(user_id=claimant_actor(submission.case).user_id).user
    client.force_login(user)
    return user


def asks(client, submission):
    return QUESTION in client.get(address(submission)).content.decode()


def address(submission):
    return reverse("submissions:confirmation", args=[submission.pk])


@pytest.mark.parametrize("answer", ["ja", "nein"])
def test_question_is_asked_until_it_is_answered(client, submission, user, answer):
    assert asks(client, submission)
    data = {"art": "email", "antwort": answer, "weiter": address(submission)}
    assert client.post("/konto/benachrichtigungen/einwilligung/", data)["Location"] == address(submission)
    assert holds(user.pk, ConsentKind.EMAIL) is (answer == "ja")
    assert not asks(client, submission)


def test_who_has_agreed_is_not_asked(client, submission, user):
    agreeing(user)
    assert not asks(client, submission)


def test_helper_is_not_asked_on_the_page_of_somebody_else(client, submission):
    helper = StandingFactory(helper=True, person=submission.person, scopes=["fill_in", "send", "read_postbox"])
    client.force_login(helper.user)
    page = client.get(f"/fuer/{submission.case_id}{address(submission)}")
    assert page.status_code == 200
    assert QUESTION not in page.content.decode()
