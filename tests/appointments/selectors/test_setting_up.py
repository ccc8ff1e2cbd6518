import datetime

import pytest

from appointments.enums import AppointmentStatus
from appointments.selectors.setting_up import (
    channel_words,
    coming_in_rule,
    coming_with,
    exceptions_of_house,
    rooms_of_house,
    rules_of_house,
    services_of_house,
    settings_of_house,
)
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import (
    MONDAY_NINE,
    AppointmentFactory,
    OpeningRuleFactory,
    RoomFactory,
    ServiceFactory,
)
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db
DAY, HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)


@pytest.fixture
def lead():
    return StaffMembershipFactory(team_lead=True)


def test_house_sees_its_own_with_what_is_to_come(lead, time_machine):
    time_machine.move_to(MONDAY_NINE - DAY)
    service = ServiceFactory(jobcenter=lead.jobcenter)
    room = RoomFactory(office__jobcenter=lead.jobcenter)
    ServiceFactory()
    RoomFactory()
    for starts, status in ((MONDAY_NINE, "booked"), (MONDAY_NINE, "cancelled"), (MONDAY_NINE - 7 * DAY, "booked")):
        AppointmentFactory(service=service, room=room, starts=starts, status=status, case__jobcenter=lead.jobcenter)

    actor = staff_actor(lead)
    assert [(each, each.coming) for each in services_of_house(actor)] == [(service, 1)]
    assert [(each, each.coming) for each in rooms_of_house(actor)] == [(room, 1)]


def test_hours_and_exceptions_that_are_over_are_left_out(lead):
    rule = OpeningRuleFactory(membership=lead)
    OpeningRuleFactory(membership=lead, last_day=datetime.date(2026, 12, 6))
    OpeningRuleFactory()
    exception = lead.calendar_exceptions.create(period=(MONDAY_NINE, MONDAY_NINE + HOUR))
    lead.calendar_exceptions.create(period=(MONDAY_NINE - 2 * HOUR, MONDAY_NINE - HOUR))

    actor = staff_actor(lead)
    assert list(rules_of_house(actor, on=MONDAY_NINE.date())) == [rule]
    assert list(exceptions_of_house(actor, since=MONDAY_NINE)) == [exception]


def test_appointments_in_hours_are_those_of_their_days_and_times(lead, time_machine):
    time_machine.move_to(MONDAY_NINE - DAY)
    rule = OpeningRuleFactory(membership=lead, weekdays=[0])
    inside = AppointmentFactory(membership=lead, case__jobcenter=lead.jobcenter)
    for starts in (MONDAY_NINE + 3 * HOUR, MONDAY_NINE + DAY):
        AppointmentFactory(membership=lead, starts=starts, case__jobcenter=lead.jobcenter)

    assert coming_in_rule(rule) == [inside]


def test_appointments_in_a_time_are_counted(lead):
    AppointmentFactory(membership=lead, case__jobcenter=lead.jobcenter)
    AppointmentFactory(membership=lead, case__jobcenter=lead.jobcenter, status=AppointmentStatus.CANCELLED)

    assert coming_with(lead.pk, MONDAY_NINE, MONDAY_NINE + HOUR) == 1
    assert coming_with(lead.pk, MONDAY_NINE + HOUR, MONDAY_NINE + 2 * HOUR) == 0


def test_settings_are_there_before_anybody_stored_them(lead):
    assert settings_of_house(staff_actor(lead)).video_provider == ""


def test_channels_have_one_order():
    assert channel_words(["video", "in_person"]) == "persönlich im Jobcenter, per Video"
