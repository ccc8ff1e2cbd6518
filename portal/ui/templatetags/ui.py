"""``{% load ui %}``: icons, badges, the error summary and German notation."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from django import template
from django.utils.safestring import SafeString

from portal.ui import formats
from portal.ui.fast_html import html
from portal.ui.forms.base import KernForm
from portal.ui.forms.markup import write_error_summary
from portal.ui.icons import icon

register = template.Library()

_BADGE_ICONS: Final = {"info": "info", "success": "success", "warning": "warning", "danger": "danger"}


@register.simple_tag
def kern_icon(name: str, size: str = "") -> SafeString:
    """Return an icon, hidden from screen readers: ``{% kern_icon "mail" "small" %}``."""
    return icon(name, size)


@register.simple_tag
def status_badge(label: str, kind: str = "info", icon_name: str | None = None) -> SafeString:
    """Return a badge: ``{% status_badge "Wird geprüft" "info" %}``. ``icon_name=""`` leaves out the icon.

    ``kind`` is info, success, warning or danger. The text alone carries the meaning, colour and icon only repeat it.
    """
    if kind not in _BADGE_ICONS:
        raise ValueError(f"Unknown kind of badge: {kind}")
    chosen = _BADGE_ICONS[kind] if icon_name is None else icon_name
    return html(
        '<span class="kern-badge kern-badge--{}">{}<span class="kern-label kern-label--small">{}</span></span>',
        kind,
        icon(chosen, "small") if chosen else "",
        label,
    )


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
def clock_time(value: dt.datetime | None) -> str:
    """``23:47 Uhr``, Berlin time."""
    return formats.format_time(value) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """``Samstag, 31. Oktober 2026, 23:47:05 Uhr``, Berlin time."""
    return formats.format_moment(value) if value else ""


@register.filter
def euro(value: Decimal | int | None) -> str:
    """``420,50 Euro``; empty for an unknown amount, ``0,00 Euro`` for none."""
    return "" if value is None else formats.format_euro(value)


@register.filter
def file_size(value: int | None) -> str:
    """``2,4 MB``."""
    return "" if value is None else formats.format_file_size(value)
