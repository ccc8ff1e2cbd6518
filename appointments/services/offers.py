"""The office offers times; the person takes one, says no, or says nothing."""

import datetime
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import override

from appointments.domain.booking import begin, clash_of, release, wait_for_turn
from appointments.domain.needs import Needs
from appointments.domain.offer_content import (
    SUBJECTS,
    offer_message,
    reduction_message,
    reminder_message,
    withdrawal_message,
)
from appointments.domain.offers import advance_offer, release_lapsed_in_the_way, release_times
from appointments.domain.wishes import OPEN_WISHES, advance_wish
from appointments.enums import AppointmentStatus, Change, Channel, OfferKind, OfferStatus, Origin, WishStatus
from appointments.errors import AlreadyReminded, OfferNotOpen, SlotNotOffered, TimesTaken
from appointments.events import OFFER_REDUCED, OFFER_REMINDED, OFFER_SENT, OFFER_WITHDRAWN
from appointments.models import Appointment, Offer, Service, WaitingEntry, Wish
from appointments.permissions import may_arrange
from appointments.services.choosing import decline_offer, take_offer
from mailbox.domain.drafting import clean_text
from mailbox.domain.posting import post_notice
from portal.accounts.models import StaffMembership
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.services import locked
from portal.notices.services import drop_reminders
from portal.outbox.services import publish

__all__ = [
    "OfferedTime",
    "close_offer",
    "decline_offer",
    "remind_offer",
    "send_offer",
    "take_offer",
    "withdraw_offer",
    "withdraw_times",
]
MOST_TIMES: Final = 3  # a choice, not a search
LANGUAGE: Final = "de"
_ORIGINS: Final = {
    OfferKind.PROPOSAL: Origin.PROPOSED,
    OfferKind.INVITATION: Origin.INVITED,
    OfferKind.EARLIER: Origin.BOOKED,
}


class OfferedTime(NamedTuple):
    """One of the times: when, with whom, and where, as the search for free times has found it."""

    starts: datetime.datetime
    membership_id: UUID
    office_id: UUID | None = None
    room_id: UUID | None = None


@transaction.atomic
def send_offer(  # noqa: PLR0913 -- what is offered, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person,
    kind: OfferKind,
    service: Service,
    times: Sequence[OfferedTime | tuple[datetime.datetime, UUID]],
    channel: Channel,
    until: datetime.datetime,
    words: str = "",
    wish: Wish | None = None,
    replaces: Appointment | None = None,
) -> Offer:
    """Offer one to three times and keep them free until ``until``; the person finds them in the postbox.

    ``until`` is never later than the first of the times. An earlier time for somebody who waits (``replaces``) is
    offered by the portal itself, everything else by staff. A wish that it answers is *proposed* from then on. Publishes
    ``appointment.offered``. Raises NotPermitted, WishNotOpen, SlotNotOffered (past, too many, not in this house), and
    TimesTaken, which says which of them somebody else has by now.
    """
    _require_sender(actor, case, person, kind)
    wanted = [OfferedTime(*each) for each in times]
    locked(case)
    _check(wanted, case, service)
    latest = min(until, *(each.starts for each in wanted))
    offer = Offer.objects.create(
        kind=kind,
        case=case,
        person=person,
        service=service,
        wish=wish,
        replaces=replaces,
        words=clean_text(words),
        until=latest,
        sent_by_id=actor.membership_id,
    )
    if wish is not None:
        advance_wish(wish, WishStatus.PROPOSED, actor=actor)
    _hold_all(actor, offer, wanted, channel)
    with override(LANGUAGE):
        body = offer_message(offer, [each.starts for each in wanted])
        _tell(offer, body=body, key=f"offer:{offer.pk}")
    record(actor, OFFER_SENT, subject=offer, case_id=case.pk)
    publish("appointment.offered", offer.pk)
    return offer


@transaction.atomic
def remind_offer(*, actor: Actor, offer: Offer) -> None:
    """Remind of an offer that waits for an answer, once. Raises NotPermitted, OfferNotOpen, AlreadyReminded."""
    _require_sender(actor, offer.case, offer.person, OfferKind(offer.kind))
    current = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    now = timezone.now()
    if current.status != OfferStatus.OPEN or current.until <= now:
        raise OfferNotOpen
    if current.reminded_at is not None:
        raise AlreadyReminded
    advance_offer(offer, OfferStatus.OPEN, actor=actor, reminded_at=now)
    with override(LANGUAGE):
        _tell(offer, body=reminder_message(offer), key=f"offer:{offer.pk}:reminder")
    record(actor, OFFER_REMINDED, subject=offer, case_id=offer.case_id)


@transaction.atomic
def withdraw_offer(*, actor: Actor, offer: Offer, reason: str = "") -> None:
    """Take an offer back: its times are free, a wish it answered waits again, who waits for an earlier time goes on
    waiting and has not used one of the offers. Raises NotPermitted, OfferNotOpen.
    """
    _require_sender(actor, offer.case, offer.person, OfferKind(offer.kind))
    if offer.status != OfferStatus.OPEN:
        raise OfferNotOpen
    advance_offer(offer, OfferStatus.WITHDRAWN, actor=actor, answered_at=timezone.now())
    release_times(offer, actor=actor)
    if offer.wish is not None and offer.wish.status in OPEN_WISHES:
        advance_wish(offer.wish, WishStatus.OPEN, actor=actor)
    if offer.replaces is not None:
        drop_reminders(subject_id=offer.pk)  # what waits for the end of quiet hours would be about nothing
        waiting = WaitingEntry.objects.filter(appointment=offer.replaces, offers_made__gt=0)
        waiting.update(offers_made=F("offers_made") - 1)
    with override(LANGUAGE):
        _tell(offer, body=withdrawal_message(offer, clean_text(reason)), key=f"offer:{offer.pk}:withdrawn")
    record(actor, OFFER_WITHDRAWN, subject=offer, case_id=offer.case_id)


