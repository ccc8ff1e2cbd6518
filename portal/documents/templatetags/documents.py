"""``{% load documents %}``: what may be uploaded, and the input for it; the same wherever files are taken in."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from portal.documents.domain import limits
from portal.documents.views.arranging import Entry
from portal.ui.blocks import badge

register = template.Library()


@register.simple_tag
def upload_limits() -> str:
    """Kinds, sizes and numbers in words, to be said before somebody chooses a file."""
    return limits.in_words()


@register.inclusion_tag("documents/upload_field.html")
def upload_field(
    field_id: str,
    name: str,
    label: str,
    *,
    multiple: bool = True,
    is_invalid: bool = False,
    described_by: str = "",
) -> dict[str, Any]:
    """Two inputs of one name: choose files; and, on a device that is touched, take a photo."""
    return {
        "id": field_id,
        "name": name,
        "label": label,
        "multiple": multiple,
        "is_invalid": is_invalid,
        "described_by": described_by,
        "accept": limits.ACCEPT,
        "largest": limits.FILE,
        "megabytes": limits.FILE // limits.MEGABYTE,
    }


@register.inclusion_tag("documents/waiting.html")
def waiting_files(entries: Iterable[Entry], page: str = "") -> dict[str, Any]:
    """What is still being checked, and where the page asks whether it is done; nothing when nothing is.

    ``page``: the query under which the page shows these files, where its address may lack it.
    """
    waiting = [entry.said for entry in entries if entry.said.checks_to_come]
    asked = urlencode({"d": [said.id for said in waiting]}, doseq=True)
    return {
        "number": len(waiting),
        "page": page,
        "busy": sum(said.checks_to_come for said in waiting),
        "ask": f"{reverse('documents:states')}?{asked}",
    }


@register.simple_tag
def live_badge(number: int, label: str, kind: str, icon_name: str) -> SafeString:
    """The badge of the paper with this number, which changes when its files are checked."""
    return format_html('<span id="marke-{}" data-live>{}</span>', number, badge(label, kind, icon_name))
