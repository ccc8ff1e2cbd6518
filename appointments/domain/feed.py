"""The private calendar that a person can subscribe to. Its address is the key, so only a hash of it is kept."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.db.models import F, Func
from django.utils.translation import gettext as _

from appointments.domain.calendar_file import Method, calendar_file, entry_of
from appointments.enums import OVER, AppointmentStatus
from appointments.models import Appointment, CalendarSettings
from portal.cases.models import Person

KEPT_FOR: Final = timedelta(days=30)  # a cancelled one has to be seen as cancelled by every program once
SHOWN: Final = [AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED, *sorted(OVER)]
NOTED_EVERY: Final = timedelta(hours=1)


def new_key() -> str:
    """Return a fresh secret, 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def key_hash(key: str) -> str:
    """Return what is stored of a secret: SHA-256 (hex); a random secret of this length needs no more."""
    return sha256(key.encode()).hexdigest()


def settings_by_key(key: str) -> CalendarSettings | None:
    """Return whose calendar this secret opens; None for an unknown or revoked one, and when the account is closed."""
    if not key:
        return None
    found = CalendarSettings.objects.select_related("person__user").filter(feed_key_hash=key_hash(key)).first()
    if found is None or (found.person.user is not None and not found.person.user.is_active):
        return None
    return found


def feed(settings: CalendarSettings, *, now: datetime) -> bytes:
    """Return the person's calendar: what comes and what was in the last 30 days, cancelled ones as cancelled.

    Confidential appointments are left out. Two queries.
    """
    CalendarSettings.objects.filter(pk=settings.pk).exclude(fetched_at__gt=now - NOTED_EVERY).update(fetched_at=now)
    entries = (
        entry_of(appointment, shows_details=settings.shows_details)
        for appointment in _appointments(settings.person, now)
    )
    return calendar_file(entries, method=Method.PUBLISH, name=_("Termine"))


def _appointments(person: Person, now: datetime) -> list[Appointment]:
    ends = Func(F("period"), function="upper")
    found = Appointment.objects.filter(person=person, status__in=SHOWN, is_confidential=False)
    found = found.annotate(ends_at=ends).filter(ends_at__gt=now - KEPT_FOR, booked_at__isnull=False)
    return list(found.select_related("service", "office", "room").order_by("period", "pk"))
