import datetime

import pytest

from appointments.enums import AppointmentStatus, Channel, ExceptionKind, ServiceKind, VideoProvider
from appointments.models import AppointmentSettings, CalendarException, OpeningRule
from appointments.selectors.slots import SlotQuery, candidates_at, days_with_slots, free_slots, next_free
from portal.accounts.enums import Land
from tests.factories.accounts import (
    AbsenceFactory,
    JobcenterFactory,
    LocalHolidayFactory,
    OfficeFactory,
    StaffMembershipFactory,
    TeamFactory,
)
from tests.factories.appointments import (
    BERLIN,
    MONDAY_NINE,
    AppointmentFactory,
    OpeningRuleFactory,
    RoomFactory,
    ServiceFactory,
)

pytestmark = pytest.mark.django_db

MONDAY = MONDAY_NINE.date()
NOW = datetime.datetime(2026, 12, 1, 8, tzinfo=BERLIN)
HOUR, HALF = datetime.timedelta(hours=1), datetime.timedelta(minutes=30)


@pytest.fixture
def service():
    return ServiceFactory()


def open_for(service, **facts):
    """An opening rule of somebody of the service's jobcenter, Monday to Friday, 9 to 12."""
    who = facts.pop("membership", None) or StaffMembershipFactory(jobcenter=service.jobcenter)
    return OpeningRuleFactory(membership=who, **facts)


def taken(rule, service, starts=MONDAY_NINE, **facts):
    return AppointmentFactory(
        service=service, membership=rule.membership, starts=starts, case__jobcenter=service.jobcenter, **facts
    )


def on_monday(service, **query):
    return [
        f"{slot.starts:%H:%M}"
        for slot in free_slots(SlotQuery(service=service, **query), first_day=MONDAY, days=1, now=NOW)
    ]


ALL = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]


def test_slots_are_what_is_open_and_not_taken(service):
    rule = open_for(service)
    taken(rule, service, MONDAY_NINE + HALF)

    assert on_monday(service) == ["09:00", "10:00", "10:30", "11:00", "11:30"]


def test_slots_carry_local_times_and_the_pause(service):
    service.gap_minutes = 10
    rule = open_for(service)

    first, second = free_slots(SlotQuery(service=service), first_day=MONDAY, days=1, now=NOW)[:2]

    assert (first.starts, first.ends, first.free_again) == (
        MONDAY_NINE,
        MONDAY_NINE + HALF,
        MONDAY_NINE + datetime.timedelta(minutes=40),
    )
    assert (second.starts.hour, second.starts.minute) == (9, 40)
    assert first.membership_id == rule.membership_id


def test_pause_of_the_next_must_be_free_too(service):
    service.gap_minutes = 30
    taken(open_for(service), service, MONDAY_NINE + HOUR + HALF)

    assert on_monday(service) == ["09:00", "11:00"]  # 10:00 to 10:30 has its pause until 11:00


@pytest.mark.parametrize(
    ("status", "minutes", "is_free"),
    [
        (AppointmentStatus.HELD, 10, False),
        (AppointmentStatus.HELD, -1, True),
        (AppointmentStatus.OFFERED, 10, False),
        (AppointmentStatus.OFFERED, -1, True),
        (AppointmentStatus.CANCELLED, 10, True),
        (AppointmentStatus.RELEASED, 10, True),
    ],
)
def test_hold_takes_its_time_until_it_runs_out(service, status, minutes, is_free):
    held_until = NOW + datetime.timedelta(minutes=minutes)
    taken(open_for(service), service, status=status, held_until=held_until)

    assert ("09:00" in on_monday(service)) is is_free


def test_one_time_stands_once_with_what_anybody_makes_possible(service):
    open_for(service, channels=[Channel.PHONE], languages=["uk"])
    open_for(service, channels=[Channel.IN_PERSON], room=RoomFactory(office__jobcenter=service.jobcenter))

    slots = free_slots(SlotQuery(service=service), first_day=MONDAY, days=1, now=NOW)

    assert [f"{slot.starts:%H:%M}" for slot in slots] == ALL
    assert {slot.channels for slot in slots} == {frozenset({Channel.PHONE, Channel.IN_PERSON})}
    assert {(slot.languages, slot.is_step_free) for slot in slots} == {(frozenset({"uk"}), True)}


def test_turn_is_whose_day_is_emptiest(service):
    busy, calm = open_for(service), open_for(service)
    taken(busy, service)

    slots = candidates_at(SlotQuery(service=service), MONDAY_NINE + HOUR, now=NOW)

    assert [slot.membership_id for slot in slots] == [calm.membership_id, busy.membership_id]


