import pytest

from portal.accounts.selectors import describe_opening_hours


def hours(*entries):
    return [{"weekday": day, "opens": opens, "closes": closes} for day, opens, closes in entries]


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        (hours(), ()),
        (hours((0, "08:00", "12:30")), ("Montag: 8:00 bis 12:30 Uhr",)),
        (hours((0, "08:00", "12:00"), (1, "08:00", "12:00")), ("Montag und Dienstag: 8:00 bis 12:00 Uhr",)),
        (hours(*[(day, "08:00", "12:00") for day in range(3)]), ("Montag bis Mittwoch: 8:00 bis 12:00 Uhr",)),
        (
            hours((0, "08:00", "12:00"), (2, "08:00", "12:00")),
            ("Montag: 8:00 bis 12:00 Uhr", "Mittwoch: 8:00 bis 12:00 Uhr"),
        ),
        (
            hours((3, "14:00", "18:00"), (3, "08:00", "12:00")),
            ("Donnerstag: 8:00 bis 12:00 Uhr und 14:00 bis 18:00 Uhr",),
        ),
        (hours((5, "00:00", "10:00")), ("Samstag: 0:00 bis 10:00 Uhr",)),
    ],
)
def test_hours_are_grouped_by_days_in_a_row(entries, lines):
    assert describe_opening_hours(entries) == lines
