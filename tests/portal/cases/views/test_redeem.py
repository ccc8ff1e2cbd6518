import pytest

from applications.models import Draft
from applications.services.draft import start_draft
from portal.cases.models import Person, Standing
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import UserFactory
from tests.portal.cases.views.visits import begin, text_of

pytestmark = pytest.mark.django_db

REDEEM = "/konto/code-einloesen/"


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def member(client, user):
    client.force_login(user)
    return client


def begun():
    """Somebody has begun a draft without an account; returns code and draft."""
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    return code, Draft.objects.get()


def test_code_takes_the_draft_into_the_account(member):
    code, draft = begun()
    page = member.post(REDEEM, {"code": code}, follow=True)
    assert "Alles ist jetzt in Ihrem Konto" in text_of(page)
    assert member.get(f"/antrag/{draft.pk}/").status_code == 200


def test_both_drafts_of_the_same_form_are_there_afterwards(member, user):
    own = start_draft(actor=actor_for_user(user, purpose="test"), form_key="main_application")
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    joined = Draft.objects.exclude(pk=own.pk).get()
    page = member.post(REDEEM, {"code": code}, follow=True).content.decode()
    assert [f'href="/antrag/{draft.pk}/"' in page for draft in (own, joined)] == [True, True]


def test_wrong_code_gets_the_same_words_as_without_an_account(member):
    page = text_of(member.post(REDEEM, {"code": "0" * 18}))
    assert "Mit diesem Code kommen wir nicht weiter" in page


def test_entering_it_twice_is_the_same_as_once(member):
    code, _draft = begun()
    locations = [member.post(REDEEM, {"code": code}).headers["Location"] for _ in range(2)]
    assert locations == ["/antrag/", "/antrag/"]


def test_account_of_somebody_else_in_the_case_keeps_its_place(member, user):
    code, draft = begun()
    Person.objects.create(case=draft.case, user=user)
    page = text_of(member.post(REDEEM, {"code": code}))
    assert "Das geht mit diesem Konto nicht" in page
    assert not Standing.objects.filter(user=user).exists()


def test_page_of_the_code_leads_who_is_signed_in_here(member):
    assert member.get("/weiter/").headers["Location"] == REDEEM


def test_account_page_offers_it(member):
    assert f'href="{REDEEM}"' in member.get("/konto/").content.decode()


def test_without_an_account_one_signs_in_first(client):
    assert client.get(REDEEM).headers["Location"] == f"/konto/anmelden/?next={REDEEM}"
