"""The formal call to an appointment (Meldeaufforderung, § 59 SGB II with § 309 SGB III). Only a person sends it."""

import datetime
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.summons_letter import LetterFacts, letter_pdf
from appointments.domain.summons_text import LANGUAGE, summons_notice
from appointments.domain.words import office_of, when, where
from appointments.enums import AppointmentStatus, Channel, MeetingPurpose, Origin
from appointments.errors import NotByPost, NoticeChanged, ReasonMissing
from appointments.events import SUMMONS_POSTED, SUMMONS_SENT
from appointments.models import Appointment, AppointmentSettings, Offer, Summons
from appointments.permissions import may_arrange
from appointments.selectors.slots import SlotQuery
from appointments.selectors.summons import has_come_back, is_unanswered
from appointments.services.booking import book_for
from mailbox.enums import ByPost
from mailbox.services import OfficeLetter, SentLetter, send_letter
from portal.audit.events import EventType
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.discreet import Discreet
from portal.outbox.services import publish

FILE_NAME: Final = "Meldeaufforderung.pdf"


class Call(Discreet, frozen=True, kw_only=True):
    """What a summons says. ``topic``: what it is about, in plain words. ``reason``: why without an invitation before.

    ``notice_id``: the version of the legal notice that was read before sending. ``address``: lines for the envelope.
    ``is_by_post``: the office wants it by post, whatever the portal could do.
    """

    purpose: MeetingPurpose
    topic: str
    notice_id: UUID
    invitation: Offer | None = None
    reason: str = ""
    address: Sequence[str] = ()
    is_by_post: bool = False


@transaction.atomic
def send_summons(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    query: SlotQuery,
    starts: datetime.datetime,
    membership_id: UUID | None,
    call: Call,
    token: UUID | str,
) -> Summons:
    """Book the time, make the letter, put it into the postbox and let it be told; returns the summons.

    One has to come in person (§ 309 (1) SGB III). It follows an invitation that was reminded of and not answered, else
    ``call.reason`` says why it does not. The letter of somebody who wants no notices, or has kept an appointment
    confidential, goes by post. The same ``token``: once. Publishes ``summons.sent`` and ``appointment.changed``.

    Raises NotPermitted, ReasonMissing, NoticeChanged, SlotTaken, SlotNotOffered.
    """
    if actor.membership_id is None or not actor.is_staff or not may_arrange(actor, case, person):
        raise NotPermitted(case.pk)
    _check_invitation(person, call)
    notice = summons_notice(case)
    if notice.pk != call.notice_id:
        raise NoticeChanged
    appointment = book_for(
        actor=actor,
        case=case,
        person=person,
        query=query,
        starts=starts,
        membership_id=membership_id,
        channel=Channel.IN_PERSON,
        topic=call.topic,
        origin=Origin.SUMMONED,
        token=token,
    )
    known = Summons.objects.filter(appointment=appointment).first()
    if known is not None:
        return known
    appointment = Appointment.objects.select_related(
        "case", "person", "service", "membership__team", "office", "room"
    ).get(pk=appointment.pk)
    sent = send_letter(
        actor=actor,
        case=case,
        person=person,
        letter=_letter(appointment, facts_of(appointment, call, notice.body)),
        key=f"summons:{appointment.pk}",
        by_post=reason_for_post(person, is_by_post=call.is_by_post),
    )
    return keep_letter(
        actor,
        appointment,
        sent,
        SUMMONS_SENT,
        sent_by_id=actor.membership_id,
        invitation=call.invitation,
        reason=call.reason.strip(),
        purpose=call.purpose,
        legal_notice=notice.body,
        notice_version=notice,
    )


def keep_letter(actor: Actor, appointment: Appointment, sent: SentLetter, event: EventType, **facts: Any) -> Summons:
    """Write down a letter that lies in the postbox: what it names, who sent it and why (``facts``).

    Publishes ``summons.sent``, by which it is told or goes to the post. Call it in a transaction.
    """
    summons = Summons.objects.create(
        appointment=appointment,
        **named_in(appointment),
        message=sent.message,
        document=sent.document,
        sent_at=sent.message.created_at,
        by_post=sent.by_post,
        **facts,
    )
    record(actor, event, subject=summons, case_id=appointment.case_id)
    publish("summons.sent", summons.pk)
    return summons


