import datetime

import pytest

from appointments.selectors.offering import offering_of_members, place_of
from portal.accounts.enums import Land
from tests.factories.accounts import JobcenterFactory, LocalHolidayFactory, OfficeFactory, TeamFactory
from tests.factories.appointments import MONDAY_NINE, OpeningRuleFactory, RoomFactory

pytestmark = pytest.mark.django_db

MONDAY = MONDAY_NINE.date()


def test_place_knows_the_holidays_of_land_and_town():
    jobcenter = JobcenterFactory(land=Land.BE)
    days = {LocalHolidayFactory(jobcenter=jobcenter, day=MONDAY + datetime.timedelta(days=n)).day for n in (0, 9)}

    assert (place_of(jobcenter.pk).land, place_of(jobcenter.pk).local_holidays) == ("BE", days)
    assert place_of(JobcenterFactory().pk).local_holidays == frozenset()


def test_members_have_their_openings(django_assert_num_queries):
    mine, other = OpeningRuleFactory(), OpeningRuleFactory()
    OpeningRuleFactory(membership=mine.membership, weekdays=[0], starts=datetime.time(14), ends=datetime.time(16))

    with django_assert_num_queries(5):
        found = offering_of_members(
            mine.membership.jobcenter_id, [mine.membership_id, other.membership_id], MONDAY, MONDAY
        )

    assert sorted(opening.begins.hour for opening in found.openings(MONDAY, MONDAY)) == [9, 14]


def test_office_is_that_of_the_room_else_of_the_rule_else_of_the_team():
    room = RoomFactory()
    jobcenter = room.office.jobcenter
    of_team, of_rule = (OfficeFactory(jobcenter=jobcenter, is_default=False) for _number in range(2))
    team = TeamFactory(jobcenter=jobcenter, office=of_team)

    def office(**facts):
        rule = OpeningRuleFactory(membership__jobcenter=team.jobcenter, membership__team=team, **facts)
        (colleague,) = offering_of_members(team.jobcenter_id, [rule.membership_id], MONDAY, MONDAY).colleagues
        return colleague.patterns[0].office_id

    assert office() == of_team.pk
    assert office(office=of_rule) == of_rule.pk
    assert office(office=of_rule, room=room) == room.office_id


def test_room_that_is_not_used_receives_nobody_in_person():
    rule = OpeningRuleFactory(room=RoomFactory(is_active=False))
    (colleague,) = offering_of_members(rule.membership.jobcenter_id, [rule.membership_id], MONDAY, MONDAY).colleagues

    assert (colleague.patterns[0].seat, colleague.patterns[0].channels) == (None, {"phone", "video"})
