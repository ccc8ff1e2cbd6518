"""One minute to the date: on a phone, without account and JavaScript; later, elsewhere, the whole application."""

import pytest

from applications.models import Draft
from tests.journeys import steps
from tests.journeys.drafts import path_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRETS = ("Łucja", "Đặng")
# Button by button: what is typed on the page before it, what is ticked there.
WAY = (
    ("Datum sichern – dauert eine Minute", {}, {}),
    ("Speichern und weiter", {}, {}),
    (
        "Speichern und weiter",
        {
            "first_name": "Łucja",
            "last_name": "Đặng",
            "birth_date_0": "4",
            "birth_date_1": "3",
            "birth_date_2": "1990",
        },
        {},
    ),
    (
        "Speichern und weiter",
        {"street": "Lindenweg 7", "postcode": "00123", "city": "Musterstadt"},
        {"no_fixed_dwelling": "no"},
    ),
    ("Speichern und weiter", {"own_words": "Мені потрібна допомога 🙏"}, {"only_me": "yes"}),
    ("Antrag jetzt absenden", {}, {}),
)


def test_date_in_six_taps_and_the_whole_application_on_another_device(visit):
    phone = visit(secrets=SECRETS, scripts=False)
    phone.open("/")
    for button, typed, ticked in WAY:
        phone.fill(**typed)
        for name, value in ticked.items():
            phone.page.check(f'[name="{name}"][value="{value}"]')
        phone.press(button)

    assert len(WAY) == 6
    assert phone.heading == "Wir haben Ihren Antrag bekommen"
    assert "Ihr Datum ist gesichert." in phone.text
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
    code, receipt = phone.page.inner_text(".jc-resume-code"), steps.receipt_on(phone)

    other = visit(secrets=(*SECRETS, code), scripts=False)
    whole = go_on_with(other, code)
    assert "Ihr Datum ist gesichert" in other.text
    assert value_of(other, whole, "name", "last_name") == "Đặng"
    assert value_of(other, whole, "adresse", "street") == "Lindenweg 7"
    other.open("/antrag/")
    assert receipt.reference in other.text


def go_on_with(visitor, code):
    """With the code from the receipt; returns the draft of the whole application."""
    visitor.open("/weiter/")
    visitor.fill(code=code)
    visitor.press("Weitermachen")
    visitor.press("Jetzt den ganzen Antrag ausfüllen")
    assert visitor.heading == "Antrag auf Grundsicherungsgeld"
    return Draft.objects.get(pk=visitor.path.split("/")[2])


def value_of(visitor, draft, page, name):
    visitor.open(path_of(draft, page))
    return visitor.page.input_value(f'[name="{name}"]')
