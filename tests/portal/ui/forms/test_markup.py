import pytest
from django import forms
from django.utils.html import conditional_escape

from portal.ui.forms import AmountField, DatePartsField, KernForm
from portal.ui.forms.markup import write_error_summary

CHOICES = [("a", "Gas"), ("b", "Strom & Öl")]


def group(field, data=None, *, initial=None):
    """The field group of a form with one field called x."""
    form_class = type("OneField", (KernForm,), {"x": field})
    return form_class(data, initial=initial)["x"].as_field_group()


def test_text_field_links_label_hint_and_error():
    assert group(forms.CharField(label="Name", help_text="Wie im Ausweis"), {}) == (
        '<div class="kern-form-input kern-form-input--error"><label class="kern-label" for="id_x">Name</label>'
        '<div class="kern-hint" id="id_x_helptext">Wie im Ausweis</div>'
        '<input type="text" name="x" aria-invalid="true" aria-describedby="id_x_helptext id_x_error"'
        ' class="kern-form-input__input kern-form-input__input--error" id="id_x">'
        '<p class="kern-error" id="id_x_error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span>'
        '<span class="kern-body"><span class="kern-sr-only">Fehler: </span>Bitte füllen Sie „Name“ aus.</span></p></div>'
    )


def test_optional_field_says_so():
    assert group(forms.CharField(label="Titel", required=False)) == (
        '<div class="kern-form-input"><label class="kern-label" for="id_x">Titel'
        ' <span class="kern-label__optional">– freiwillig</span></label>'
        '<input type="text" name="x" class="kern-form-input__input" id="id_x"></div>'
    )


def test_field_of_a_draft_is_not_called_optional():
    field = forms.CharField(label="Name", required=False)
    field.is_optional = False
    assert "freiwillig" not in group(field)


def test_reason_is_folded_under_the_hint():
    field = forms.CharField(label="Miete")
    field.why = "Damit wir rechnen können."
    assert (
        '<details class="jc-why"><summary>Warum fragen wir das?<span class="kern-sr-only"> Miete</span></summary>'
        '<p class="kern-body">Damit wir rechnen können.</p></details><input'
    ) in group(field)


def test_radio_buttons_stand_in_a_fieldset_that_names_its_error():
    assert group(forms.ChoiceField(label="Heizung", widget=forms.RadioSelect, choices=CHOICES), {}) == (
        '<fieldset class="kern-fieldset kern-fieldset--error" aria-describedby="id_x_error">'
        '<legend class="kern-label">Heizung</legend><div class="kern-fieldset__body">'
        '<div class="kern-form-check"><input type="radio" name="x" value="a"'
        ' class="kern-form-check__radio kern-form-check__radio--error" id="id_x_0"><label class="kern-label" for="id_x_0">Gas</label></div>'
        '<div class="kern-form-check"><input type="radio" name="x" value="b"'
        ' class="kern-form-check__radio kern-form-check__radio--error" id="id_x_1"><label class="kern-label" for="id_x_1">Strom &amp; Öl</label></div></div>'
        '<p class="kern-error" id="id_x_error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span>'
        '<span class="kern-body"><span class="kern-sr-only">Fehler: </span>Bitte wählen Sie bei „Heizung“ eine Antwort aus.</span></p></fieldset>'
    )


def test_checkboxes_keep_what_was_ticked():
    html = group(
        forms.MultipleChoiceField(label="Wer?", widget=forms.CheckboxSelectMultiple, choices=CHOICES), {"x": ["b"]}
    )
    assert '<input type="checkbox" name="x" value="a" class="kern-form-check__checkbox" id="id_x_0">' in html
    assert '<input type="checkbox" name="x" value="b" class="kern-form-check__checkbox" id="id_x_1" checked>' in html


def test_single_checkbox_has_its_label_behind_it():
    html = group(forms.BooleanField(label="Stimmt"), {})
    assert html.startswith(
        '<div class="kern-form-check kern-form-check--error"><input type="checkbox" name="x" aria-invalid="true"'
        ' aria-describedby="id_x_error" class="kern-form-check__checkbox kern-form-check__checkbox--error" id="id_x">'
        '<label class="kern-label" for="id_x">Stimmt</label>'
    )


def test_select_stands_in_the_wrapper_that_draws_its_arrow():
    assert (
        '<div class="kern-form-input__select-wrapper"><select name="x" class="kern-form-input__select" id="id_x">'
        '<option value="a">Gas</option><option value="b" selected>Strom &amp; Öl</option></select></div>'
    ) in group(forms.ChoiceField(label="Heizung", choices=CHOICES), initial={"x": "b"})


