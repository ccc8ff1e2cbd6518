"""``{% load ui %}``: the building blocks of pages, icons, the error summary and German notation."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from django import template
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from portal.ui import blocks, formats
from portal.ui.forms.base import KernForm
from portal.ui.forms.markup import write_error_summary
from portal.ui.icons import icon

register = template.Library()
NUMBER = re.compile(r"\b[A-Z]{2,}(?:-[0-9A-Z]{4})+\b")  # such as MU-2J7F-THK5


@register.simple_tag
def kern_icon(name: str, size: str = "") -> SafeString:
    """Return an icon, hidden from screen readers: ``{% kern_icon "mail" "small" %}``."""
    return icon(name, size)


@register.simple_tag
def status_badge(label: str, kind: str = "info", icon_name: str | None = None) -> SafeString:
    """Return a badge: ``{% status_badge "Wird geprüft" "info" %}``. ``icon_name=""`` leaves out the icon.

    ``kind`` is info, success, warning or danger. The text alone carries the meaning, colour and icon only repeat it.
    """
    return blocks.badge(label, kind, icon_name)


@register.simple_block_tag
def alert(content: str, kind: str, title: str, *, heading: str = "h2", is_summary: bool = False) -> SafeString:
    """Return a box of news: ``{% alert "warning" title %}<p …>{% endalert %}``; ``heading="p"`` for a short message."""
    return blocks.alert(kind, title, content, heading=heading, is_summary=is_summary)


@register.simple_block_tag
def fold(
    content: str, title: str, *, heading: str = "h3", badge: str = "", anchor: str = "", is_open: bool = False
) -> SafeString:
    """Return something folded up: ``{% fold title heading="h2" badge=badge is_open=missing %}…{% endfold %}``."""
    return blocks.fold(content, title, heading=heading, badge=badge, anchor=anchor, is_open=bool(is_open))


@register.simple_block_tag
def fact(content: str, label: str) -> SafeString:
    """Return one line of a description list: ``{% fact "Telefon" %}…{% endfact %}``."""
    return blocks.fact(content, label)


@register.simple_tag
def task(number: int, url: str, title: str, badge: str = "") -> SafeString:
    """Return one line of a task list; ``badge`` comes from ``{% status_badge … as badge %}``."""
    return blocks.task(number, url, title, badge)


@register.simple_tag
def back_link(url: str, label: str) -> SafeString:
    """Return the way back above the heading: ``{% back_link url "Zur Übersicht" %}``."""
    return blocks.back(url, label)


@register.simple_tag
def error_summary(*forms: KernForm) -> SafeString:
    """Return the list of all errors of one or several forms, nothing when there are none."""
    return write_error_summary([entry for form in forms for entry in form.listed_errors()])


@register.filter
def long_date(value: dt.date | None) -> str:
    """``31. Oktober 2026``."""
    return formats.format_date(value) if value else ""


@register.filter
def weekday_date(value: dt.date | None) -> str:
    """``Samstag, 31. Oktober 2026``."""
    return formats.format_weekday_date(value) if value else ""


@register.filter
def clock(value: dt.datetime | dt.time | None) -> str:
    """``9:05``, Berlin time: in tables."""
    return formats.format_clock(value) if value is not None else ""


@register.filter
def clock_time(value: dt.datetime | None) -> str:
    """``9:05 Uhr``, Berlin time."""
    return formats.format_time(value) if value else ""


@register.filter
def span(value: DateTimeTZRange) -> str:
    """``9:00 bis 9:30 Uhr``, Berlin time."""
    return formats.format_span(value.lower, value.upper)


@register.filter
def when(value: dt.datetime | None) -> str:
    """``Montag, 7. Dezember 2026, 9:00 Uhr``, Berlin time."""
    return formats.format_when(value) if value else ""


@register.filter
def short_when(value: dt.datetime | None) -> str:
    """``Mo, 7. Dezember 2026, 9:00 Uhr``, Berlin time."""
    return formats.format_short_when(value) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """``Samstag, 31. Oktober 2026, 9:47:05 Uhr``, Berlin time."""
    return formats.format_moment(value) if value else ""


@register.filter
def euro(value: Decimal | int | None) -> str:
    """``420,50 Euro``; empty for an unknown amount, ``0,00 Euro`` for none."""
    return "" if value is None else formats.format_euro(value)


@register.filter
def file_size(value: int | None) -> str:
    """``2,4 MB``."""
    return "" if value is None else formats.format_file_size(value)


@register.filter
def unbroken(text: str) -> SafeString:
    """Return the text with its reference numbers kept on one line; a browser divides them at a hyphen."""
    return mark_safe(NUMBER.sub(r'<span class="jc-nowrap">\g<0></span>', conditional_escape(text)))  # noqa: S308 -- escaped
