from datetime import date

import pytest

from applications.claim.effect import counts_from, starts_after
from applications.claim.model import Renewal
from tests.factories.claims import build_claim

IN_TIME, LATE = date(2026, 12, 10), date(2027, 3, 5)
ENDS = date(2027, 1, 31)


@pytest.mark.parametrize(
    ("renewal", "received", "first"),
    [
        (None, IN_TIME, date(2026, 12, 1)),
        (Renewal(), IN_TIME, date(2026, 12, 1)),
        (Renewal(granted_until=ENDS), IN_TIME, date(2027, 2, 1)),
        (Renewal(granted_until=ENDS), date(2027, 2, 28), date(2027, 2, 1)),
        (Renewal(granted_until=ENDS), LATE, date(2027, 3, 1)),
    ],
)
def test_renewal_in_time_follows_the_period_and_a_late_one_its_month(renewal, received, first):
    assert counts_from(build_claim(renewal=renewal), received) == first


def test_unknown_end_moves_nothing():
    assert starts_after(None, IN_TIME) == IN_TIME
