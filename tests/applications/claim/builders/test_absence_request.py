from datetime import date

from applications.catalogue.absence_request import FORM
from applications.claim.builders import build_claim


def test_trip_arrives_and_counts_for_nothing_but_an_answer():
    claim = build_claim(FORM, {"absence": {"leaves_on": "2026-12-07", "returns_on": "2026-12-11", "place": "Köln"}})

    assert (claim.absence.leaves_on, claim.absence.returns_on) == (date(2026, 12, 7), date(2026, 12, 11))
    assert (claim.counts_from_first, claim.asks_for_benefits) == (False, False)
