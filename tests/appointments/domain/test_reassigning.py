import datetime
import uuid

import pytest

from appointments.domain.reassigning import Offered, why_nobody
from appointments.enums import Conflict, WhyNobody
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 12, 7)
ONE = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"user__is_active": False}, WhyNobody.BLOCKED),
        ({"valid_to": DAY - ONE}, WhyNobody.ENDED),
        ({"valid_to": DAY}, None),
        ({"valid_from": DAY + ONE}, WhyNobody.ENDED),
    ],
)
def test_it_is_named_why_a_colleague_is_not_there(facts, why):
    membership = StaffMembershipFactory(**{"valid_from": datetime.date(2026, 1, 1), **facts})

    assert why_nobody(membership, DAY, []) == why


def test_absence_counts_for_its_days_and_its_person():
    absence = AbsenceFactory(first_day=DAY, last_day=DAY + ONE)

    assert why_nobody(absence.membership, DAY + ONE, [absence]) == WhyNobody.AWAY
    assert why_nobody(absence.membership, DAY + 2 * ONE, [absence]) is None
    assert why_nobody(StaffMembershipFactory(), DAY, [absence]) is None


def test_colleague_who_is_there_takes_what_the_own_team_does():
    team = TeamFactory()
    offered = Offered(StaffMembershipFactory(jobcenter=team.jobcenter, team=team))

    assert offered.conflict(DAY, frozenset()) is None
    assert offered.conflict(DAY, frozenset({team.pk})) is None
    assert offered.conflict(DAY, frozenset({uuid.uuid4()})) == Conflict.OTHER_TEAM


def test_colleague_who_is_away_takes_nothing():
    absence = AbsenceFactory(first_day=DAY, last_day=DAY)

    assert Offered(absence.membership, (absence,)).conflict(DAY, frozenset()) == Conflict.NOT_THERE
