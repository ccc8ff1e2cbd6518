import datetime

import pytest
from django.urls import reverse

from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
PAGE = "/verwaltung/termine/"


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=5))
    return time_machine


def agreed(member, starts=MONDAY_NINE, **facts):
    return AppointmentFactory(
        person=PersonFactory(case__jobcenter=member.jobcenter), membership=member, starts=starts, **facts
    )


def test_today_says_who_comes_how_and_what_they_need(desk_of, worker):
    one = agreed(
        worker,
        channel="phone",
        phone="030 23125 555",
        needs={"needs": ["interpreter", "step_free"], "language": "ar", "words": ""},
    )
    one.participants.create(name="Julia Grenz", kind="companion")

    page = desk_of(worker).get(PAGE).content.decode()

    for words in (
        "Miriam Sander",
        "030 23125 555",
        "Jemand soll übersetzen (Arabisch)",
        "Zugang ohne Stufen",
        "Julia Grenz",
    ):
        assert words in page
    assert AuditEvent.objects.filter(event="seen.appointments", case_id=one.case_id).count() == 1


def test_week_says_in_words_what_is_free_and_what_is_agreed(desk_of, worker):
    OpeningRuleFactory(membership=worker)
    agreed(worker, MONDAY_NINE + 24 * HOUR)

    page = desk_of(worker).get(PAGE).content.decode()

    assert 'week-entry--booked"><span class="week-time">9:00–9:30' in page
    assert 'week-entry--free"><span class="week-time">9:30–12:00' in page


def test_week_before_and_after_and_that_of_a_colleague(desk_of, worker):
    colleague = StaffMembershipFactory(jobcenter=worker.jobcenter, display_name="Herr Brückner")
    later = agreed(colleague, MONDAY_NINE + 7 * 24 * HOUR)
    desk = desk_of(worker)

    this = desk.get(PAGE, {"wer": colleague.pk}).content.decode()
    following = desk.get(PAGE, {"wer": colleague.pk, "woche": "2026-12-16"}).content.decode()

    address = reverse("desk:appointment", args=[later.pk])
    assert (address in this, address in following) == (False, True)
    assert "woche=2026-12-07" in following


def test_team_stands_below_each_other(desk_of, worker):
    StaffMembershipFactory(jobcenter=worker.jobcenter, team=worker.team, display_name="Herr Brückner")
    StaffMembershipFactory(jobcenter=worker.jobcenter, display_name="Frau Anders")

    page = desk_of(worker).get(PAGE, {"wer": "team"})

    assert [week.membership.display_name for week in page.context["weeks"]] == ["Frau Yıldız", "Herr Brückner"] or [
        week.membership.display_name for week in page.context["weeks"]
    ] == ["Herr Brückner", "Frau Yıldız"]


def test_odd_addresses_show_this_week(desk_of, worker):
    for asked in ({"woche": "9999-99-99"}, {"woche": "gestern"}, {"woche": "0001-01-01"}, {"wer": "niemand"}):
        assert desk_of(worker).get(PAGE, asked).status_code == 200


def test_page_costs_the_same_however_many_come(desk_of, worker, django_assert_max_num_queries):
    desk = desk_of(worker)
    agreed(worker)
    desk.get(PAGE)  # the first look of a session is written down
    with django_assert_max_num_queries(60) as few:
        desk.get(PAGE)
    for number in range(1, 6):
        one = agreed(worker, MONDAY_NINE + number * HOUR)
        one.participants.create(name="Julia Grenz")
    with django_assert_max_num_queries(60) as many:
        desk.get(PAGE)

    assert len(many) == len(few)


def test_who_was_there_is_entered_from_the_list(desk_of, worker):
    one = agreed(worker)
    page = desk_of(worker).post(
        reverse("desk:appointment_outcome", args=[one.pk]), {"outcome": "attended", "zurueck": "1"}, follow=True
    )

    one.refresh_from_db()
    assert (one.status, page.request["PATH_INFO"]) == ("attended", PAGE)


def test_talks_without_an_outcome_have_a_list_and_stand_on_the_overview(desk_of, worker, monday):
    one = agreed(worker)
    monday.move_to(MONDAY_NINE + 2 * HOUR)
    desk = desk_of(worker)

    assert reverse("desk:appointment", args=[one.pk]) in desk.get("/verwaltung/termine/offen/").content.decode()
    overview = desk.get("/verwaltung/").content.decode()
    assert "Termin ohne Ergebnis" in overview
    assert "Miriam Sander" in overview
