import datetime

import pytest

from portal.submissions.domain.moments import proof_moment


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-10-31T22:47:05.999999+00:00", "Samstag, 31. Oktober 2026, 23:47:05 Uhr (MEZ)"),
        ("2026-07-01T10:00:00+00:00", "Mittwoch, 1. Juli 2026, 12:00:00 Uhr (MESZ)"),
        ("2026-10-25T00:30:00+00:00", "Sonntag, 25. Oktober 2026, 2:30:00 Uhr (MESZ)"),
        ("2026-10-25T01:30:00+00:00", "Sonntag, 25. Oktober 2026, 2:30:00 Uhr (MEZ)"),
        ("2026-12-31T23:00:00+00:00", "Freitag, 1. Januar 2027, 0:00:00 Uhr (MEZ)"),
    ],
)
def test_moment_names_second_and_zone(moment, shown):
    assert proof_moment(datetime.datetime.fromisoformat(moment)).replace("\u00a0", " ") == shown


def test_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        proof_moment(datetime.datetime(2026, 10, 25, 2, 30))  # noqa: DTZ001 -- that is the point