def test_select_keeps_groups():
    html = group(forms.ChoiceField(label="Land", choices=[("Nah", [("de", "Deutschland")])]))
    assert '<optgroup label="Nah"><option value="de">Deutschland</option></optgroup>' in html


def test_textarea_keeps_a_first_empty_line():
    assert (
        '<textarea name="x" cols="40" rows="10" class="kern-form-input__input" id="id_x">\n\nZwei</textarea>'
        in group(forms.CharField(label="Text", widget=forms.Textarea), initial={"x": "\nZwei"})
    )


def test_date_marks_only_the_faulty_part():
    html = group(DatePartsField(label="Einzug"), {"x_0": "3", "x_1": "13", "x_2": "2019"})
    assert (
        '<input type="text" name="x_1" value="13" inputmode="numeric" autocomplete="off" id="id_x_1" aria-invalid="true"'
        ' class="kern-form-input__input kern-form-input__input--width-2 kern-form-input__input--error">'
    ) in html
    assert html.count('aria-invalid="true"') == 1
    assert '<label class="kern-label" for="id_x_0">Tag</label>' in html


def test_several_errors_of_a_field_stand_below_each_other():
    html = group(DatePartsField(label="Einzug"), {"x_0": "99", "x_1": "13", "x_2": "2019"})
    assert html.count("<br>") == 1
    assert "&lt;br&gt;" not in html


def test_amount_shows_its_unit():
    html = group(AmountField(label="Miete"), {"x": "420,5"})
    assert (
        '<div class="kern-input-group"><input type="text" name="x" value="420,5" inputmode="decimal" autocomplete="off"'
        ' class="kern-form-input__input" id="id_x"><span class="kern-input-group-text">Euro</span></div>'
    ) in html


def test_file_field_is_a_plain_file_input():
    html = group(forms.FileField(label="Datei", widget=forms.FileInput))
    assert '<input type="file" name="x" class="kern-form-input__input" id="id_x">' in html


def test_hidden_field_has_no_group():
    html = group(forms.CharField(widget=forms.HiddenInput), initial={"x": "1"})
    assert html == '<input type="hidden" name="x" value="1" id="id_x">'


@pytest.mark.parametrize("widget", [forms.TextInput, forms.Textarea])
def test_typed_markup_stays_text(widget):
    evil = "</textarea>\"'><script>alert(1)</script>"
    html = group(forms.CharField(label=evil, help_text=evil, widget=widget), {"x": evil})
    assert "<script" not in html
    assert conditional_escape(evil) in html


def test_error_summary_takes_the_focus_and_leads_to_the_controls():
    assert write_error_summary([("Etwas passt nicht.", ""), ("<Name> fehlt.", "id_name")]) == (
        '<div class="kern-alert kern-alert--danger jc-error-summary" id="fehler" role="group"'
        ' aria-labelledby="fehler-titel" tabindex="-1" autofocus><div class="kern-alert__header">'
        '<span class="kern-icon kern-icon--danger" aria-hidden="true"></span><h2 class="kern-title" id="fehler-titel">Bitte prüfen Sie Ihre Angaben</h2></div>'
        '<div class="kern-alert__body"><ul class="kern-list kern-list--bullet"><li>Etwas passt nicht.</li>'
        '<li><a class="kern-link" href="#id_name">&lt;Name&gt; fehlt.</a></li></ul></div></div>'
    )


def test_example_and_place_stand_below_the_hint_and_are_read_with_it():
    field = forms.CharField(label="Miete", help_text="Ohne Heizung", required=False)
    field.is_optional = False
    field.more_hints = ("Zum Beispiel: 420,50 & mehr", "Steht im Mietvertrag.")

    assert group(field) == (
        '<div class="kern-form-input"><label class="kern-label" for="id_x">Miete</label>'
        '<div class="kern-hint" id="id_x_helptext">Ohne Heizung<br>Zum Beispiel: 420,50 &amp; mehr<br>'
        "Steht im Mietvertrag.</div>"
        '<input type="text" name="x" aria-describedby="id_x_helptext" class="kern-form-input__input" id="id_x"></div>'
    )


def test_law_stands_with_the_reason_or_alone():
    field = forms.CharField(label="Miete")
    field.basis = "§ 22 Abs. 1 SGB II"
    alone = group(field)
    field.why = "Damit wir rechnen können."

    assert '</summary><p class="kern-body">Im Gesetz: § 22 Abs. 1 SGB II</p></details>' in alone
    assert (
        '<p class="kern-body">Damit wir rechnen können.</p><p class="kern-body">Im Gesetz: § 22 Abs. 1 SGB II</p></details>'
    ) in group(field)