@transaction.atomic
def withdraw_times(*, actor: Actor, offer: Offer, times: Collection[Appointment]) -> bool:
    """Take some of the offered times back; the others stay, and the person is told which. With the last one the whole
    offer is withdrawn. Returns whether anything is left to choose. Raises NotPermitted, OfferNotOpen.
    """
    _require_sender(actor, offer.case, offer.person, OfferKind(offer.kind))
    locked(offer.case)
    current = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if current.status != OfferStatus.OPEN:
        raise OfferNotOpen
    now = timezone.now()
    waiting = [each for each in _waiting(offer) if each.period.lower > now]
    gone = [each for each in waiting if each in times]
    left = [each for each in waiting if each not in times]
    if not left:
        withdraw_offer(actor=actor, offer=offer)
        return False
    if not gone:
        raise OfferNotOpen
    for each in gone:
        release(each, actor=actor)
    with override(LANGUAGE):
        body = reduction_message(offer, *([each.period.lower for each in some] for some in (gone, left)))
        _tell(offer, body=body, key=f"offer:{offer.pk}:without:{gone[0].pk}")
    record(actor, OFFER_REDUCED, subject=offer, case_id=offer.case_id)
    return True


def _waiting(offer: Offer) -> QuerySet[Appointment]:
    return Appointment.objects.filter(offer=offer, status=AppointmentStatus.OFFERED).order_by("period")


@transaction.atomic
def close_offer(*, actor: Actor, offer: Offer) -> None:
    """Nothing more is done about an offer that nobody has answered; a wish it was for is settled. The person is not
    told anything: nothing has changed for them. Raises NotPermitted, OfferNotOpen.
    """
    _require_sender(actor, offer.case, offer.person, OfferKind(offer.kind))
    if offer.status != OfferStatus.LAPSED:
        raise OfferNotOpen
    advance_offer(offer, OfferStatus.WITHDRAWN, actor=actor)
    if offer.wish is not None and offer.wish.status == WishStatus.PROPOSED:
        advance_wish(offer.wish, WishStatus.SETTLED, actor=actor)
    record(actor, OFFER_WITHDRAWN, subject=offer, case_id=offer.case_id)


def _require_sender(actor: Actor, case: Case, person: Person, kind: OfferKind) -> None:
    if actor.is_system and kind is OfferKind.EARLIER and person.case_id == case.pk:
        return
    if actor.membership_id is None or not may_arrange(actor, case, person):
        raise NotPermitted(case.pk)


def _check(times: Sequence[OfferedTime], case: Case, service: Service) -> None:
    """Each in the future, once, with somebody who works there today, for a service of the same house."""
    now = timezone.now()
    staff = {each.membership_id for each in times}
    known = StaffMembership.objects.current().filter(pk__in=staff, jobcenter=case.jobcenter).count()
    fits = (
        1 <= len(times) <= MOST_TIMES
        and len({(each.starts, each.membership_id) for each in times}) == len(times)
        and all(each.starts > now for each in times)
        and known == len(staff)
        and service.jobcenter_id == case.jobcenter_id
    )
    if not fits:
        raise SlotNotOffered


def _hold_all(actor: Actor, offer: Offer, times: Sequence[OfferedTime], channel: Channel) -> None:
    """Every time that is still free is held; when one is not, none is, and the error names all that are gone."""
    taken = []
    for position, each in enumerate(times):
        try:
            with transaction.atomic():
                _hold(actor, offer, each, channel)
        except IntegrityError as refusal:
            if clash_of(refusal) is None:
                raise
            taken.append(position)
    if taken:
        raise TimesTaken(tuple(taken))


def _hold(actor: Actor, offer: Offer, time: OfferedTime, channel: Channel) -> None:
    service, wish = offer.service, offer.wish
    ends = time.starts + datetime.timedelta(minutes=service.minutes)
    period = DateTimeTZRange(time.starts, ends)
    occupied = DateTimeTZRange(time.starts, ends + datetime.timedelta(minutes=service.gap_minutes))
    wait_for_turn(time.starts, time.membership_id, time.room_id)
    release_lapsed_in_the_way(time.membership_id, time.room_id, occupied)
    source = offer.replaces or wish
    appointment = Appointment(
        case=offer.case,
        person=offer.person,
        service=service,
        membership_id=time.membership_id,
        office_id=time.office_id,
        room_id=time.room_id if channel == Channel.IN_PERSON else None,
        offer=offer,
        channel=channel,
        origin=_ORIGINS[OfferKind(offer.kind)],
        status=AppointmentStatus.OFFERED,
        period=period,
        occupied=occupied,
        held_until=offer.until,
        topic=source.topic if source is not None else "",
        needs=source.needs if source is not None else Needs().as_json(),
        phone=source.phone if source is not None else "",
        is_confidential=source.is_confidential if source is not None else False,
    )
    begin(appointment, actor=actor, change=Change.OFFERED)


def _tell(offer: Offer, *, body: str, key: str) -> None:
    source = offer.replaces or offer.wish
    post_notice(
        case_id=offer.case_id,
        person_id=offer.person_id,
        subject=str(SUBJECTS[offer.kind]),
        body=body,
        key=key,
        is_announced=source is None or not source.is_confidential,
    )
