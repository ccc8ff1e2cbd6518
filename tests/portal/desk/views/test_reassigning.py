import datetime

import pytest
from django.urls import reverse

from appointments.models import Appointment
from portal.audit.models import AuditEvent
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory

pytestmark = pytest.mark.django_db
PAGE = "/verwaltung/termine/umverteilen/"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def a_week_before(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=7))


@pytest.fixture
def orphaned(worker):
    gone = StaffMembershipFactory(jobcenter=worker.jobcenter, user__is_active=False)
    return [
        AppointmentFactory(
            person__case__jobcenter=worker.jobcenter, membership=gone, starts=MONDAY_NINE + number * HOUR
        )
        for number in range(2)
    ]


def test_blocked_colleague_puts_them_on_the_list_and_on_the_overview(desk_of, worker, orphaned):
    desk = desk_of(worker)

    assert desk.get(PAGE).content.decode().count("Konto gesperrt") == 2
    assert "Termine umzuverteilen" in desk.get("/verwaltung/").content.decode()


def test_all_go_in_one_go(desk_of, worker, orphaned):
    page = desk_of(worker).post(PAGE, {"to": worker.pk, "alle": "1"}, follow=True).content.decode()

    assert "2 Termine umverteilt." in page
    assert set(Appointment.objects.values_list("membership", flat=True)) == {worker.pk}


def test_chosen_ones_go_and_conflicts_stay_with_their_reason(desk_of, worker, orphaned):
    first, second = orphaned
    AppointmentFactory(person__case__jobcenter=worker.jobcenter, membership=worker)

    page = desk_of(worker).post(PAGE, {"to": worker.pk, "termin": [first.pk, second.pk]}).content.decode()

    assert "hat zu dieser Zeit schon einen Termin" in page
    assert Appointment.objects.get(pk=second.pk).membership == worker
    assert Appointment.objects.get(pk=first.pk).membership == first.membership


def test_nothing_chosen_changes_nothing(desk_of, worker, orphaned):
    page = desk_of(worker).post(PAGE, {"to": worker.pk}).content.decode()

    assert "Bitte wählen Sie mindestens einen Termin aus." in page
    assert not Appointment.objects.filter(membership=worker).exists()


def test_list_costs_the_same_however_long_it_is(desk_of, worker, orphaned, django_assert_max_num_queries):
    desk = desk_of(worker)
    desk.get(PAGE)
    with django_assert_max_num_queries(40) as few:
        desk.get(PAGE)
    away = AbsenceFactory(
        membership=StaffMembershipFactory(jobcenter=worker.jobcenter),
        first_day=MONDAY_NINE.date(),
        last_day=MONDAY_NINE.date(),
    )
    for number in range(3):
        AppointmentFactory(
            person__case__jobcenter=worker.jobcenter, membership=away.membership, starts=MONDAY_NINE + number * HOUR
        )
    with django_assert_max_num_queries(40) as many:
        desk.get(PAGE)

    assert len(many) == len(few)


@pytest.fixture
def offered(orphaned):
    """An invitation to two times with who is gone."""
    person, gone = orphaned[0].person, orphaned[0].membership
    offer = OfferFactory(person=person)
    return [
        AppointmentFactory(
            person=person,
            membership=gone,
            offer=offer,
            status="offered",
            held_until=offer.until,
            starts=MONDAY_NINE + (3 + number) * HOUR,
        )
        for number in range(2)
    ]


def test_offered_times_stand_on_the_list_and_go_with_all_others(desk_of, worker, orphaned, offered):
    desk = desk_of(worker)
    assert desk.get(PAGE).content.decode().count("nur angeboten (Einladung), wählbar bis ") == 2

    assert "4 Termine umverteilt." in desk.post(PAGE, {"to": worker.pk, "alle": "1"}, follow=True).content.decode()
    assert set(Appointment.objects.values_list("membership", flat=True)) == {worker.pk}


def test_chosen_offers_are_taken_back_and_the_next_step_is_said(desk_of, worker, orphaned, offered):
    desk = desk_of(worker)
    page = desk.post(PAGE, {"termin": [offered[0].pk], "zurueckziehen": "1"}, follow=True).content.decode()
    assert "1 angebotene Zeit zurückgezogen." in page
    assert "neu einladen" not in page

    page = desk.post(PAGE, {"termin": [offered[1].pk], "zurueckziehen": "1"}, follow=True).content.decode()

    assert reverse("desk:invite", args=[offered[1].case_id]) in page
    assert set(Appointment.objects.filter(offer__isnull=False).values_list("status", flat=True)) == {"released"}


def test_what_is_agreed_is_not_taken_back(desk_of, worker, orphaned, offered):
    page = desk_of(worker).post(PAGE, {"termin": [orphaned[0].pk], "zurueckziehen": "1"}, follow=True).content.decode()

    assert "Nur angebotene Zeiten kann man zurückziehen." in page
    assert Appointment.objects.filter(status="booked").count() == 2


def test_look_at_the_list_is_written_down_for_each_case(desk_of, worker, orphaned):
    desk_of(worker).get(PAGE)

    seen = AuditEvent.objects.filter(event="seen.appointments").values_list("case_id", flat=True)
    assert set(seen) == {each.case_id for each in orphaned}
