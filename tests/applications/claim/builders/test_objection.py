import pytest

from applications.catalogue.objection import FORM
from applications.claim.builders import build_claim
from applications.domain.application import is_urgent


@pytest.mark.parametrize(("handed_in", "urgent"), [(None, True), ("no", True), ("signed", False), ("recorded", False)])
def test_somebody_has_to_call_while_no_form_that_counts_is_there(handed_in, urgent):
    claim = build_claim(FORM, {"objection": {"handed_in": handed_in}})

    assert (claim.objection.lacks_form, is_urgent(claim.urgency)) == (urgent, urgent)


def test_reasons_and_dates_arrive_as_they_were_said():
    said = {"decision_on": "2026-11-20", "received_on": "2026-11-23", "disagree": "Die ganze Miete", "reason": "Folgt"}
    claim = build_claim(FORM, {"objection": said})

    assert claim.objection.model_dump(mode="json", exclude_none=True) == said
