from applications.catalogue.review_request import FORM
from applications.claim.builders import build_claim


def test_decision_arrives_as_far_as_it_is_known():
    said = {"decision_about": "Heizkosten", "period_from": "2026-03-01", "wrong": "Die Nachzahlung fehlt."}

    assert build_claim(FORM, {"review": said}).review.model_dump(mode="json", exclude_none=True) == said
