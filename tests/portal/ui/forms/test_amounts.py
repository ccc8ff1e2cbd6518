from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.ui.formats import format_amount
from portal.ui.forms import AmountField, AmountInput, KernForm, parse_amount


class RentForm(KernForm):
    rent = AmountField(label="Miete", max_value=Decimal(5000))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("420,50", "420.50"),
        ("420,5", "420.50"),
        ("420", "420.00"),
        ("420.50", "420.50"),
        ("1.234", "1234.00"),
        ("1.234,5", "1234.50"),
        ("1.234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1,234,567.8", "1234567.80"),
        ("1 234,50", "1234.50"),
        ("420 €", "420.00"),
        ("420,50 Euro", "420.50"),
        ("420,-", "420.00"),
        ("420,-- EUR", "420.00"),
        ("-12,30", "-12.30"),
        ("0", "0.00"),
        ("1'234.50", "1234.50"),
        ("1’234,5", "1234.50"),
        ("1'234'567", "1234567.00"),
        ("٤٢٠", "420.00"),
        ("١٬٢٣٤٫٥٠", "1234.50"),
        ("۴۲۰٫۵ €", "420.50"),
        ("৪২০", "420.00"),
    ],
)
def test_amount_is_read_as_people_write_it(text, amount):
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "viel",
        "1,234",
        "1,23.50",
        "1.234.56",
        "12,345",
        "1.23.4",
        "12.34,5",
        "1e5",
        "1'23",
        "12'34.50",
        "½",
        "NaN",
        "--5",
        "9" * 40,
    ],
)
def test_amount_that_can_be_misread_is_refused(text):
    with pytest.raises(ValueError, match="Not an amount"):
        parse_amount(text)


@given(st.decimals(min_value=0, max_value=999_999_999, places=2))
def test_amount_survives_the_way_to_the_page_and_back(amount):
    assert parse_amount(format_amount(amount)) == amount


@given(st.text(max_size=40))
def test_any_text_gives_an_amount_or_a_refusal(text):
    try:
        assert isinstance(parse_amount(text), Decimal)
    except ValueError as error:
        assert str(error) == "Not an amount."  # noqa: PT017 -- both ways out are fine, nothing else is


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Bitte füllen Sie „Miete“ aus. Wenn es nichts ist, schreiben Sie 0."),
        ("viel", "Bitte geben Sie „Miete“ als Betrag ein, zum Beispiel 420,50."),
        ("-1", "„Miete“ darf nicht kleiner als 0,00 Euro sein."),
        ("42050", "„Miete“ darf nicht größer als 5.000,00 Euro sein. Bitte prüfen Sie das Komma."),
    ],
)
def test_wrong_amount_says_what_to_do(text, message):
    assert RentForm({"rent": text}).errors["rent"] == [message]


def test_zero_is_an_answer():
    form = RentForm({"rent": "0"})
    assert form.is_valid()
    assert form.cleaned_data["rent"] == Decimal(0)


def test_stored_amount_is_shown_in_german():
    assert AmountInput().format_value(Decimal("1234.5")) == "1.234,50"
    assert AmountInput().format_value("1234.5") == "1234.5"
    assert AmountInput().format_value("") is None


def test_same_amount_written_differently_has_not_changed():
    assert not AmountField(label="x").has_changed(Decimal("420.50"), "420,5")
    assert AmountField(label="x").has_changed(Decimal("420.50"), "viel")
