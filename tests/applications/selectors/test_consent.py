from applications.models import Application
from applications.selectors.consent import consent_of


def test_only_some_forms_ask_for_consent():
    asked = {key: consent_of(Application(form_key=key)) is not None for key in ("absence_request", "general_request")}

    assert asked == {"absence_request": True, "general_request": False}


def test_form_that_is_gone_asks_for_nothing():
    assert consent_of(Application(form_key="gone")) is None
