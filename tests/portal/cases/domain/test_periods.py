import datetime
from zoneinfo import ZoneInfo

import pytest

from portal.cases.domain.periods import ADVISERS_TOLD_BEFORE, TOLD_BEFORE, months_later, remind_of_ends, told_before
from portal.outbox.models import OutboxMessage, subscriptions
from portal.outbox.services import subscribe
from tests.factories.cases import StandingFactory

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime.datetime(2026, 11, 26, 9, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ((2026, 11, 26), 6, (2027, 5, 26)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2027, 12, 31), 2, (2028, 2, 29)),
        ((2026, 12, 1), 12, (2027, 12, 1)),
    ],
)
def test_period_ends_with_the_same_day_or_the_last_of_a_shorter_month(day, months, end):
    begin = datetime.datetime(*day, 10, 0, tzinfo=BERLIN)
    assert months_later(begin, months) == datetime.datetime(*end, 23, 59, 59, tzinfo=BERLIN)


def test_day_of_berlin_counts():
    late = datetime.datetime(2026, 11, 26, 23, 30, tzinfo=datetime.UTC)
    assert months_later(late, 1) == datetime.datetime(2026, 12, 27, 23, 59, 59, tzinfo=BERLIN)


def nothing(_subject_id):
    return


@pytest.fixture
def heard():
    subscription = subscribe("standing.ends_soon", nothing)
    yield lambda: set(OutboxMessage.objects.filter(handler=subscription.name).values_list("subject_id", flat=True))
    subscriptions.remove(subscription)


def standing(**fields):
    return StandingFactory(helper=True, **{"valid_from": NOW - datetime.timedelta(days=30), **fields})


@pytest.mark.django_db
def test_both_sides_are_reminded_once_two_weeks_before(heard):
    soon = standing(valid_to=NOW + TOLD_BEFORE)
    standing(valid_to=NOW + TOLD_BEFORE + datetime.timedelta(seconds=1))
    assert remind_of_ends(NOW) == 1
    assert remind_of_ends(NOW) == 0
    assert heard() == {soon.pk}


@pytest.mark.django_db
def test_organisations_are_reminded_a_month_before(heard):
    soon = StandingFactory(adviser=True, valid_to=NOW + ADVISERS_TOLD_BEFORE)
    StandingFactory(adviser=True, valid_to=NOW + ADVISERS_TOLD_BEFORE + datetime.timedelta(seconds=1))
    assert remind_of_ends(NOW) == 1
    assert heard() == {soon.pk}


@pytest.mark.parametrize(("kind", "before"), [("adviser", 30), ("helper", 14), ("representative", 14)])
def test_lists_mark_the_end_as_early_as_it_is_told(kind, before):
    assert told_before(kind) == datetime.timedelta(days=before)


@pytest.mark.django_db
def test_nobody_is_reminded_of_what_is_over_endless_or_decided_elsewhere(heard):
    standing(valid_to=NOW - datetime.timedelta(days=1))
    standing(valid_to=NOW + datetime.timedelta(days=1), revoked_at=NOW)
    standing(valid_to=None)
    StandingFactory(valid_to=NOW + datetime.timedelta(days=1))
    standing(kind="guardian", valid_to=NOW + datetime.timedelta(days=1))
    assert remind_of_ends(NOW) == 0
