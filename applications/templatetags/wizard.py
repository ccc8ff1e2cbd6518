"""``{% load wizard %}``: what the pages of the wizard write."""

from datetime import datetime

from django import template
from django.utils.translation import gettext as _

from portal.accounts.selectors.office import phone_uri as _phone_uri
from portal.ui.formats import format_date, format_time

register = template.Library()


@register.filter
def phone_uri(phone: str) -> str:
    """`tel:` address (RFC 3966) of a phone number as people write it."""
    return _phone_uri(phone)


@register.filter
def moment_short(value: datetime) -> str:
    """`22. November 2026 um 14:02 Uhr`, Berlin time."""
    return _("%(day)s um %(time)s") % {"day": format_date(value), "time": format_time(value)}
