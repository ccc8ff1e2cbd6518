"""``{% load appointments %}``: how far away an appointment is, and its state."""

import datetime

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from appointments.domain import wording
from appointments.models import Appointment
from portal.ui.blocks import badge

register = template.Library()


@register.filter
def away(value: datetime.datetime) -> str:
    """``heute``, ``morgen``, ``in 3 Tagen``, or nothing."""
    return wording.days_until(value, today=timezone.localdate())


@register.simple_tag
def appointment_badge(appointment: Appointment) -> SafeString:
    """The state of an appointment in the words for its person."""
    words, kind = wording.STATES[appointment.status]
    return badge(str(words), kind)
