from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import gettext_noop, override

from applications.enums import Severity
from applications.plausibility.base import Context, Hit, LocalParameters, Text, rule
from tests.factories.claims import MUSTERKREIS, build_claim, build_context

TODAY = date(2026, 11, 20)


def test_text_fills_its_placeholders_when_shown():
    text = Text(gettext_noop("Ihr Antrag zählt ab dem %(start)s."), {"start": "01.11.2026"})
    assert str(text) == "Ihr Antrag zählt ab dem 01.11.2026."


def test_text_without_data_keeps_its_percent_signs():
    assert str(Text("Bis zu 60 % mehr")) == "Bis zu 60 % mehr"


def test_text_without_translation_stays_german():
    with override("tr"):
        assert str(Text("Nicht übersetzter Satz")) == "Nicht übersetzter Satz"


def test_rule_completes_its_hits():
    @rule("X-01", Severity.WARNING, "§ 1", "Titel", version=3)
    def everything(claim, context):
        limit = context.parameter("minor_job.monthly_limit", TODAY)
        yield Hit(Text("a"), None, "p1", ("bank.iban",), parameters=(limit,))
        yield Hit(Text("b"), severity=Severity.INFO)

    first, second = everything.findings(build_claim(), build_context())
    assert (first.rule_id, first.rule_version, first.severity, first.refs) == ("X-01", 3, "W", ("bank.iban",))
    assert [(used.key, used.valid_from) for used in first.parameters] == [("minor_job.monthly_limit", date(2026, 1, 1))]
    assert second.severity == Severity.INFO


@pytest.mark.parametrize(
    ("stored", "received", "expected"),
    [
        (date(2026, 10, 31), datetime(2026, 11, 2, tzinfo=UTC), date(2026, 10, 31)),
        (None, datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC), date(2026, 10, 31)),
        (None, datetime(2026, 10, 31, 23, 0, tzinfo=UTC), date(2026, 11, 1)),
        (None, None, TODAY),
    ],
)
def test_application_date_is_the_stored_one_or_the_day_of_receipt_in_berlin(stored, received, expected):
    context = Context(today=TODAY, received_at=received)
    assert context.application_date(build_claim(application_date=stored)) == expected


@pytest.mark.parametrize(
    ("wished", "start"),
    [(None, "2026-11-01"), (date(2026, 9, 5), "2026-11-01"), (date(2027, 2, 15), "2027-02-01")],
)
def test_grant_starts_with_the_month_of_the_application_or_a_later_wish(wished, start):
    claim = build_claim(wished_start=wished)
    assert build_context().grant_start(claim) == date.fromisoformat(start)


def test_grant_months_are_a_year():
    months = build_context().grant_months(build_claim())
    assert (months[0], months[-1], len(months)) == (date(2026, 11, 1), date(2027, 10, 1), 12)


@pytest.mark.parametrize(("persons", "limit"), [(1, 450), (5, 905), (7, 1115), (0, None)])
def test_housing_limit_grows_by_the_step(persons, limit):
    assert MUSTERKREIS.housing_limit(persons) == limit


def test_housing_limit_is_unknown_without_table_or_step():
    assert LocalParameters().housing_limit(1) is None
    assert LocalParameters(housing_limits={1: Decimal(450)}).housing_limit(2) is None
