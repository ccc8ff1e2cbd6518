from django import forms

from portal.ui.forms import KERN_RENDERER, KernForm


class OwnWidget(forms.TextInput):
    template_name = "django/forms/widgets/color.html"


class OwnForm(KernForm):
    colour = forms.CharField(label="Farbe", widget=OwnWidget)


def test_unknown_widget_template_is_left_to_django():
    assert '<input type="text" name="colour" class="kern-form-input__input" id="id_colour">' in str(OwnForm())


def test_all_forms_share_one_renderer():
    assert OwnForm().renderer is KERN_RENDERER
    assert OwnForm().renderer is OwnForm().renderer


def test_form_writes_hidden_fields_and_groups_once():
    class Mixed(KernForm):
        token = forms.CharField(widget=forms.HiddenInput)
        name = forms.CharField(label="Name")

    html = str(Mixed(initial={"token": "t"}))
    assert html.count("<input") == 2
    assert html.startswith('<input type="hidden" name="token" value="t" id="id_token">')
