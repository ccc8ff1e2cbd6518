from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from portal.ui.forms import KernForm


def rendered(markup, **context):
    return Template("{% load ui %}" + markup).render(Context(context))


class NameForm(KernForm):
    name = forms.CharField(label="Name")


def test_badge_repeats_its_kind_by_colour_and_icon():
    assert rendered('{% status_badge "Wird geprüft" "info" %}') == (
        '<span class="kern-badge kern-badge--info"><span class="kern-icon kern-icon--info kern-icon--small" aria-hidden="true"></span>'
        '<span class="kern-label kern-label--small">Wird geprüft</span></span>'
    )


def test_badge_may_go_without_icon():
    assert "kern-icon" not in rendered('{% status_badge "Neu" "success" "" %}')


def test_badge_refuses_an_unknown_kind():
    with pytest.raises((ValueError, TemplateSyntaxError)):
        rendered('{% status_badge "Neu" "pink" %}')


def test_error_summary_lists_the_errors_of_all_forms():
    first, second = NameForm({}, prefix="a"), NameForm({}, prefix="b")
    html = rendered("{% error_summary first second %}", first=first, second=second)
    assert html.count("<li>") == 2
    assert 'href="#id_a-name"' in html
    assert 'href="#id_b-name"' in html


def test_error_summary_is_empty_without_errors():
    assert rendered("{% error_summary form %}", form=NameForm()) == ""


@pytest.mark.parametrize(
    ("markup", "value", "text"),
    [
        ("{{ value|euro }}", Decimal("420.5"), "420,50\u00a0Euro"),
        ("{{ value|euro }}", Decimal(0), "0,00\u00a0Euro"),
        ("{{ value|euro }}", None, ""),
        ("{{ value|file_size }}", 2048, "2\u00a0KB"),
        ("{{ value|moment }}", None, ""),
    ],
)
def test_filters_show_unknown_values_as_nothing(markup, value, text):
    assert rendered(markup, value=value) == text
