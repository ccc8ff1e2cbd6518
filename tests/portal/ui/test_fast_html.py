from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from portal.ui.fast_html import attributes, html


def test_html_escapes_text_and_keeps_what_is_safe():
    assert html("<p>{}{}</p>", "<b>&", mark_safe("<i>")) == "<p>&lt;b&gt;&amp;<i></p>"


def test_html_escapes_lazy_text():
    assert html("{}", gettext_lazy("<Ja>")) == "&lt;Ja&gt;"


def test_attributes_escape_quotes_even_in_safe_text():
    assert attributes({"title": mark_safe('" onclick="x')}) == ' title="&quot; onclick=&quot;x"'


def test_attributes_leave_out_none_and_false():
    assert attributes({"a": None, "b": False, "c": True, "d": 0}) == ' c d="0"'
