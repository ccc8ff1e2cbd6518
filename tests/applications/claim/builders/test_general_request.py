from applications.catalogue.general_request import FORM
from applications.claim.builders import build_claim


def test_wish_for_a_call_arrives_with_number_and_times():
    claim = build_claim(
        FORM,
        {
            "request": {"subject": "Bescheid", "text": "Wo bleibt er?"},
            "you": {"wants_call": True, "phone": "+4930231250", "call_times": "ab 14 Uhr"},
        },
    )

    assert claim.request.model_dump() == {
        "subject": "Bescheid",
        "text": "Wo bleibt er?",
        "wants_call": True,
        "call_times": "ab 14 Uhr",
    }
    assert claim.contact.phone == "+4930231250"
