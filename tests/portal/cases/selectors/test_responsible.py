import datetime

import pytest

from portal.accounts.models import Absence
from portal.cases.selectors import responsible_for
from tests.factories.accounts import JobcenterFactory, OfficeFactory, StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2026, 11, 30)
HOURS = [{"weekday": 0, "opens": "08:00", "closes": "12:00"}]


@pytest.fixture
def case():
    jobcenter = JobcenterFactory(name="Jobcenter Musterstadt", phone="0100 1")
    OfficeFactory(jobcenter=jobcenter, phone="0100 2", opening_hours=HOURS)
    team = TeamFactory(jobcenter=jobcenter, name="Team Nord", phone="0100 3")
    who = StaffMembershipFactory(
        jobcenter=jobcenter, team=team, display_name="Frau Öztürk", phone="0100 4", valid_from=datetime.date(2026, 1, 1)
    )
    return CaseFactory(jobcenter=jobcenter, team=team, responsible=who)


def colleague(case, name="Herr Vogt", **fields):
    started = datetime.date(2026, 1, 1)
    return StaffMembershipFactory(jobcenter=case.jobcenter, display_name=name, valid_from=started, **fields)


def away(membership, first, last, deputy=None):
    return Absence.objects.create(
        membership=membership, first_day=datetime.date(2026, *first), last_day=datetime.date(2026, *last), deputy=deputy
    )


def test_person_team_phone_and_hours(case, django_assert_num_queries):
    with django_assert_num_queries(3):
        shown = responsible_for(case, on=MONDAY)

    assert (shown.jobcenter, shown.team, shown.name) == ("Jobcenter Musterstadt", "Team Nord", "Frau Öztürk")
    assert (shown.phone, shown.phone_uri) == ("0100 4", "tel:+491004")
    assert shown.hours == ("Montag: 8:00 bis 12:00 Uhr",)
    assert shown.away_until is None


def test_own_hours_go_before_those_of_the_office(case):
    case.responsible.reachable = "Montag, 9 bis 12 Uhr"
    case.responsible.save()

    assert responsible_for(case, on=MONDAY).hours == ("Montag, 9 bis 12 Uhr",)


def test_next_phone_up_is_shown(case):
    numbers = [responsible_for(case, on=MONDAY).phone]
    case.responsible = None
    case.save()
    numbers.append(responsible_for(case, on=MONDAY).phone)
    case.team = None
    case.save()
    numbers.append(responsible_for(case, on=MONDAY).phone)

    assert numbers == ["0100 4", "0100 3", "0100 2"]


def test_absence_names_the_last_day_the_deputy_and_the_next_working_day(case):
    away(case.responsible, (11, 23), (12, 4), deputy=colleague(case, phone="0100 9"))

    shown = responsible_for(case, on=MONDAY)

    assert (shown.away_until, shown.back_on) == (datetime.date(2026, 12, 4), datetime.date(2026, 12, 7))
    assert (shown.deputy, shown.deputy_phone) == ("Herr Vogt", "0100 9")


def test_absences_without_a_working_day_between_them_are_one(case):
    away(case.responsible, (11, 23), (12, 4))
    away(case.responsible, (12, 7), (12, 24))
    away(case.responsible, (12, 29), (12, 30))

    shown = responsible_for(case, on=MONDAY)

    # the 25th is a holiday, the 26th one and a Saturday, the 27th a Sunday
    assert (shown.away_until, shown.back_on) == (datetime.date(2026, 12, 24), datetime.date(2026, 12, 28))


def test_deputy_who_is_away_is_not_named(case):
    deputy = colleague(case)
    away(deputy, (11, 30), (11, 30))
    away(case.responsible, (11, 23), (12, 4), deputy=deputy)

    assert responsible_for(case, on=MONDAY).deputy == ""


def test_absence_to_come_is_not_told(case):
    away(case.responsible, (12, 1), (12, 4))

    assert responsible_for(case, on=MONDAY).away_until is None


def test_whose_work_it_is_not_is_not_named(case):
    other = TeamFactory(jobcenter=case.jobcenter, name="Team Wohnen")

    shown = responsible_for(case, team_id=other.pk, on=MONDAY)

    assert (shown.team, shown.name) == ("Team Wohnen", "")


def test_team_of_another_house_is_passed_over(case):
    assert responsible_for(case, team_id=TeamFactory().pk, on=MONDAY).team == "Team Nord"


def test_who_has_left_is_not_named(case):
    case.responsible.valid_to = datetime.date(2026, 11, 29)
    case.responsible.save()

    assert responsible_for(case, on=MONDAY).name == ""


def test_without_a_jobcenter_it_is_the_default_office():
    OfficeFactory(jobcenter=JobcenterFactory(is_default=True, name="Jobcenter Mitte"), phone="0200 1")

    shown = responsible_for(CaseFactory(clearing=True))

    assert (shown.jobcenter, shown.phone) == ("Jobcenter Mitte", "0200 1")


def test_without_any_office_there_is_nobody():
    assert responsible_for(CaseFactory(clearing=True)) is None
