import datetime as dt

import pytest
from django import forms

from portal.ui.forms import DateParts, DatePartsField, KernForm


class DateForm(KernForm):
    since = DatePartsField(label="Einzug", min_date=dt.date(1950, 1, 1), max_date=dt.date(2030, 12, 31))
    until = DatePartsField(label="Auszug", required=False)


def cleaned(*parts):
    form = DateForm({f"since_{index}": part for index, part in enumerate(parts)})
    form.is_valid()
    return form.cleaned_data.get("since") or form.errors["since"]


@pytest.mark.parametrize(
    "parts",
    [
        ("3", "4", "1988"),
        ("٣", "۰۴", "১৯৮৮"),
        ("03", "04", "1988"),
        (" 3 ", "4.", "1988"),
        ("3.", "April", "1988"),
        ("3", "apr.", "1988"),
    ],
)
def test_date_is_read_however_it_is_written(parts):
    assert cleaned(*parts) == dt.date(1988, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "27.03.1988",
        "٢٧.٠٣.١٩٨٨",
        "27.3.1988",
        " 27. 3. 1988 ",
        "27. März 1988",
        "27 mrz. 1988",
        "27.Maerz.1988",
        "27 3 1988",
        "27/03/1988",
        "27-3-1988",
        "1988-03-27",
        "1988/3/27",
        "27031988",
    ],
)
def test_whole_date_in_the_first_input_is_read(text):
    assert cleaned(text, "", "") == dt.date(1988, 3, 27)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("27.3.88", "„Einzug“: Bitte geben Sie das Jahr mit vier Ziffern ein, zum Beispiel 1988."),
        ("30.2.1988", "„Einzug“: Diesen Tag gibt es nicht im Kalender. Bitte prüfen Sie Tag und Monat."),
        ("03/27/1988", "„Einzug“: Bitte geben Sie den Monat als Zahl von 1 bis 12 ein."),
        ("27. Foo 1988", "„Einzug“: Bitte geben Sie den Monat als Zahl von 1 bis 12 ein."),
        ("٢٧½.٣.١٩٨٨", "„Einzug“: Bitte geben Sie den Tag als Zahl von 1 bis 31 ein."),
    ],
)
def test_wrong_whole_date_says_what_is_wrong(text, message):
    assert message in cleaned(text, "", "")


def test_whole_date_beside_other_parts_is_not_guessed():
    assert len(cleaned("27.03.1988", "3", "1988")) == 1


def test_whole_date_is_shown_again_as_it_was_typed():
    html = str(DateForm({"since_0": "27.3.88", "since_1": "", "since_2": ""})["since"])

    assert 'value="27.3.88"' in html


@pytest.mark.parametrize(
    ("parts", "messages"),
    [
        (("", "", ""), ["Bitte füllen Sie „Einzug“ aus."]),
        (("32", "4", "1988"), ["„Einzug“: Bitte geben Sie den Tag als Zahl von 1 bis 31 ein."]),
        (("3", "", "1988"), ["„Einzug“: Bitte geben Sie den Monat als Zahl von 1 bis 12 ein."]),
        (("3", "4", "88"), ["„Einzug“: Bitte geben Sie das Jahr mit vier Ziffern ein, zum Beispiel 1988."]),
        (("30", "2", "1988"), ["„Einzug“: Diesen Tag gibt es nicht im Kalender. Bitte prüfen Sie Tag und Monat."]),
        (("1", "1", "1949"), ["„Einzug“: Das Datum darf nicht vor dem 01.01.1950 liegen."]),
        (("1", "1", "2031"), ["„Einzug“: Das Datum darf nicht nach dem 31.12.2030 liegen."]),
        (("²", "4", "1988"), ["„Einzug“: Bitte geben Sie den Tag als Zahl von 1 bis 31 ein."]),
    ],
)
def test_wrong_date_says_what_is_wrong(parts, messages):
    assert cleaned(*parts) == messages


def test_several_faulty_parts_are_all_named():
    assert len(cleaned("x", "y", "z")) == 3


def test_empty_optional_date_is_none():
    form = DateForm({"since_0": "1", "since_1": "1", "since_2": "2000"})
    assert form.is_valid()
    assert form.cleaned_data["until"] is None


def test_stored_date_fills_the_three_inputs():
    widget = DateParts()
    assert widget.decompress(dt.date(2026, 10, 31)) == [31, 10, 2026]
    assert widget.decompress("2026-10-31") == [31, 10, 2026]
    assert widget.decompress("gestern") == ["", "", ""]


def test_wrong_text_is_shown_again():
    html = str(DateForm({"since_0": "x", "since_1": "4", "since_2": "1988"})["since"])
    assert 'value="x"' in html


def test_own_birthday_can_be_filled_in_by_the_browser():
    html = DateParts(autocomplete="bday").render("x", None, renderer=DateForm().renderer)
    assert 'autocomplete="bday-day"' in html


def test_same_date_written_differently_has_not_changed():
    assert not DatePartsField(label="x").has_changed(dt.date(1988, 4, 3), ["03", "04", "1988"])


def test_unnamed_field_shows_no_placeholder():
    with pytest.raises(forms.ValidationError) as caught:
        DatePartsField().clean(["x", "4", "1988"])
    assert caught.value.messages == ["„“: Bitte geben Sie den Tag als Zahl von 1 bis 31 ein."]
