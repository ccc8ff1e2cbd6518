import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mailbox.models import EvidenceRequest
from portal.accounts.enums import GUEST_STANDING
from tests.factories.accounts import JobcenterFactory, OfficeFactory, StaffMembershipFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory
from tests.factories.exports import full_case
from tests.factories.invitations import begun
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def page(client, path="/"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_home_names_the_jobcenter_in_its_title(client):
    OfficeFactory(jobcenter__name="Jobcenter Musterkreis")
    assert "<title>Start – Jobcenter Musterkreis</title>" in page(client)


def test_home_works_before_a_jobcenter_is_entered(client):
    assert "<title>Start – Jobcenter</title>" in page(client)


@pytest.mark.parametrize("path", ["/", "/kontakt/", "/impressum/", "/datenschutz/", "/barrierefreiheit/"])
def test_every_page_says_how_to_reach_a_person(client, path):
    OfficeFactory(phone="01234 77", street="Marktplatz 1")
    html = page(client, path)
    foot = html[html.index('<footer class="jc-footer">') :]
    assert '<a class="kern-link jc-phone" href="tel:+49123477">01234 77</a>' in foot
    assert "Haus am Markt<br>Marktplatz 1<br>00101 Musterstadt" in foot
    assert "Montag bis Freitag: 8:00 bis 12:30 Uhr" in foot


def test_warm_home_page_costs_no_sql(client, django_assert_num_queries):
    OfficeFactory()
    client.get("/")
    with django_assert_num_queries(0):
        client.get("/")


def test_page_begins_with_the_skip_link_and_has_one_heading(client):
    html = page(client)
    assert html.index('href="#inhalt"') < html.index("<header>")
    assert html.count("<h1") == 1
    assert '<main id="inhalt"' in html


def test_contact_lists_every_office(client):
    jobcenter = JobcenterFactory(name="Jobcenter A")
    OfficeFactory(jobcenter=jobcenter, name="Mitte", note="Eingang im Hof")
    OfficeFactory(jobcenter=jobcenter, name="Nord", is_default=False)
    html = page(client, "/kontakt/")
    assert html.index("Mitte") < html.index("Eingang im Hof") < html.index("Nord")


def test_official_header_appears_only_when_switched_on(client, settings):
    assert "kern-kopfzeile" not in page(client)
    settings.PORTAL_OFFICIAL_HEADER = True
    assert "Offizielle Website – Bundesrepublik Deutschland" in page(client)


def test_start_page_of_a_space_shows_what_may_be_done_for_the_person(client):
    helping = StandingFactory(helper=True, scopes=["upload"])
    client.force_login(helping.user)
    html = page(client, f"/fuer/{helping.case_id}/")
    assert "<title>Start –" in html
    assert f'href="/fuer/{helping.case_id}/unterlagen/schicken/"' in html
    assert "Antrag ausfüllen" not in html
    assert 'href="/antrag/"' not in html


def test_start_page_of_a_space_shows_what_is_to_do_for_that_person_only(client):
    helping = StandingFactory(helper=True)
    own = StandingFactory(person__user=helping.user)
    for standing in (helping, own):
        DraftFactory(case=standing.case, person=standing.person)
    client.force_login(helping.user)
    html = page(client, f"/fuer/{helping.case_id}/")
    assert f"/fuer/{helping.case_id}/antrag/{helping.case.drafts.get().pk}/" in html
    assert str(own.case.drafts.get().pk) not in html


def test_begun_case_is_handed_over_from_its_start_page(client):
    standing = begun()
    client.force_login(standing.user)
    assert "Zur Prüfung übergeben" in page(client, f"/fuer/{standing.case_id}/")
    helping = StandingFactory(helper=True, user=standing.user)
    assert "Zur Prüfung übergeben" not in page(client, f"/fuer/{helping.case_id}/")


def test_whoever_is_known_lands_on_what_there_is_to_do(client):
    own = StandingFactory()
    DraftFactory(case=own.case, person=own.person)
    client.force_login(own.user)
    html = page(client)
    assert ">Was muss ich tun?</h1>" in html
    assert "Antrag fertig ausfüllen und absenden" in html
    assert "Ihr Jobcenter online" not in html


def test_empty_page_says_so_what_happens_and_whom_to_call(client):
    OfficeFactory(phone="01234 77")
    application = ApplicationFactory()
    type(application).objects.update(status="in_review")
    client.force_login(application.person.user)
    html = page(client)
    assert "Sie müssen gerade nichts tun." in html
    assert "Wir prüfen Ihre Angaben. Wenn wir Fragen haben, melden wir uns." in html
    assert '<a class="kern-link jc-phone" href="tel:+49123477">01234 77</a>' in html


def test_past_day_is_no_threat(client):
    full = full_case()
    EvidenceRequest.objects.update(deadline=timezone.localdate() - dt.timedelta(days=3))
    client.force_login(full.person.user)
    html = page(client)
    assert "fällig war " in html
    assert "Das geht auch jetzt noch." in html


def test_guest_sees_what_there_is_to_do(client):
    guest = StandingFactory(guest=True)
    DraftFactory(case=guest.case, person=guest.person)
    session = client.session
    session[GUEST_STANDING] = str(guest.pk)
    session.save()
    assert "Antrag fertig ausfüllen und absenden" in page(client)


def test_staff_are_shown_the_way_to_their_desk(client):
    client.force_login(StaffMembershipFactory().user)
    assert '<a class="kern-link" href="/verwaltung/">Zur Sachbearbeitung</a>' in page(client)


def test_claimants_are_not_shown_the_way_to_the_desk(client):
    client.force_login(StandingFactory().user)
    assert "/verwaltung/" not in page(client)


def test_sign_in_leads_to_what_there_is_to_do(settings):
    assert reverse(settings.LOGIN_REDIRECT_URL) == "/"
