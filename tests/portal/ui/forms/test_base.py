import pytest
from django import forms

from portal.ui.forms import KernForm, name_field_in_errors


class PersonForm(KernForm):
    name = forms.CharField(label="Name", max_length=3)
    email = forms.EmailField(label="E-Mail-Adresse")
    heating = forms.ChoiceField(label="Heizung", choices=[("gas", "Gas")])
    people = forms.IntegerField(label="Personen", max_value=20)
    share = forms.CharField(label="Anteil in %", max_length=2)
    own = forms.CharField(label="Eigenes", error_messages={"required": "Ganz eigener Text."})
    agreed = forms.BooleanField(label="Ich stimme zu")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("name", "", "Bitte füllen Sie „Name“ aus."),
        ("name", "Anna", "„Name“ ist zu lang. Bitte schreiben Sie höchstens 3 Zeichen."),
        ("email", "x", "Bitte prüfen Sie „E-Mail-Adresse“. Eine E-Mail-Adresse sieht so aus: name@beispiel.de"),
        ("heating", "", "Bitte wählen Sie bei „Heizung“ eine Antwort aus."),
        ("heating", "öl", "Bitte wählen Sie bei „Heizung“ eine der angezeigten Antworten aus."),
        ("people", "viele", "Bitte prüfen Sie „Personen“: Diese Eingabe können wir nicht lesen."),
        ("people", "21", "„Personen“ darf höchstens 20 sein."),
        ("share", "100", "„Anteil in %“ ist zu lang. Bitte schreiben Sie höchstens 2 Zeichen."),
        ("share", "", "Bitte füllen Sie „Anteil in %“ aus."),
        ("own", "", "Ganz eigener Text."),
        ("agreed", "", "Bitte setzen Sie das Häkchen bei „Ich stimme zu“."),
    ],
)
def test_error_message_names_the_field(name, value, message):
    assert PersonForm({name: value}).errors[name] == [message]


def test_field_added_later_can_be_named_too():
    field = forms.CharField(label="Straße")
    name_field_in_errors(field)
    form = KernForm({})
    form.fields["street"] = field
    assert form.errors["street"] == ["Bitte füllen Sie „Straße“ aus."]


def test_listed_errors_follow_the_page_and_lead_to_the_first_control():
    class TwoFields(KernForm):
        kind = forms.ChoiceField(label="Art", widget=forms.RadioSelect, choices=[("a", "A")])
        name = forms.CharField(label="Name")

        def clean(self):
            raise forms.ValidationError("Beides passt nicht zusammen.")

    assert TwoFields({}).listed_errors() == [
        ("Beides passt nicht zusammen.", ""),
        ("Bitte wählen Sie bei „Art“ eine Antwort aus.", "id_kind_0"),
        ("Bitte füllen Sie „Name“ aus.", "id_name"),
    ]


def test_browser_does_not_check_before_us():
    assert "required" not in str(PersonForm())
