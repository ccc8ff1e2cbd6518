import pytest
from django.urls import reverse

from tests.factories.accounts import JobcenterFactory, PostcodeAreaFactory, TeamFactory
from tests.factories.appointments import ServiceFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db

CHOOSE = reverse("appointments:choose")


def page(client, address=CHOOSE):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_choosing_says_what_how_long_on_which_ways_with_whom_and_what_to_bring(claimant, service, standing):
    service.teams.add(TeamFactory(jobcenter=standing.case.jobcenter, name="Team Nord"))

    shown = page(claimant)

    for word in (
        service.name,
        "30 Minuten",
        "persönlich im Jobcenter, am Telefon",
        "Team Nord",
        "Den letzten Bescheid",
    ):
        assert word in shown
    assert "per Video" not in shown  # the jobcenter has no rooms for it
    assert reverse("appointments:pick", args=[service.pk]) in shown


def test_choosing_offers_nothing_of_other_jobcenters_and_nothing_that_ended(claimant, service, standing):
    ServiceFactory(name="Anderswo")
    ServiceFactory(jobcenter=standing.case.jobcenter, name="Früher", is_active=False)
    ServiceFactory(jobcenter=standing.case.jobcenter, name="Offene Sprechstunde", kind="drop_in")

    shown = page(claimant)

    assert not [word for word in ("Anderswo", "Früher", "Offene Sprechstunde") if word in shown]


def test_choosing_without_any_service_names_the_phone(claimant, office):
    assert "Online bietet Ihr Jobcenter noch keine Termine an." in page(claimant)


def test_stranger_with_one_jobcenter_is_asked_nothing(client, service):
    assert service.name in page(client)


def test_stranger_is_led_to_the_jobcenter_of_the_postcode(client, service):
    ServiceFactory()
    PostcodeAreaFactory(jobcenter=service.jobcenter, postcode="00123")
    assert "Wo wohnen Sie?" in page(client)

    answer = client.post(CHOOSE, {"postcode": "00123"})

    assert answer["Location"] == f"{CHOOSE}?jobcenter={service.jobcenter.slug}"
    assert service.name in page(client, answer["Location"])


def test_stranger_of_an_ambiguous_postcode_chooses(client, service):
    other = ServiceFactory()
    for jobcenter in (service.jobcenter, other.jobcenter):
        PostcodeAreaFactory(jobcenter=jobcenter, postcode="00199")

    shown = client.post(CHOOSE, {"postcode": "00199"}).content.decode()

    assert f"?jobcenter={service.jobcenter.slug}" in shown
    assert f"?jobcenter={other.jobcenter.slug}" in shown


def test_stranger_of_a_jobcenter_that_offers_nothing_here_is_told_to_call(client, service):
    ServiceFactory()
    PostcodeAreaFactory(jobcenter=JobcenterFactory(), postcode="00300")

    assert (
        "Dieses Jobcenter bietet hier noch keine Termine an."
        in client.post(CHOOSE, {"postcode": "00300"}).content.decode()
    )


def test_postcode_that_nobody_has_is_asked_again(client, service):
    ServiceFactory()

    shown = client.post(CHOOSE, {"postcode": "999"}, follow=True).content.decode()

    assert "Diese Postleitzahl kennen wir nicht." in shown


def test_helper_without_the_scope_is_not_offered_anything(client, standing, service):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["fill_in"]).user
    client.force_login(helper)

    assert client.get(f"/fuer/{standing.case_id}{CHOOSE}").status_code == 404
