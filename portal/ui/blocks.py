"""Building blocks of the pages, each written in one place: badge, alert, fold, task, fact, way back.

Templates reach them through ``{% load ui %}``; the page ``/design/`` of the demo shows every one in every state.
"""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.ui.fast_html import attributes, html
from portal.ui.icons import icon

KINDS: Final = ("info", "success", "warning", "danger")  # of badges and alerts; each has the icon of its name
NOTHING: Final = SafeString("")


def badge(label: str, kind: str = "info", icon_name: str | None = None) -> SafeString:
    """Return a badge; without ``icon_name`` it has the icon of its kind, with an empty one none."""
    chosen = _checked(kind) if icon_name is None else icon_name
    return html(
        '<span class="kern-badge kern-badge--{}">{}<span class="kern-label kern-label--small">{}</span></span>',
        _checked(kind),
        icon(chosen, "small") if chosen else NOTHING,
        label,
    )


def alert(kind: str, title: str, body: str = NOTHING, *, heading: str = "h2", is_summary: bool = False) -> SafeString:
    """Return a box with an icon and a title that says the news, and the body below it, if there is one.

    The summary of errors (``is_summary``) takes the focus when the page opens: by the ``autofocus`` attribute, without
    script. It is no ``role="alert"``: that would be read twice.
    """
    summary = {
        "id": "fehler",
        "role": "group",
        "aria-labelledby": "fehler-titel",
        "tabindex": "-1",
        "autofocus": True,
    }
    return html(
        '<div class="kern-alert kern-alert--{0}{1}"{2}>'
        '<div class="kern-alert__header">{3}<{4} class="kern-title"{5}>{6}</{4}></div>{7}</div>',
        _checked(kind),
        " jc-error-summary" if is_summary else "",
        attributes(summary if is_summary else {}),
        icon(kind),
        heading,
        attributes({"id": "fehler-titel" if is_summary else None}),
        title,
        html('<div class="kern-alert__body">{}</div>', body) if body.strip() else NOTHING,
    )


def fold(
    body: str, title: str, *, heading: str = "h3", badge: str = NOTHING, anchor: str = "", is_open: bool = False
) -> SafeString:
    """Return something folded up under its heading, with a badge beside it; works without script."""
    return html(
        '<details class="kern-accordion"{0}><summary class="kern-accordion__header jc-fold">'
        '<{1} class="kern-title">{2}</{1}>{3}</summary><div class="kern-accordion__body">{4}</div></details>',
        attributes({"id": anchor or None, "open": is_open}),
        heading,
        title,
        badge,
        body,
    )


def task(number: int, url: str, title: str, badge: str = NOTHING) -> SafeString:
    """Return one line of a task list: number, link over the whole line, state."""
    return html(
        '<li class="kern-task-list__item"><div class="kern-task-list__title"><a href="{0}"'
        ' class="kern-link kern-link--stretched kern-task-list__content-wrapper" aria-describedby="stand-{1}">'
        '<span class="kern-number">{1}</span><span>{2}</span></a>'
        '<div class="kern-task-list__status" id="stand-{1}">{3}</div></div></li>',
        url,
        number,
        title,
        badge,
    )


def fact(value: str, label: str) -> SafeString:
    """Return one line of a ``<dl class="kern-description-list">``."""
    return html(
        '<div class="kern-description-list-item"><dt class="kern-description-list-item__key">{}</dt>'
        '<dd class="kern-description-list-item__value">{}</dd></div>',
        label,
        value,
    )


def back(url: str, label: str) -> SafeString:
    """Return the way back above the heading."""
    return html(
        '<nav class="jc-back" aria-label="{}"><a class="kern-link" href="{}">{}{}</a></nav>',
        _("Weg zurück"),
        url,
        icon("arrow-back"),
        label,
    )


def _checked(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"Unknown kind of badge or alert: {kind}")
    return kind