def test_candidates_are_all_who_are_free_then(service):
    taken(open_for(service), service)
    calm = open_for(service)

    assert [slot.membership_id for slot in candidates_at(SlotQuery(service=service), MONDAY_NINE, now=NOW)] == [
        calm.membership_id
    ]


@pytest.mark.parametrize("minutes", [15, 180, -30])
def test_candidates_at_a_time_that_is_not_offered_are_none(service, minutes):
    open_for(service)

    assert candidates_at(SlotQuery(service=service), MONDAY_NINE + datetime.timedelta(minutes=minutes), now=NOW) == []


def test_candidates_know_a_moment_in_any_zone(service):
    open_for(service)
    in_new_york = MONDAY_NINE.astimezone(datetime.timezone(-5 * HOUR))

    assert len(candidates_at(SlotQuery(service=service), in_new_york, now=NOW)) == 1


def test_taken_room_leaves_the_other_ways(service):
    room = RoomFactory(office__jobcenter=service.jobcenter)
    open_for(service, room=room)
    other = StaffMembershipFactory(jobcenter=service.jobcenter)
    AppointmentFactory(service=service, membership=other, room=room, case__jobcenter=service.jobcenter)

    first, second = free_slots(SlotQuery(service=service), first_day=MONDAY, days=1, now=NOW)[:2]

    assert (first.channels, first.room_id) == (frozenset({Channel.PHONE}), None)
    assert (second.channels, second.room_id) == (frozenset({Channel.PHONE, Channel.IN_PERSON}), room.pk)


def test_notice_and_horizon_limit_what_is_offered(service):
    service.notice_hours, service.horizon_days = 26, 7
    open_for(service)

    now = MONDAY_NINE - datetime.timedelta(days=1)  # Sunday, 9 o'clock: from Monday, 11 o'clock on
    slots = free_slots(SlotQuery(service=service), first_day=MONDAY, days=30, now=now)

    assert (slots[0].starts, slots[-1].day) == (MONDAY_NINE + 2 * HOUR, datetime.date(2026, 12, 11))


def test_staff_need_no_notice_but_the_past_is_past(service):
    open_for(service)
    now = MONDAY_NINE + HOUR + datetime.timedelta(minutes=1)

    slots = free_slots(SlotQuery(service=service, by_staff=True), first_day=MONDAY, days=1, now=now)

    assert slots[0].starts == MONDAY_NINE + HOUR + HALF


def test_not_before_is_kept(service):
    open_for(service)

    assert on_monday(service, not_before=MONDAY_NINE + 2 * HOUR) == ["11:00", "11:30"]


def test_first_talk_is_in_person_only_unless_staff_decide(service):
    service.kind = ServiceKind.FIRST_TALK
    open_for(service)

    assert on_monday(service, channel=Channel.PHONE) == []
    assert on_monday(service, channel=Channel.IN_PERSON) == ALL
    assert on_monday(service, channel=Channel.PHONE, by_staff=True) == ALL


def test_video_needs_rooms_of_the_office(service):
    open_for(service)
    assert on_monday(service, channel=Channel.VIDEO) == []

    AppointmentSettings.objects.create(jobcenter=service.jobcenter, video_provider=VideoProvider.JITSI)
    assert on_monday(service, channel=Channel.VIDEO) == ALL


def test_language_is_spoken_without_interpreter(service):
    open_for(service, languages=["uk"])

    assert on_monday(service, language="uk") == ALL
    assert on_monday(service, language="ar") == []
    assert on_monday(service, language="de") == ALL


def test_step_free_and_quiet_are_about_the_room(service):
    room = RoomFactory(office__jobcenter=service.jobcenter, is_step_free=True, is_quiet=False)
    open_for(service, room=room)

    assert on_monday(service, channel=Channel.IN_PERSON, step_free=True) == ALL
    assert on_monday(service, channel=Channel.IN_PERSON, quiet=True) == []
    assert on_monday(service, channel=Channel.PHONE, quiet=True) == ALL


def test_whole_house_without_steps_makes_every_desk_and_room_so(service):
    house = OfficeFactory(jobcenter=service.jobcenter, is_step_free=True)
    open_for(service, office=house)
    assert on_monday(service, channel=Channel.IN_PERSON, step_free=True) == ALL

    OpeningRule.objects.update(office=None, room=RoomFactory(office=house, is_step_free=False))
    assert on_monday(service, channel=Channel.IN_PERSON, step_free=True) == ALL

    house.is_step_free = False
    house.save()
    assert on_monday(service, channel=Channel.IN_PERSON, step_free=True) == []


