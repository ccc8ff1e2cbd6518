"""What steps an offer of times may take, and for whom; how its times become free again."""

import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from appointments.domain.booking import lapsed, release
from appointments.enums import AppointmentStatus, OfferStatus
from appointments.errors import NoSuchStep, OfferNotOpen
from appointments.events import OFFER_LAPSED
from appointments.models import Appointment, Offer
from portal.audit.services import record
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor, system_actor

LAPSING: Final = system_actor("appointments.lapsing")
TRANSITIONS: Final[dict[tuple[OfferStatus, OfferStatus], frozenset[Role]]] = {
    (OfferStatus.OPEN, OfferStatus.OPEN): STAFF_ROLES,  # reminded
    (OfferStatus.OPEN, OfferStatus.TAKEN): CITIZEN_ROLES | STAFF_ROLES,  # staff: the person has said so on the phone
    (OfferStatus.OPEN, OfferStatus.DECLINED): CITIZEN_ROLES | STAFF_ROLES,
    (OfferStatus.OPEN, OfferStatus.WITHDRAWN): CITIZEN_ROLES | STAFF_ROLES,  # citizens: with the wish it answers
    (OfferStatus.OPEN, OfferStatus.LAPSED): frozenset({Role.SYSTEM}),
    # Silence is no answer: whoever comes after the day may still say no, with a reason, or wish for other times.
    (OfferStatus.LAPSED, OfferStatus.DECLINED): CITIZEN_ROLES | STAFF_ROLES,
    (OfferStatus.LAPSED, OfferStatus.WITHDRAWN): STAFF_ROLES,  # nothing more is done about the silence
}


def advance_offer(offer: Offer, to: OfferStatus, *, actor: Actor, **facts: Any) -> Offer:
    """Move ``offer`` to ``to`` with the fields ``facts``; returns the locked row. Nothing else writes its status.

    Raises OfferNotOpen when it was answered, taken back or has lapsed meanwhile, NoSuchStep for a role that may not.
    """
    with transaction.atomic():
        locked = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
        before = OfferStatus(locked.status)
        allowed = TRANSITIONS.get((before, to))
        if allowed is None:
            raise OfferNotOpen
        if actor.role not in allowed:
            raise NoSuchStep(before, to, actor.role)
        changed = {"status": to, **facts}
        for name, value in changed.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(changed))
    for name, value in changed.items():
        setattr(offer, name, value)
    return locked


def release_times(offer: Offer, *, actor: Actor, but: Appointment | None = None) -> None:
    """Make the times of an offer free again, but one; each is a fact ``appointment.freed``."""
    waiting = Appointment.objects.filter(offer=offer, status=AppointmentStatus.OFFERED)
    for appointment in waiting.exclude(pk=but.pk) if but is not None else waiting:
        release(appointment, actor=actor)


def release_lapsed_in_the_way(membership_id: UUID, room_id: UUID | None, occupied: DateTimeTZRange) -> None:
    """Release what was held or offered longer than it may, where it keeps a time of this member of staff or room."""
    theirs = Q(membership=membership_id)
    if room_id is not None:
        theirs |= Q(room=room_id)
    for appointment in lapsed().filter(theirs, occupied__overlap=occupied):
        release(appointment, actor=LAPSING)


def lapse_offers(now: datetime.datetime) -> int:
    """End offers whose time is over: their times are free again. Returns of how many. Nothing else follows by itself.

    Silence stays silence: a wish stays proposed, staff find both on their list.
    """
    due = Offer.objects.filter(status=OfferStatus.OPEN, until__lte=now).values_list("pk", flat=True)
    return sum(_lapse(offer_id, now) for offer_id in list(due))


@transaction.atomic
def _lapse(offer_id: UUID, now: datetime.datetime) -> bool:
    offer = Offer.objects.select_for_update(of=("self",)).get(pk=offer_id)
    if offer.status != OfferStatus.OPEN or offer.until > now:
        return False
    advance_offer(offer, OfferStatus.LAPSED, actor=LAPSING)
    release_times(offer, actor=LAPSING)
    record(LAPSING, OFFER_LAPSED, subject=offer, case_id=offer.case_id)
    return True
