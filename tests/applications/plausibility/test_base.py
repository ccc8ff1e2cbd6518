from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import gettext_noop, override

from applications.enums import Severity
from applications.plausibility.base import Context, Hit, LocalParameters, Text, UsedParameter, rule
from portal.law.income import minor_job_limit
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
        yield Hit(Text("a"), None, "p1", ("bank.iban",))
        yield Hit(Text("b"), severity=Severity.INFO)

    first, second = everything.findings(build_claim(), build_context())
    assert (first.rule_id, first.rule_version, first.severity, first.refs) == ("X-01", 3, "W", ("bank.iban",))
    assert second.severity == Severity.INFO


def test_finding_names_every_figure_fetched_until_then_and_each_once():
    @rule("X-02", Severity.WARNING, "§ 1", "Titel")
    def jobs(claim, context):
        limit = context.figure("minor_job.monthly_limit", claim)
        yield Hit(Text(str(limit)))
        yield Hit(Text(str(limit + minor_job_limit(TODAY) + minor_job_limit(date(2027, 1, 1)))))

    first, second = jobs.findings(build_claim(), build_context())
    now, next_year = (UsedParameter("minor_job.monthly_limit", date(year, 1, 1)) for year in (2026, 2027))
    assert (first.parameters, second.parameters) == ((now,), (now, next_year))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("standard_need.rbs1", date(2027, 2, 1)),
        ("assets.regime", date(2027, 2, 1)),
        ("plausibility.amount_tolerance", date(2026, 11, 16)),
    ],
)
def test_selector_picks_the_date_of_a_figure(key, expected):
    assert build_context().date_for(key, build_claim(wished_start=date(2027, 2, 15))) == expected


@pytest.mark.parametrize("key", ["sanction.duty_breach.rate", "procedure.notification_fiction.portal_days", "no.key"])
def test_date_that_no_claim_knows_must_be_said(key):
    with pytest.raises(KeyError):
        build_context().figure(key, build_claim())


def test_figure_of_another_date_than_the_selector_names():
    figure, claim = build_context().figure, build_claim()
    assert figure("minor_job.monthly_limit", claim) == Decimal(603)
    assert figure("minor_job.monthly_limit", claim, on=date(2027, 1, 1)) == Decimal(633)


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
