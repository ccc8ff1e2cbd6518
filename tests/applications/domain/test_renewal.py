import datetime

import pytest

from applications.catalogue.carry import carried_over
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.renewal import FORM
from applications.domain.renewal import what_holds_on
from applications.models import GrantPeriod
from applications.selectors.sent_before import Sent
from tests.factories.personas import P03, fresh

TODAY = datetime.date(2026, 11, 26)
OLD, NEW = datetime.date(2026, 6, 30), datetime.date(2026, 7, 1)  # around the day the law on assets changed


def held(*sent, period=None, on=TODAY):
    answers = {**carried_over(FORM, [each.answers for each in sent]), "started_on": on.isoformat()}
    return what_holds_on(FORM, answers, sent=sent, period=period, on=on)


def told(on):
    return Sent(on, fresh(P03), ())


def granted(starts, ends):
    return GrantPeriod(starts_on=datetime.date(*starts), ends_on=datetime.date(*ends))


@pytest.mark.parametrize(
    ("received", "period", "is_known"),
    [
        (NEW, None, True),
        (OLD, None, False),
        (OLD, granted((2026, 2, 1), (2027, 1, 31)), False),
        (OLD, granted((2026, 7, 1), (2027, 6, 30)), True),  # granted under new law: the office has looked at it
        (NEW, granted((2026, 2, 1), (2027, 1, 31)), True),  # asked since, for example with a change
    ],
)
def test_assets_are_asked_once_under_new_law(received, period, is_known):
    assert ("assets" in held(told(received), period=period)["known"]) is is_known


def test_period_that_begins_under_old_law_asks_for_nothing_anew():
    period = granted((2025, 6, 1), (2026, 5, 31))

    assert "assets" in held(told(datetime.date(2025, 5, 2)), period=period, on=datetime.date(2026, 5, 10))["known"]


def test_newest_word_on_assets_counts():
    without = Sent(TODAY, {"you": fresh(P03)["you"]}, ())

    assert "assets" in held(without, told(NEW))["known"]
    assert "assets" not in held(without, told(OLD))["known"]


def test_period_that_runs_is_kept_as_it_was_known():
    period = granted((2026, 2, 1), (2027, 1, 31))

    assert held(told(NEW), period=period)["granted"] == {"from": "2026-02-01", "until": "2027-01-31"}
    assert "granted" not in held(told(NEW))


def test_nothing_was_sent_before():
    assert held() == {"known": []}


def test_form_that_confirms_nothing_knows_nothing():
    assert what_holds_on(MAIN, fresh(P03), sent=[], period=None, on=TODAY) == {"known": []}
