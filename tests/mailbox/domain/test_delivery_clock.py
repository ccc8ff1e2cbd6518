from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mailbox.domain.delivery_clock import StepKind, clock
from mailbox.enums import Instruction
from portal.law.parameter import UnknownParameter
from tests.mailbox.domain import second_clock
from tests.mailbox.domain.clock_rows import MISSING, ROWS

D = date.fromisoformat
NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(1096)]
PERIODS = [({}, 1), ({"abroad": True}, 3), ({"instruction": MISSING}, 12)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.sent}-{row.land}")
def test_clock_agrees_with_the_hand(row):
    found = clock(
        datetime.fromisoformat(row.sent),
        row.land,
        [D(day) for day in row.local],
        abroad=row.abroad,
        instruction=row.instruction,
    )

    assert found.notified_on == D(row.notified)
    assert found.objection_until == (D(row.until) if row.until else None)


def test_rows_are_at_least_forty_and_all_different():
    assert len({repr(row) for row in ROWS}) == len(ROWS) >= 40


def test_clock_agrees_with_a_second_one_on_every_day_everywhere():
    assert DAYS[-1] == date(2028, 12, 31)
    other = []
    for day in DAYS:
        sent, notified = datetime(day.year, day.month, day.day, 11, tzinfo=UTC), day + timedelta(days=4)
        for options, months in PERIODS:
            expected = {land: second_clock.until(notified, months, land) for land in second_clock.LANDS}
            found = {land: clock(sent, land, **options).objection_until for land in second_clock.LANDS}
            earliest = clock(sent, None, **options).objection_until
            if found != expected or earliest != min(expected.values()):
                other.append((day, months))

    assert other == []


def test_day_of_sending_agrees_with_a_second_one_around_every_midnight():
    moments = [
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)
        for day in DAYS
        for hour in (0, 1, 22, 23)
        for seconds in (hour * 3600 - 1, hour * 3600)
    ]

    assert [clock(moment, "BY").sent_on for moment in moments] == [second_clock.german_day(m) for m in moments]


def test_second_clock_shares_nothing_with_the_first():
    source = Path(second_clock.__file__).read_text(encoding="utf-8")

    assert [
        line
        for line in source.splitlines()
        if "import" in line and not line.startswith(("from datetime", "from functools"))
    ] == []


def test_local_holidays_move_the_end_over_several_days():
    found = clock(NOON, "BY", [D("2026-12-24"), D("2026-12-28"), D("2026-11-24")])

    assert (found.notified_on, found.objection_until) == (D("2026-11-24"), D("2026-12-29"))


def test_steps_name_day_reason_and_basis():
    steps = clock(datetime(2026, 11, 21, 9, tzinfo=UTC), "BY").steps

    assert [(step.kind, step.day, step.moved_from, step.basis) for step in steps] == [
        (StepKind.SENT, D("2026-11-21"), None, "§ 37 Abs. 2a SGB X"),
        (StepKind.NOTIFIED, D("2026-11-25"), None, "§ 37 Abs. 2a Satz 4 SGB X"),
        (StepKind.OBJECTION, D("2026-12-28"), D("2026-12-25"), "§ 84 Abs. 1 Satz 1 SGG, § 64 Abs. 1 bis 3 SGG"),
    ]
    assert [step.reason.replace("\u00a0", " ") for step in steps] == [
        "Um 10:00 Uhr deutscher Zeit haben wir die Benachrichtigung an Sie gesendet.",
        "Das ist der 4. Tag nach dem Senden. Es ist egal, ob dieser Tag ein Wochenende oder ein Feiertag ist und wann Sie den Bescheid öffnen.",
        "Für den Widerspruch haben Sie einen Monat Zeit. Die Frist beginnt am Tag nach der Bekanntgabe. Der letzte Tag wäre Fr, 25. Dezember 2026. An einem Samstag, Sonntag oder Feiertag endet keine Frist. Frei ist hier: Fr, 25. Dezember (Feiertag: Erster Weihnachtstag), Sa, 26. Dezember (Feiertag: Zweiter Weihnachtstag), So, 27. Dezember. Die Frist endet am Mo, 28. Dezember 2026, um 24 Uhr.",
    ]


@pytest.mark.parametrize(
    ("options", "basis"),
    [
        ({}, "§ 84 Abs. 1 Satz 1 SGG, § 64 Abs. 1 und 2 SGG"),
        ({"abroad": True}, "§ 84 Abs. 1 Satz 2 SGG, § 64 Abs. 1 und 2 SGG"),
        ({"instruction": MISSING}, "§ 66 Abs. 2, § 84 Abs. 2 Satz 3 SGG, § 64 Abs. 1 und 2 SGG"),
    ],
    ids=["regular", "abroad", "no instruction"],
)
def test_period_names_its_paragraph(options, basis):
    assert clock(NOON, "BY", **options).steps[-1].basis == basis


@pytest.mark.parametrize(
    ("options", "beginnings"),
    [
        ({}, ["Kam die Benachrichtigung", "Im Bescheid muss stehen", "Waren Sie im Ausland"]),
        ({"abroad": True}, ["Kam die Benachrichtigung", "Im Bescheid muss stehen"]),
        ({"instruction": MISSING}, ["Kam die Benachrichtigung"]),
        ({"instruction": Instruction.NONE}, []),
    ],
    ids=["regular", "abroad", "no instruction", "no decision"],
)
def test_hints_name_what_may_lengthen_the_period(options, beginnings):
    hints = clock(NOON, "BY", **options).hints

    assert [hint for hint, beginning in zip(hints, beginnings, strict=True) if not hint.startswith(beginning)] == []


@pytest.mark.parametrize("land", [None, ""])
def test_unknown_land_is_said(land):
    found = clock(NOON, land)

    assert found.is_earliest_of_lands
    assert found.caution.startswith("Wir wissen nicht, welche Feiertage für Sie gelten.")


def test_known_land_needs_no_caution():
    found = clock(NOON, "BY")

    assert not found.is_earliest_of_lands
    assert found.caution == ""


def test_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        clock(datetime(2026, 11, 20, 10), "BY")  # noqa: DTZ001 -- the case under test


@pytest.mark.parametrize("land", ["XX", "by", "Augsburg"])
def test_other_places_are_refused(land):
    with pytest.raises(ValueError, match="There is no Land"):
        clock(NOON, land)


def test_time_before_the_rule_is_not_guessed():
    with pytest.raises(UnknownParameter):
        clock(datetime(2024, 12, 30, tzinfo=UTC), "BY")
