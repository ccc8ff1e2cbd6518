from datetime import UTC, datetime, timedelta

import pytest

from portal.accounts.domain.session_limits import IDLE, STARTED, end_of, idle_limit, is_worth_writing

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("is_staff", "is_shared", "minutes"), [(False, False, 30), (True, False, 15), (False, True, 10), (True, True, 10)]
)
def test_idle_limit_by_person_and_computer(is_staff, is_shared, minutes):
    assert idle_limit(is_staff=is_staff, is_shared=is_shared) == minutes * 60


def test_session_ends_half_an_hour_after_the_last_request():
    data = {STARTED: NOW.timestamp(), IDLE: 1800}
    assert end_of(data, NOW) == NOW + timedelta(minutes=30)


def test_session_ends_eight_hours_after_signing_in_whatever_happens():
    data = {STARTED: (NOW - timedelta(hours=7, minutes=50)).timestamp(), IDLE: 1800}
    assert end_of(data, NOW) == NOW + timedelta(minutes=10)


def test_session_of_a_visitor_has_no_end_of_ours():
    assert end_of({}, NOW) is None


@pytest.mark.parametrize(("behind", "worth"), [(119, False), (120, True)])
def test_end_is_written_every_two_minutes(behind, worth):
    stored = NOW - timedelta(seconds=behind)
    assert is_worth_writing({IDLE: 1800}, stored=stored, wanted=NOW) is worth
