import pytest

from tests.factories.accounts import JobcenterFactory, OfficeFactory

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