def test_desk_of_a_team_is_in_the_house_of_the_team(service):
    team = TeamFactory(
        jobcenter=service.jobcenter, office=OfficeFactory(jobcenter=service.jobcenter, is_step_free=True)
    )
    open_for(service, membership=StaffMembershipFactory(jobcenter=service.jobcenter, team=team))

    assert on_monday(service, channel=Channel.IN_PERSON, step_free=True) == ALL


def test_service_is_done_by_its_teams_and_by_rules_that_name_it(service):
    team = TeamFactory(jobcenter=service.jobcenter)
    service.teams.add(team)
    open_for(service)
    assert on_monday(service) == []

    rule = open_for(service, membership=StaffMembershipFactory(jobcenter=service.jobcenter, team=team))
    assert on_monday(service) == ALL

    rule.services.add(ServiceFactory(jobcenter=service.jobcenter))
    assert on_monday(service) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"user__is_active": False},
        {"valid_to": datetime.date(2026, 12, 6)},
        {"valid_from": datetime.date(2026, 12, 8)},
    ],
)
def test_who_does_not_work_there_offers_nothing(service, facts):
    open_for(service, membership=StaffMembershipFactory(jobcenter=service.jobcenter, **facts))

    assert on_monday(service) == []


def test_other_jobcenter_and_ended_service_offer_nothing(service):
    OpeningRuleFactory()
    assert on_monday(service) == []

    open_for(service)
    service.is_active = False
    assert on_monday(service) == []


def test_exceptions_absences_and_holidays_change_the_pattern():
    service = ServiceFactory(jobcenter=JobcenterFactory(land=Land.BE))
    rule = open_for(service)
    who = rule.membership
    day = datetime.timedelta(days=1)
    CalendarException.objects.create(membership=who, period=(MONDAY_NINE, MONDAY_NINE + 2 * HOUR))
    CalendarException.objects.create(
        membership=who, kind=ExceptionKind.OPEN, like=rule, period=(MONDAY_NINE + 5 * HOUR, MONDAY_NINE + 6 * HOUR)
    )
    AbsenceFactory(membership=who, first_day=MONDAY + day, last_day=MONDAY + 2 * day)
    LocalHolidayFactory(jobcenter=service.jobcenter, day=MONDAY + 3 * day)

    slots = free_slots(SlotQuery(service=service), first_day=MONDAY, days=21, now=NOW)

    assert [f"{slot.starts:%H:%M}" for slot in slots if slot.day == MONDAY] == ["11:00", "11:30", "14:00", "14:30"]
    assert sorted({slot.day.day for slot in slots}) == [7, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24]  # not 25 December


def test_days_with_slots_look_ahead_to_the_horizon(service):
    rule = open_for(service, weekdays=[0])
    AbsenceFactory(membership=rule.membership, first_day=MONDAY, last_day=datetime.date(2027, 1, 10))

    days = days_with_slots(SlotQuery(service=service), first_day=MONDAY, limit=2, now=NOW)

    assert [(day.isoformat(), len(slots)) for day, slots in days] == [("2027-01-11", 6), ("2027-01-18", 6)]


def test_next_free_is_the_first_of_all(service):
    open_for(service, weekdays=[2], starts=datetime.time(10))
    assert next_free(SlotQuery(service=service), now=MONDAY_NINE).starts == MONDAY_NINE + 49 * HOUR

    assert next_free(SlotQuery(service=ServiceFactory()), now=NOW) is None


@pytest.mark.parametrize("staff", [1, 6])
def test_search_costs_the_same_whatever_the_numbers(service, staff, django_assert_num_queries):
    office = RoomFactory(office__jobcenter=service.jobcenter).office
    for _number in range(staff):
        rule = open_for(service, room=RoomFactory(office=office))
        rule.services.add(service)
        taken(rule, service, room=rule.room)
        AbsenceFactory(membership=rule.membership, first_day=MONDAY, last_day=MONDAY)
    query = SlotQuery(service=service)

    with django_assert_num_queries(7):
        free_slots(query, first_day=MONDAY, days=90, now=NOW)
    with django_assert_num_queries(7):
        days_with_slots(query, first_day=MONDAY, limit=5, now=NOW)
    with django_assert_num_queries(8):
        days_with_slots(query, first_day=MONDAY, limit=80, now=NOW)
    with django_assert_num_queries(7):
        candidates_at(query, MONDAY_NINE, now=NOW)
