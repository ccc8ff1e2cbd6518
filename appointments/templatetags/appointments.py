"""``{% load appointments %}``: times of appointments as people say them."""

import datetime

from django import template
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.safestring import SafeString

from appointments.domain import wording
from appointments.models import Appointment
from portal.ui.blocks import badge

register = template.Library()


@register.filter
def when(value: datetime.datetime) -> str:
    """``Montag, 7. Dezember 2026, 9:00 Uhr``."""
    return wording.moment_in_words(value)


@register.filter
def clock(value: datetime.datetime) -> str:
    """``9:00 Uhr``."""
    return wording.clock_in_words(value)


@register.filter
def span(value: DateTimeTZRange) -> str:
    """``9:00 bis 9:30 Uhr``."""
    return wording.span_in_words(value)


@register.filter
def away(value: datetime.datetime) -> str:
    """``heute``, ``morgen``, ``in 3 Tagen``, or nothing."""
    return wording.days_until(value, today=timezone.localdate())


@register.simple_tag
def appointment_badge(appointment: Appointment) -> SafeString:
    """The state of an appointment in the words for its person."""
    words, kind = wording.STATES[appointment.status]
    return badge(str(words), kind)
