"""The line under the header: until when somebody stays signed in, and the way to leave the page at once."""

from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.domain.session_limits import WARNING
from portal.ui.fast_html import html
from portal.ui.formats import format_time

# One tap, also without JavaScript. No CSRF token: it would give a cookie to everybody who only reads a public page.
_EXIT = (
    '<form method="post" action="{}" class="jc-exit" data-to="{}">'
    '<button class="jc-exit__button" type="submit">{}</button></form>'
)
_BAR = '<div class="jc-session"><div class="kern-container">{}{}</div></div>'
_UNTIL = '<p class="jc-session__until" id="angemeldet-bis">{}</p>'
# Shown by script shortly before the end. Seconds, not times: the clock of the device may be wrong.
_WARNING = (
    '<div class="jc-session__warning" role="alert" data-session="{}" data-warning="{}">'
    '<div class="kern-container" hidden><p>{} {}</p><form method="post" action="{}">'
    '<button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">{}</span></button></form>'
    "</div></div>"
)


_SECONDS = "SECONDS"  # stands in for what differs


def session_bar(ends_at: datetime | None) -> SafeString:
    """Return the line; without a time it only holds the way out."""
    leave, warning = _fixed_parts(get_language(), settings.PORTAL.quick_exit_url)
    if ends_at is None:
        return html(_BAR, "", leave)
    bar = html(_BAR, html(_UNTIL, until_words(ends_at)), leave)
    return html("{}{}", bar, SafeString(warning.replace(_SECONDS, str(seconds_left(ends_at)), 1)))


@lru_cache(maxsize=8)
def _fixed_parts(_language: str | None, exit_url: str) -> tuple[SafeString, SafeString]:
    """What is the same for everybody; every page shows it."""
    leave = html(_EXIT, address_of("account_leave"), exit_url, _("Seite schnell verlassen"))
    warning = html(
        _WARNING,
        _SECONDS,
        WARNING,
        _("In fünf Minuten melden wir Sie ab."),
        _("Was Sie auf dieser Seite eingeben, heben wir auf."),
        address_of("account_stay"),
        _("Angemeldet bleiben"),
    )
    return leave, warning


def address_of(name: str) -> str:
    """The address of a page of the account, also while somebody acts for another person in that person's space."""
    return "/" + reverse(name).removeprefix(get_script_prefix())


def until_words(ends_at: datetime) -> str:
    """Return the sentence that says until when, for example "Sie bleiben bis 14:35 Uhr angemeldet."."""
    return _("Sie bleiben bis %(time)s angemeldet.") % {"time": format_time(ends_at)}


def seconds_left(ends_at: datetime) -> int:
    """Return how long that is from now."""
    return max(0, int((ends_at - timezone.now()).total_seconds()))
