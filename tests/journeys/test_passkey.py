"""A passkey on a phone: added, used to sign in, used to confirm. Chromium plays the finger (CDP virtual authenticator)."""

import pytest

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.browser

SECURITY = "/konto/sicherheit/"
PHONE_WITH_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def finger():
    """A function that gives a visitor's phone a sensor; the result lets the finger be the wrong one."""

    def give(visitor):
        devtools = visitor.context.new_cdp_session(visitor.page)
        devtools.send("WebAuthn.enable")
        device = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE_WITH_FINGER})["authenticatorId"]
        return lambda is_right: devtools.send(
            "WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": is_right}
        )

    return give


def sign_out(visitor):
    visitor.open("/konto/")
    visitor.press("Abmelden")


def add_passkey(visitor, name):
    visitor.open(SECURITY)
    visitor.press("Passkey hinzufügen")
    visitor.fill(name=name)
    visitor.press("Passkey anlegen")
    assert visitor.heading == "Ihre Ersatzcodes"
    visitor.press("Ich habe die Codes notiert")


def test_passkey_is_added_and_signs_in_on_a_phone(visit, finger):
    visitor = visit()
    user = UserFactory()
    visitor.enter_as(user)
    finger(visitor)
    add_passkey(visitor, "Mein Handy")
    assert "Mein Handy" in visitor.text

    sign_out(visitor)
    visitor.open(f"/konto/anmelden/?next={SECURITY}")
    visitor.press("Mit Passkey anmelden")

    assert (visitor.path, "zuletzt benutzt am" in visitor.text) == (SECURITY, True)


def test_passkey_is_the_second_step_and_confirms(visit, finger, settings):
    visitor = visit()
    user = UserFactory()
    visitor.enter_as(user)
    finger(visitor)
    add_passkey(visitor, "Mein Handy")

    sign_out(visitor)
    visitor.open(f"/konto/anmelden/?next={SECURITY}")
    visitor.sign_in(user.email, "Regen-Schirm-27")
    assert visitor.heading == "Zweiter Schritt"
    visitor.press("Passkey benutzen")
    assert visitor.path == SECURITY

    settings.STEP_UP_HOLDS = 0
    visitor.press("E-Mail-Adresse ändern")
    assert visitor.heading == "Zur Sicherheit bestätigen"
    settings.STEP_UP_HOLDS = 600
    visitor.press("Mit Ihrem Passkey")
    visitor.press("Mit Passkey bestätigen")
    assert visitor.heading == "E-Mail-Adresse ändern"


def test_wrong_finger_is_told_in_words_and_the_other_ways_stay(visit, finger):
    visitor = visit()
    visitor.enter_as(UserFactory())
    set_finger = finger(visitor)
    add_passkey(visitor, "Mein Handy")
    sign_out(visitor)
    visitor.open("/konto/anmelden/")
    notice = visitor.page.locator("[data-passkey-problem]")
    assert notice.is_visible() is False

    set_finger(False)
    visitor.page.get_by_role("button", name="Mit Passkey anmelden").click()
    notice.wait_for(state="visible")

    assert "Das hat mit dem Passkey nicht geklappt." in visitor.text
    assert visitor.page.get_by_role("link", name="Mit Code anmelden").is_visible()


def test_without_scripts_nothing_is_offered_that_would_not_work(visit):
    visitor = visit(scripts=False)
    visitor.open("/konto/anmelden/")
    assert "Passkey" not in visitor.text
    visitor.enter_as(UserFactory())
    visitor.open("/konto/sicherheit/passkeys/neu/")
    assert "Dieser Browser kann keine Passkeys anlegen." in visitor.text
    assert visitor.page.get_by_role("button", name="Passkey anlegen").is_visible() is False


def test_app_is_set_up_on_a_phone(visit):
    from tests.browser import app_code

    visitor = visit()
    user = UserFactory()
    visitor.enter_as(user)
    visitor.open(SECURITY)
    visitor.press("App einrichten")
    visitor.fill(code="000000")
    visitor.press("App einrichten")
    assert "Dieser Code stimmt nicht." in visitor.text
    secret = visitor.page.locator("code.jc-code").inner_text().replace(" ", "")
    visitor.fill(code=app_code(secret))
    visitor.press("App einrichten")
    assert visitor.heading == "Ihre Ersatzcodes"
    code = visitor.page.locator("code.jc-code").first.inner_text()

    sign_out(visitor)
    visitor.open("/konto/anmelden/")
    visitor.sign_in(user.email, "Regen-Schirm-27")
    visitor.fill(code=code)
    visitor.press("Anmelden")
    visitor.open(SECURITY)
    assert "noch 9 Codes" in visitor.text
