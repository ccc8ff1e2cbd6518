import datetime

import pytest

from applications.catalogue.carry import carried_over
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.renewal import FORM
from applications.claim.model import DocumentReference, Evidence
from applications.domain.renewal import what_holds_on
from applications.enums import DocumentClass
from applications.models import GrantPeriod
from applications.selectors.sent_before import Sent
from tests.factories.personas import P03, fresh

TODAY = datetime.date(2026, 11, 26)
FILE = (DocumentReference(id="d1", name="vertrag.pdf"),)
OLD, NEW = datetime.date(2026, 6, 30), datetime.date(2026, 7, 1)  # around the day the law on assets changed


def held(*sent, period=None, on=TODAY):
    answers = {**carried_over(FORM, [each.answers for each in sent]), "started_on": on.isoformat()}
    return what_holds_on(FORM, answers, sent=sent, period=period, on=on)


def told(on, *evidence):
    return Sent(on, fresh(P03), evidence)


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


def test_papers_with_a_file_are_kept_with_their_newest_day():
    lease = Evidence(document_class=DocumentClass.LEASE, documents=FILE)
    found = held(told(TODAY, lease), told(NEW, lease))["on_file"]

    assert found == [
        {"class": "LEASE", "about": None, "item": None, "section": "home", "received_on": TODAY.isoformat()}
    ]


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(document_class=DocumentClass.LEASE, promised_later=True),
        Evidence(document_class=DocumentClass.BANK_STATEMENT, documents=FILE),
        Evidence(document_class=DocumentClass.PAYSLIP, person_id="applicant", documents=FILE),
    ],
    ids=["promised", "statements", "payslips"],
)
def test_promises_and_what_changes_every_month_are_asked_for_again(evidence):
    assert "on_file" not in held(told(TODAY, evidence))


def test_paper_of_a_year_ago_counts_until_its_day():
    notice = Evidence(document_class=DocumentClass.SCHOOL_CERT, person_id="c1", documents=FILE)

    assert "on_file" in held(told(datetime.date(2025, 11, 26), notice))
    assert "on_file" not in held(told(datetime.date(2025, 11, 25), notice))


def test_period_that_runs_is_kept_as_it_was_known():
    period = granted((2026, 2, 1), (2027, 1, 31))

    assert held(told(NEW), period=period)["granted"] == {"from": "2026-02-01", "until": "2027-01-31"}
    assert "granted" not in held(told(NEW))


def test_nothing_was_sent_before():
    assert held() == {"known": []}


def test_form_that_confirms_nothing_knows_nothing():
    assert what_holds_on(MAIN, fresh(P03), sent=[], period=None, on=TODAY) == {"known": []}
