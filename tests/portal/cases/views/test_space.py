import re
import uuid
from urllib.parse import urlencode

import pytest
from django.urls import get_resolver, get_script_prefix

from portal.cases.views.space import CASE_APPS, outside
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db

SCOPES = ["fill_in", "send", "upload", "read_postbox"]


@pytest.fixture
def helped():
    """A standing of somebody who may fill in for Miriam Sander."""
    return StandingFactory(helper=True, scopes=SCOPES)


@pytest.fixture
def visitor(client, helped):
    client.force_login(helped.user)
    return client


def draft_of(standing):
    return DraftFactory(case=standing.case, person=standing.person)


def test_pages_in_a_space_name_the_person_and_link_within_it(visitor, helped):
    draft = draft_of(helped)
    page = visitor.get(f"/fuer/{helped.case_id}/antrag/{draft.pk}/").content.decode()
    assert "Sie handeln für <strong>Miriam Sander</strong>" in page
    assert f'href="/fuer/{helped.case_id}/antrag/{draft.pk}/' in page
    assert 'href="/antrag/' not in page


def test_links_that_are_about_nobody_leave_the_space(visitor, helped):
    page = visitor.get(f"/fuer/{helped.case_id}/antrag/").content.decode()
    assert {'href="/konto/abmelden/"', 'href="/impressum/"'} <= {f'href="{each}"' for each in hrefs(page)}
    assert f'href="/fuer/{helped.case_id}/postfach/"' in page


def hrefs(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('href="')[1:]]


def test_page_about_nobody_leads_out_of_the_space_with_its_query(visitor, helped):
    response = visitor.get(f"/fuer/{helped.case_id}/kontakt/?ort=1")
    assert (response.status_code, response.headers["Location"]) == (302, "/kontakt/?ort=1")


def test_form_about_nobody_is_refused_in_a_space(visitor, helped):
    assert visitor.post(f"/fuer/{helped.case_id}/konto/abmelden/").status_code == 404


def test_draft_of_one_person_is_not_there_in_the_space_of_another(visitor, helped):
    other = StandingFactory(helper=True, scopes=SCOPES, user=helped.user)
    draft = draft_of(helped)
    assert visitor.get(f"/fuer/{helped.case_id}/antrag/{draft.pk}/").status_code == 200
    assert visitor.get(f"/fuer/{other.case_id}/antrag/{draft.pk}/").status_code == 404
    assert visitor.get(f"/antrag/{draft.pk}/").status_code == 404


def test_own_pages_are_not_there_in_a_space(visitor, helped):
    own = StandingFactory(person__user=helped.user)
    draft = draft_of(own)
    assert visitor.get(f"/antrag/{draft.pk}/").status_code == 200
    assert visitor.get(f"/fuer/{helped.case_id}/antrag/{draft.pk}/").status_code == 404
    assert visitor.get(f"/fuer/{own.case_id}/antrag/{draft.pk}/").status_code == 404


def test_draft_that_a_helper_begins_belongs_to_the_person(visitor, helped):
    response = visitor.post(f"/fuer/{helped.case_id}/antrag/", {"form": "main_application"})
    draft = helped.case.drafts.get()
    assert draft.person == helped.person
    assert response.headers["Location"] == f"/fuer/{helped.case_id}/antrag/{draft.pk}/"


def test_who_may_no_longer_act_is_told_so_without_a_name(visitor, helped):
    helped.revoked_at = helped.valid_from
    helped.save()
    response = visitor.get(f"/fuer/{helped.case_id}/antrag/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "Sie können für diese Person nichts mehr tun" in page
    assert "Sander" not in page


def test_space_of_a_stranger_or_of_nothing_answers_alike(visitor):
    answers = {visitor.get(f"/fuer/{case_id}/antrag/").content for case_id in (StandingFactory().case_id, uuid.uuid4())}
    assert len(answers) == 1


def test_who_is_not_signed_in_comes_back_into_the_space(client, helped):
    address = f"/fuer/{helped.case_id}/antrag/"
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1] == (f"/konto/anmelden/?{urlencode({'next': address})}", 302)


def test_prefix_lasts_as_long_as_the_request(visitor, helped):
    visitor.get(f"/fuer/{helped.case_id}/antrag/")
    assert get_script_prefix() == "/"


@pytest.mark.parametrize("address", ["/fuer/", "/fuer/x/antrag/", "/fuer/11111111222233334444555555555555/antrag/"])
def test_what_is_no_space_is_not_found(visitor, address):
    assert visitor.get(address).status_code == 404


def test_outside_takes_the_prefix_off():
    assert outside("/konto/") == "/konto/"


def test_every_app_about_a_case_exists():
    assert set(get_resolver().app_dict) >= CASE_APPS


def test_browser_fills_in_nothing_by_itself_in_a_space(visitor, helped):
    own = draft_of(StandingFactory(person__user=helped.user))
    page = visitor.get(f"/fuer/{helped.case_id}/antrag/{draft_of(helped).pk}/name/").content.decode()
    typed = re.findall(r"<input(?=[^>]*kern-form-input__input)[^>]*>", page)
    assert len(typed) > 3
    assert all('autocomplete="off"' in field for field in typed)
    assert 'autocomplete="given-name"' in visitor.get(f"/antrag/{own.pk}/name/").content.decode()
