import pytest
from django import forms
from django.utils.translation import override

from portal.ui.forms import FixedChoiceField, FixedMultipleChoiceField, FixedSelect, KernForm

CHOICES = [("", "Bitte wählen"), ("DE", "Deutschland"), ("X&Y", "Mit <Zeichen>")]


class Fixed(KernForm):
    country = forms.ChoiceField(choices=CHOICES, widget=FixedSelect, required=False)


class Plain(KernForm):
    country = forms.ChoiceField(choices=CHOICES, widget=forms.Select, required=False)


@pytest.mark.parametrize("chosen", [None, "", "DE", "X&Y", "gone", '"><script>'])
def test_markup_is_the_same_as_of_a_plain_select(chosen):
    for _again in range(2):
        assert str(Fixed(initial={"country": chosen})) == str(Plain(initial={"country": chosen}))
        assert str(Fixed(data={"country": chosen or ""})) == str(Plain(data={"country": chosen or ""}))


def test_choice_of_one_person_is_not_shown_to_the_next():
    str(Fixed(initial={"country": "DE"}))

    assert '<option value="DE">' in str(Fixed())


def test_options_are_written_once_and_for_each_language():
    asked = []

    def choices():
        asked.append(1)
        return CHOICES

    class Form(KernForm):
        country = forms.ChoiceField(choices=choices, widget=FixedSelect)

    for language in ("de", "de", "en"):
        with override(language):
            str(Form())

    assert len(asked) == 2


@pytest.mark.parametrize("field", [FixedChoiceField, FixedMultipleChoiceField])
def test_forms_share_choices_that_never_change(field):
    class Form(KernForm):
        country = field(choices=CHOICES)

    one, other = Form(), Form()

    assert one.fields["country"] is not other.fields["country"]
    assert one.fields["country"].choices is other.fields["country"].choices


def test_other_choices_for_one_form_are_not_those_of_the_next():
    class Form(KernForm):
        country = FixedChoiceField(choices=CHOICES)

    Form().fields["country"].choices = [("FR", "Frankreich")]

    assert Form().fields["country"].choices == CHOICES
