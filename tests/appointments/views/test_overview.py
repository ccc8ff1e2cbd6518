import datetime

import pytest
from django.urls import reverse

from appointments.enums import AppointmentStatus
from portal.audit.models import AuditEvent
from portal.pages.offices import forget_cards
from tests.factories.accounts import OfficeFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, ServiceFactory, WishFactory
from tests.factories.cases import PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db

OVERVIEW = reverse("appointments:contact")


def page(client, address=OVERVIEW):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().replace("\xa0", " ")


def test_overview_names_office_phone_hours_and_what_to_bring_to_everybody(client):
    office = OfficeFactory()

    shown = page(client)

    for word in (office.street, office.jobcenter.name, "01234 5670", "01234 567112", "Montag bis Freitag", "Ausweis"):
        assert word in shown
    assert "Sie müssen nicht allein kommen" in shown
    assert reverse("appointments:choose") in shown


def test_overview_works_without_any_office(client):
    forget_cards()

    assert "Briefen Ihres Jobcenters" in page(client)


def test_overview_shows_next_appointment_first_and_the_others_below(claimant, standing):
    later = MONDAY_NINE + datetime.timedelta(days=1)
    AppointmentFactory(person=standing.person, starts=later)
    first = AppointmentFactory(person=standing.person)

    shown = page(claimant)

    assert shown.index("Ihr nächster Termin") < shown.index("Montag, 7. Dezember 2026") < shown.index("Danach")
    assert "9:00 Uhr" in shown
    assert reverse("appointments:appointment", args=[first.pk]) in shown
    assert "Dienstag, 8. Dezember 2026, 9:00 Uhr" in shown


def test_overview_shows_offers_wishes_and_what_is_over(claimant, standing):
    OfferFactory(person=standing.person, service__name="Über Arbeit sprechen")
    wish = WishFactory(person=standing.person)
    AppointmentFactory(
        person=standing.person,
        starts=MONDAY_NINE - datetime.timedelta(days=21),
        status=AppointmentStatus.MISSED,
    )

    shown = page(claimant)

    assert "Über Arbeit sprechen" in shown
    assert wish.submission.reference in shown
    assert "hat nicht stattgefunden" in shown
    assert "nicht erschienen" not in shown


def test_overview_shows_five_that_are_over_and_all_on_request(claimant, standing):
    for weeks in range(3, 10):
        starts = MONDAY_NINE - datetime.timedelta(weeks=weeks)
        AppointmentFactory(person=standing.person, starts=starts, status=AppointmentStatus.ATTENDED)

    assert page(claimant).count("hat stattgefunden") == 5
    assert page(claimant, f"{OVERVIEW}?alle=1").count("hat stattgefunden") == 7


def test_overview_says_for_whom_an_appointment_of_the_household_is(claimant, standing):
    AppointmentFactory(person=PersonFactory(member=True, case=standing.case, name="Ida Sander"))

    shown = page(claimant)
    assert "für Ida Sander" in shown
    assert "Der nächste Termin" in shown


def test_overview_hides_appointments_of_who_wants_own_post(claimant, standing):
    apart = PersonFactory(member=True, case=standing.case, wants_own_post_since=MONDAY_NINE)
    AppointmentFactory(person=apart)

    assert "Im Moment ist kein Termin vereinbart." in page(claimant)


def test_overview_of_a_helper_leaves_one_event_and_that_of_the_person_none(client, standing):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["appointments"]).user
    AppointmentFactory(person=standing.person)
    WishFactory(person=standing.person)
    looks = AuditEvent.objects.filter(event="seen.appointments")

    client.force_login(standing.user)
    page(client)
    assert looks.count() == 0

    client.force_login(helper)
    assert "Der nächste Termin" in page(client, f"/fuer/{standing.case_id}{OVERVIEW}")
    assert looks.get().case_id == standing.case_id


def test_overview_of_a_helper_without_the_scope_has_contact_and_no_way_to_book(client, standing):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["fill_in"]).user
    AppointmentFactory(person=standing.person)
    client.force_login(helper)

    shown = page(client, f"/fuer/{standing.case_id}{OVERVIEW}")

    assert "7. Dezember" not in shown
    assert reverse("appointments:choose") not in shown


def test_overview_costs_the_same_with_few_and_many(claimant, standing, django_assert_max_num_queries):
    service = ServiceFactory(jobcenter=standing.case.jobcenter)

    def fill(first_week, weeks):
        for week in range(first_week, first_week + weeks):
            for sign, status in ((1, AppointmentStatus.BOOKED), (-1, AppointmentStatus.ATTENDED)):
                starts = MONDAY_NINE + datetime.timedelta(weeks=sign * (week + 1))
                AppointmentFactory(person=standing.person, service=service, starts=starts, status=status)
            OfferFactory(person=standing.person, service=service, until=MONDAY_NINE)
            WishFactory(person=standing.person, service=service)

    fill(0, 1)
    page(claimant)
    with django_assert_max_num_queries(14) as few:
        page(claimant)
    fill(1, 6)
    with django_assert_max_num_queries(14) as many:
        page(claimant)
    assert len(many) == len(few)
