from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from portal.law.parameter import (
    PARAMETER_FOLDER,
    ParameterFileError,
    Selector,
    UnknownParameter,
    all_keys,
    figure,
    find,
    load,
    noting,
    parameter,
    selector_of,
    whole,
)

SOURCES = "sources:\n  L: {title: Law, where: here, state: 2026-01-01}\n"


def folder_with(tmp_path, *versions, source="L"):
    lines = "\n".join(
        f"      - {{valid_from: {start}, valid_to: {end}, value: {value}, source: [{source}], confidence: high}}"
        for start, end, value in versions
    )
    head = "selector: event_date\nparameters:\n  a.b:\n    unit: EUR\n    legal_basis: none\n    values:\n"
    (tmp_path / "sources.yaml").write_text(SOURCES)
    (tmp_path / "a.yaml").write_text(head + lines + "\n")
    return tmp_path


def test_value_is_an_exact_decimal_with_its_source():
    found = parameter("standard_need.rbs1", date(2026, 11, 1))
    assert (found.decimal, found.source, found.confidence) == (Decimal("563.00"), ("L-SGB12", "L-RBSFV26"), "high")


@pytest.mark.parametrize(("on", "expected"), [(date(2023, 12, 31), "502.00"), (date(2024, 1, 1), "563.00")])
def test_version_changes_with_the_day(on, expected):
    assert figure("standard_need.rbs1", on) == Decimal(expected)


def test_unknown_value_is_not_zero():
    with pytest.raises(UnknownParameter, match=r"standard_need\.rbs1 on 2027-01-01") as caught:
        parameter("standard_need.rbs1", date(2027, 1, 1))
    assert (caught.value.key, caught.value.on) == ("standard_need.rbs1", date(2027, 1, 1))
    assert find("standard_need.rbs1", date(2027, 1, 1)) is None


def test_unknown_key_and_too_early_day_raise():
    for key, on in (("no.such.key", date(2026, 1, 1)), ("standard_need.rbs1", date(2022, 12, 31))):
        with pytest.raises(UnknownParameter):
            figure(key, on)


def test_what_is_fetched_is_noted_in_the_innermost_list():
    outer, inner = [], []
    with noting(outer):
        first = parameter("grant.period_months", date(2026, 1, 1))
        with noting(inner):
            second = find("standard_need.rbs1", date(2026, 1, 1))
            find("standard_need.rbs1", date(2027, 1, 1))
    figure("standard_need.rbs2", date(2026, 1, 1))
    assert (outer, inner) == ([first], [second])


def test_whole_number_and_list():
    assert whole("grant.period_months", date(2026, 1, 1)) == 12
    assert parameter("instant_supplement.rbs_levels", date(2026, 1, 1)).decimals == (3, 4, 5, 6)
    assert parameter("grant.period_months", date(2026, 1, 1)).decimals == (12,)


def test_list_is_no_single_number():
    with pytest.raises(TypeError, match="is a list"):
        _ = parameter("instant_supplement.rbs_levels", date(2026, 1, 1)).decimal


@pytest.mark.parametrize(
    ("key", "selector"),
    [
        ("standard_need.rbs1", Selector.CALCULATION_MONTH),
        ("assets.allowance.age_0_29", Selector.GRANT_PERIOD_START),
        ("sanction.duty_breach.rate", Selector.BREACH_DATE),
        ("procedure.notification_fiction.portal_days", Selector.DISPATCH_DATE),
        ("procedure.objection.months", Selector.EVENT_DATE),
    ],
)
def test_selector_names_the_date_that_counts(key, selector):
    assert selector_of(key) is selector


def test_every_parameter_file_loads_and_every_key_is_listed_once():
    assert all_keys() == tuple(sorted(load(PARAMETER_FOLDER)))


def test_overlapping_versions_are_refused(tmp_path):
    folder = folder_with(tmp_path, ("2025-01-01", "2025-12-31", '"1"'), ("2025-12-31", "null", '"2"'))
    with pytest.raises(ParameterFileError, match=r"a\.b: versions from 2025-01-01 and 2025-12-31 overlap"):
        load(folder)


def test_open_version_before_another_is_refused(tmp_path):
    folder = folder_with(tmp_path, ("2025-01-01", "null", '"1"'), ("2026-01-01", "null", '"2"'))
    with pytest.raises(ParameterFileError, match="overlap"):
        load(folder)


def test_adjoining_versions_are_accepted(tmp_path):
    folder = folder_with(tmp_path, ("2026-01-01", "null", '"2"'), ("2025-01-01", "2025-12-31", '"1"'))
    assert [version.value for version in load(folder)["a.b"]] == ["1", "2"]


def test_source_that_is_not_listed_is_refused(tmp_path):
    folder = folder_with(tmp_path, ("2025-01-01", "null", '"1"'), source="Hearsay")
    with pytest.raises(ParameterFileError, match=r"sources not listed: \['Hearsay'\]"):
        load(folder)


def test_unquoted_number_is_refused(tmp_path):
    with pytest.raises(ValidationError, match="quoted text"):
        load(folder_with(tmp_path, ("2025-01-01", "null", "0.1")))


def test_key_of_another_topic_is_refused_unless_the_file_declares_it(tmp_path):
    folder = folder_with(tmp_path, ("2025-01-01", "null", '"1"'))
    moved = (folder / "a.yaml").rename(folder / "b.yaml")
    with pytest.raises(ParameterFileError, match=r"a\.b does not belong in b\.yaml"):
        load(folder)
    moved.write_text("prefixes: [a]\n" + moved.read_text())
    assert list(load(folder)) == ["a.b"]


def test_key_in_two_files_is_refused(tmp_path):
    folder = folder_with(tmp_path, ("2025-01-01", "null", '"1"'))
    (folder / "b.yaml").write_text((folder / "a.yaml").read_text())
    with pytest.raises(ParameterFileError, match=r"a\.b stands in two files"):
        load(folder)