@transaction.atomic
def record_summons_posted(*, actor: Actor, summons: Summons, on: datetime.date) -> None:
    """Write down on which day it was given to the post; again to correct the day.

    Raises NotPermitted; NotByPost for what the portal has told of, and for days before it was made or in the future.
    """
    appointment = summons.appointment
    if actor.membership_id is None or not may_arrange(actor, appointment.case, appointment.person):
        raise NotPermitted(appointment.case_id)
    locked = Summons.objects.select_for_update(of=("self",)).get(pk=summons.pk)
    goes_by_post = bool(locked.by_post) or has_come_back(locked)
    if not goes_by_post or not timezone.localdate(locked.sent_at) <= on <= timezone.localdate():
        raise NotByPost
    locked.posted_on = on
    locked.save(update_fields=["posted_on"])
    record(actor, SUMMONS_POSTED, subject=locked, case_id=appointment.case_id)


def reason_for_post(person: Person, *, is_by_post: bool = False) -> str:
    """Why the office itself does without an e-mail (`ByPost`); "": nothing speaks against one. One SQL.

    Whoever has kept their last appointment confidential is told of no other by e-mail, either.
    """
    if is_by_post:
        return ByPost.OFFICE
    last = Appointment.objects.filter(person=person, booked_at__isnull=False).exclude(origin=Origin.SUMMONED)
    is_confidential = last.order_by("-booked_at").values_list("is_confidential", flat=True).first()
    return ByPost.DISCREET if is_confidential else ""


def facts_of(appointment: Appointment, call: Call, notice: str) -> LetterFacts:
    """What stands in the letter besides the appointment. One SQL."""
    return LetterFacts(
        purpose=call.purpose,
        notice=notice,
        address=call.address,
        invited_at=call.invitation.sent_at if call.invitation is not None else None,
        reminded_at=call.invitation.reminded_at if call.invitation is not None else None,
        travel=travel_costs_of(appointment),
    )


def travel_costs_of(appointment: Appointment) -> str:
    """The jobcenter's own words on travel costs; "" for none. One SQL."""
    settings = AppointmentSettings.objects.filter(jobcenter_id=appointment.service.jobcenter_id).first()
    return settings.travel_costs if settings is not None else ""


def named_in(appointment: Appointment) -> dict[str, Any]:
    """What a letter about the appointment names, as fields of `Summons`; called off it names no way to meet."""
    is_off = appointment.status == AppointmentStatus.CANCELLED
    return {
        "period": appointment.period,
        "channel": "" if is_off else appointment.channel,
        "office": None if is_off else office_of(appointment),
    }


def _check_invitation(person: Person, call: Call) -> None:
    if call.invitation is not None and call.invitation.person_id != person.pk:
        raise NotPermitted(person.case_id)
    if not call.reason.strip() and (call.invitation is None or not is_unanswered(call.invitation)):
        raise ReasonMissing


def _letter(appointment: Appointment, facts: LetterFacts) -> OfficeLetter:
    with override(LANGUAGE):
        words = (
            _("Bitte kommen Sie persönlich zu einem Termin: %(when)s.") % {"when": when(appointment)},
            where(appointment),
            _(
                "Im angehängten Schreiben steht, worum es geht und was gilt, wenn Sie nicht kommen. "
                "Können Sie nicht kommen? Schreiben Sie uns hier gleich den Grund, oder rufen Sie an. "
                "Sie dürfen jemanden mitbringen."
            ),
        )
        subject = _("Aufforderung zu einem Termin")
    return OfficeLetter(
        pdf=letter_pdf(appointment, facts), name=FILE_NAME, subject=subject, body="\n\n".join(filter(None, words))
    )
