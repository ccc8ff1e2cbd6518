"""Names of the design system's icons and the markup for one."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.safestring import SafeString

from portal.ui.fast_html import html

# The icons the cut stylesheet holds (static/ui/kern.css); ``manage.py cut_kern`` keeps exactly these.
ICONS: Final = frozenset(
    {
        "account-circle",
        "add",
        "arrow-back",
        "arrow-down",
        "arrow-forward",
        "arrow-up",
        "autorenew",
        "calendar-today",
        "check",
        "checklist",
        "close",
        "danger",
        "delete",
        "download",
        "draft",
        "drive-folder-upload",
        "edit",
        "help",
        "home",
        "info",
        "logout",
        "mail",
        "open-in-new",
        "search",
        "success",
        "visibility",
        "warning",
    }
)
SIZES: Final = frozenset({"small", "default", "large", "x-large"})


@cache
def icon(name: str, size: str = "") -> SafeString:
    """Return an icon that screen readers skip: the text beside it must say the same. Unknown names raise ValueError."""
    if name not in ICONS or (size and size not in SIZES):
        raise ValueError(f"Unknown icon: {name} {size}".strip())
    sized = f" kern-icon--{size}" if size else ""
    return html('<span class="kern-icon kern-icon--{}{}" aria-hidden="true"></span>', name, sized)
