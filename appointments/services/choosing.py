"""The person answers offered times: takes one, or says that none fits."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.booking import PERSON_ONCE, clash_of, wait_for_turn
from appointments.domain.earlier import follow_time, stop_waiting
from appointments.domain.letters import letter_in_words
from appointments.domain.lifecycle import advance
from appointments.domain.needs import Needs
from appointments.domain.offers import advance_offer, release_times
from appointments.domain.wish_content import Wanted, decline_content
from appointments.domain.wishes import OPEN_WISHES, advance_wish
from appointments.domain.words import receipt_content, receipt_data, when
from appointments.enums import AppointmentStatus, Change, OfferKind, OfferStatus, WishStatus
from appointments.errors import OfferNotOpen, PersonBusy, SlotTaken, TooLate
from appointments.events import APPOINTMENT_BOOKED, APPOINTMENT_MOVED, OFFER_DECLINED, WISH_SENT
from appointments.models import Appointment, Offer, Wish
from appointments.permissions import may_arrange, may_change
from appointments.selectors.by_link import is_by_link
from appointments.services.wishes import LANGUAGE, hand_in, keep_wish
from mailbox.domain.drafting import clean_text
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import locked as lock_case
from portal.outbox.services import publish
from portal.submissions.models import Submission

_PLACE = ("membership_id", "office_id", "room_id", "channel", "period", "occupied")


@transaction.atomic
def take_offer(
    *,
    actor: Actor,
    offer: Offer,
    appointment: Appointment,
    token: str | UUID,
    topic: str | None = None,
    needs: Needs | None = None,
    phone: str | None = None,
    is_confidential: bool | None = None,
) -> Appointment:
    """Book one of the offered times, free the others, settle the wish; returns the appointment that holds now.

    What is None stays as it was wished. An earlier time moves the appointment it is offered for, which keeps its place
    in calendars. The same ``token`` again returns what it has booked. Publishes ``appointment.changed``
    and, for each time that is not needed, ``appointment.freed``. Staff take what somebody says on the phone.
    Raises NotPermitted, OfferNotOpen, SlotTaken (its time was over and somebody else has it), TooLate,
    PersonBusy.
    """
    _require(actor, offer)
    lock_case(offer.case)
    locked = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    known = Appointment.objects.filter(steps__submission__token=str(token), case_id=locked.case_id).first()
    if known is not None:
        return known
    if locked.status != OfferStatus.OPEN or appointment.offer_id != locked.pk:
        raise OfferNotOpen
    current = Appointment.objects.select_related("service", "case", "person").get(pk=appointment.pk)
    if current.status != AppointmentStatus.OFFERED:
        raise SlotTaken
    if current.period.lower <= timezone.now():
        raise TooLate
    said = {"topic": topic, "needs": needs.as_json() if needs else None, "phone": phone}
    facts: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if is_confidential is not None:
        facts["is_confidential"] = is_confidential
    for name, value in facts.items():
        setattr(current, name, value)
    submission = _handed_in(actor, locked, current, token)
    booked = _book(actor, locked, current, submission, facts)
    advance_offer(offer, OfferStatus.TAKEN, actor=actor, answered_at=timezone.now())
    release_times(locked, actor=actor, but=current)
    _follow(actor, locked, booked)
    event = APPOINTMENT_MOVED if booked.pk != current.pk else APPOINTMENT_BOOKED
    record(actor, event, subject=booked, case_id=booked.case_id)
    publish("appointment.changed", booked.pk)
    return booked


@transaction.atomic
def decline_offer(
    *, actor: Actor, offer: Offer, reply: str = "", wants_other: bool = False, token: str | UUID
) -> Submission:
    """Say that no time fits, with or without a reason; returns the proof, for the same token the same.

    ``wants_other``: it is a new wish with the same words. Also possible after the time to answer is over. Whoever
    declines an earlier time keeps the appointment they have. Raises NotPermitted, OfferNotOpen.
    """
    _require(actor, offer)
    known = Submission.objects.filter(token=str(token), case_id=offer.case_id).first()
    if known is not None:
        return known
    reply = clean_text(reply)
    advance_offer(offer, OfferStatus.DECLINED, actor=actor, reply=reply, answered_at=timezone.now())
    release_times(offer, actor=actor)
    wants_other = wants_other and offer.kind != OfferKind.EARLIER
    with override(LANGUAGE):
        title = _("Antwort auf ein Terminangebot")
        content = decline_content(offer, reply, offer.person.name, wants_other=wants_other)
    data = {"offer": str(offer.pk), "reply": reply, "wants_other": wants_other}
    submission = hand_in(
        actor=actor, case=offer.case, person=offer.person, title=title, content=content, data=data, token=token
    )
    if offer.wish is not None and offer.wish.status in OPEN_WISHES:
        advance_wish(offer.wish, WishStatus.SETTLED, actor=actor)
    record(actor, OFFER_DECLINED, subject=offer, case_id=offer.case_id)
    if wants_other:
        wish = keep_wish(case=offer.case, person=offer.person, wanted=_again(offer, reply), submission=submission)
        record(actor, WISH_SENT, subject=wish, case_id=wish.case_id)
        publish("appointment.wished", wish.pk)
    return submission


def _require(actor: Actor, offer: Offer) -> None:
    """Whoever may change the appointment that an earlier time is offered for, by its link, too."""
    may = may_change(actor, offer.replaces) if offer.replaces else may_arrange(actor, offer.case, offer.person)
    if not may:
        raise NotPermitted(offer.case_id)


def _handed_in(actor: Actor, offer: Offer, appointment: Appointment, token: str | UUID) -> Submission:
    """The receipt is that of every booking, and of every other time."""
    change = Change.MOVED if offer.replaces else Change.BOOKED
    with override(LANGUAGE):
        former = when(offer.replaces) if offer.replaces else ""
        letter = letter_in_words(appointment, offer.replaces.summons) if offer.replaces else ""
        return hand_in(
            actor=actor,
            case=appointment.case,
            person=appointment.person,
            title=str(change.label),
            content=receipt_content(appointment, change, former=former, letter=letter, is_by_link=is_by_link(actor)),
            data=receipt_data(appointment, change) | {"appointment": str((offer.replaces or appointment).pk)},
            token=token,
        )


def _book(
    actor: Actor, offer: Offer, chosen: Appointment, submission: Submission, facts: dict[str, Any]
) -> Appointment:
    """The chosen time is booked; an earlier one becomes the time of the appointment it replaces."""
    former = offer.replaces
    try:
        with transaction.atomic():
            wait_for_turn(chosen.period.lower, chosen.membership_id, chosen.room_id)
            if former is None:
                facts |= {"booked_at": timezone.now(), "held_until": None}
                to = AppointmentStatus.BOOKED
                advance(chosen, to, change=Change.BOOKED, actor=actor, submission=submission, **facts)
                return chosen
            if former.status != AppointmentStatus.BOOKED:
                raise OfferNotOpen  # cancelled or over meanwhile: there is nothing to move
            advance(chosen, AppointmentStatus.RELEASED, change=Change.RELEASED, actor=actor)
            facts |= {name: getattr(chosen, name) for name in _PLACE}
            facts["link_version"] = former.link_version + 1
            to = AppointmentStatus.BOOKED
            advance(former, to, change=Change.MOVED, actor=actor, submission=submission, **facts)
            publish("appointment.freed", former.pk)
    except IntegrityError as refusal:
        clash = clash_of(refusal)
        if clash is None:
            raise
        raise (PersonBusy if clash == PERSON_ONCE else SlotTaken) from refusal
    return former


def _follow(actor: Actor, offer: Offer, booked: Appointment) -> None:
    """The wish that it answers is settled; whoever waited for an earlier time has it."""
    if offer.replaces is not None:
        follow_time(booked, actor=actor)
        stop_waiting(booked)
    if offer.wish is not None and offer.wish.status in OPEN_WISHES:
        advance_wish(offer.wish, WishStatus.SETTLED, actor=actor)


def _again(offer: Offer, reply: str) -> Wanted:
    """The wish once more, with what was said now: as it was, or as the invitation was."""
    if offer.wish is None:
        channels = tuple({each.channel for each in offer.appointments.all()})
        return Wanted(service=offer.service, channels=channels, topic=offer.service.name, times={"words": reply})
    wish: Wish = offer.wish
    words = "\n".join(filter(None, (wish.times.get("words", ""), reply)))
    return Wanted(
        service=offer.service,
        channels=tuple(wish.channels),
        topic=wish.topic,
        times={**wish.times, "words": words},
        needs=Needs.of(wish.needs),
        phone=wish.phone,
        is_confidential=wish.is_confidential,
    )
