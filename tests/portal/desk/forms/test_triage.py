import datetime

import pytest

from applications.selectors.application import TriageFilter
from portal.desk.forms.triage import TriageForm, german_date


def wanted(**data):
    return TriageForm(data).wanted()


def test_nothing_chosen_is_all_open_ones_oldest_first():
    assert wanted() == TriageFilter(whose="all", status="open", sort="received")


def test_search_looks_at_finished_ones_too():
    assert wanted(q=" Sander ") == TriageFilter(text="Sander", status="all")
    assert wanted(q="Sander", status="open") == TriageFilter(text="Sander", status="open")


def test_withdrawals_that_wait_are_asked_for_by_a_tick():
    assert wanted(withdrawal="on") == TriageFilter(waiting_withdrawal=True)


def test_date_in_the_search_box_is_a_birth_date():
    assert wanted(q="14.3.1992") == TriageFilter(birth_date=datetime.date(1992, 3, 14), status="all")


@pytest.mark.parametrize(
    "nonsense", [{"status": "gone"}, {"whose": "x"}, {"received_from": "gestern"}, {"sort": "age"}]
)
def test_what_cannot_be_read_is_left_out(nonsense):
    assert wanted(**nonsense) == TriageFilter()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.02.2003", datetime.date(2003, 2, 1)),
        ("31.2.2003", None),
        ("2003-02-01", None),
        ("Sander", None),
        ("", None),
    ],
)
def test_german_date(text, day):
    assert german_date(text) == day
