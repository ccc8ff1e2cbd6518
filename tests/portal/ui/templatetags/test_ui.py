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


def test_alert_says_its_news_in_the_title():
    assert rendered('{% alert "warning" "Bitte prüfen" %}<p>Stimmt das?</p>{% endalert %}') == (
        '<div class="kern-alert kern-alert--warning"><div class="kern-alert__header">'
        '<span class="kern-icon kern-icon--warning" aria-hidden="true"></span><h2 class="kern-title">Bitte prüfen</h2></div>'
        '<div class="kern-alert__body"><p>Stimmt das?</p></div></div>'
    )


def test_alert_without_text_has_no_body():
    assert "kern-alert__body" not in rendered('{% alert "success" "Gespeichert." heading="p" %} {% endalert %}')


def test_summary_takes_the_focus():
    html = rendered('{% alert "danger" "Falsch" is_summary=True %}x{% endalert %}')
    assert html.startswith(
        '<div class="kern-alert kern-alert--danger jc-error-summary" id="fehler" role="group"'
        ' aria-labelledby="fehler-titel" tabindex="-1" autofocus>'
    )


def test_fold_is_open_when_it_must_be_seen():
    assert rendered('{% fold title heading="h2" anchor="x" is_open=1 %}Text{% endfold %}', title="<Miete>") == (
        '<details class="kern-accordion" id="x" open><summary class="kern-accordion__header jc-fold">'
        '<h2 class="kern-title">&lt;Miete&gt;</h2></summary><div class="kern-accordion__body">Text</div></details>'
    )


def test_task_is_described_by_its_state():
    html = rendered('{% status_badge "fertig" "success" as badge %}{% task 3 "/a/" "Wohnen" badge %}')
    assert 'href="/a/"' in html
    assert 'aria-describedby="stand-3"' in html
    assert '<div class="kern-task-list__status" id="stand-3"><span class="kern-badge kern-badge--success">' in html


def test_fact_escapes_its_label_and_keeps_its_content():
    assert rendered("{% fact label %}{{ value }}<br>{% endfact %}", label="A & B", value="<i>") == (
        '<div class="kern-description-list-item"><dt class="kern-description-list-item__key">A &amp; B</dt>'
        '<dd class="kern-description-list-item__value">&lt;i&gt;<br></dd></div>'
    )


def test_way_back_names_where_it_leads():
    assert rendered('{% back_link "/a/" "Zur Übersicht" %}') == (
        '<nav class="jc-back" aria-label="Weg zurück"><a class="kern-link" href="/a/">'
        '<span class="kern-icon kern-icon--arrow-back" aria-hidden="true"></span>Zur Übersicht</a></nav>'
    )


def test_reference_number_stays_on_one_line_and_what_is_written_stays_text():
    assert rendered("{{ words|unbroken }}", words="Nummer MU-2J7F-THK5 <b>") == (
        'Nummer <span class="jc-nowrap">MU-2J7F-THK5</span> &lt;b&gt;'
    )
