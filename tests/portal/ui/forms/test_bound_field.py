import pytest
from django import forms

from portal.ui.forms import DatePartsField, KernForm


class AllKinds(KernForm):
    text = forms.CharField()
    choice = forms.ChoiceField(widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    drop = forms.ChoiceField()
    tick = forms.BooleanField()
    date = DatePartsField(label="Datum")


@pytest.mark.parametrize(
    ("name", "kind", "target"),
    [
        ("text", "input", "id_text"),
        ("choice", "choices", "id_choice_0"),
        ("several", "choices", "id_several_0"),
        ("drop", "select", "id_drop"),
        ("tick", "checkbox", "id_tick"),
        ("date", "parts", "id_date_0"),
    ],
)
def test_kind_and_error_target_follow_the_widget(name, kind, target):
    bound = AllKinds()[name]
    assert (bound.kind, bound.error_target) == (kind, target)


def test_error_of_a_date_leads_to_its_faulty_part():
    bound = AllKinds({"date_0": "1", "date_1": "2", "date_2": "88"})["date"]
    assert (bound.faulty_parts, bound.error_target) == ([2], "id_date_2")


def test_date_that_does_not_exist_is_faulty_as_a_whole():
    bound = AllKinds({"date_0": "31", "date_1": "2", "date_2": "2020"})["date"]
    assert (bound.faulty_parts, bound.error_target) == ([0, 1, 2], "id_date_0")
