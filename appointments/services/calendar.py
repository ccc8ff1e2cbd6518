"""A person's own calendar: subscribe to it, end that, choose what it says."""

from django.db import transaction

from appointments.domain.feed import key_hash, new_key
from appointments.events import CALENDAR_CHANGED
from appointments.models import CalendarSettings
from appointments.permissions import may_keep_calendar
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Person


@transaction.atomic
def open_feed(*, actor: Actor, person: Person) -> str:
    """Open the person's calendar for subscribing and return its secret, once; an earlier one ends. Raises NotPermitted.

    Only a hash is kept, so it cannot be shown again.
    """
    _require(actor, person)
    key = new_key()
    _save(actor, person, feed_key_hash=key_hash(key), fetched_at=None)
    return key


@transaction.atomic
def close_feed(*, actor: Actor, person: Person) -> None:
    """End the subscription at once, wherever its address has got to. Raises NotPermitted."""
    _require(actor, person)
    _save(actor, person, feed_key_hash="", fetched_at=None)


@transaction.atomic
def save_calendar_settings(*, actor: Actor, person: Person, shows_details: bool, mails_invitations: bool) -> None:
    """Keep what entries say, and whether they come by e-mail as well. Raises NotPermitted."""
    _require(actor, person)
    _save(actor, person, shows_details=shows_details, mails_invitations=mails_invitations)


def _require(actor: Actor, person: Person) -> None:
    if not may_keep_calendar(actor, person):
        raise NotPermitted(person.case_id)


def _save(actor: Actor, person: Person, **values: object) -> None:
    CalendarSettings.objects.update_or_create(person=person, defaults=values)
    record(actor, CALENDAR_CHANGED, subject=person, case_id=person.case_id)
