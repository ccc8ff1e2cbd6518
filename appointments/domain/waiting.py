"""The waiting list: a time that becomes free is offered to who waits longest and whom it fits.

One offer at a time, held for two hours of daylight, at most three; then the next one is asked. Nobody has to answer:
without a word everything stays as it was.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, Func, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.booking import begin, new_appointment, take_time
from appointments.domain.for_whom import in_messages
from appointments.domain.needs import Needs
from appointments.domain.offer_content import SUBJECTS
from appointments.enums import (
    PERSON_OCCUPYING,
    AppointmentStatus,
    Change,
    Need,
    OfferKind,
    OfferStatus,
    Origin,
)
from appointments.errors import SlotNotOffered, SlotTaken
from appointments.events import OFFER_SENT
from appointments.models import Appointment, Offer, Service, WaitingEntry
from appointments.selectors.slots import Slot, SlotQuery, next_free
from mailbox.domain.posting import post_notice
from portal.audit.services import record
from portal.cases.domain.addressee import addressees
from portal.cases.models import system_actor
from portal.cases.selectors import representing
from portal.law.dates import BERLIN
from portal.notices.enums import Template
from portal.notices.services import reaches_person, send_reminder
from portal.outbox.services import publish
from portal.ui.formats import format_when

HELD_FOR: Final = timedelta(hours=2)
MOST_OFFERS: Final = 3
DAYLIGHT: Final = (time(8), time(20))  # the two hours are counted while people are up: an offer at night would be none
LANGUAGE: Final = "de"
_FREEING: Final = (Change.MOVED, Change.CANCELLED, Change.RELEASED)
_ASKED_AT_MOST: Final = 200  # people whom one free time is held against
_OFFERING: Final = system_actor("appointments.waiting")


def offer_freed(appointment: Appointment) -> list[Offer]:
    """Offer each time that this appointment has given up to who waits for one; returns the offers, often none."""
    return [offer for starts in _freed_times(appointment) if (offer := offer_time(appointment.service, starts))]


@transaction.atomic
def offer_time(service: Service, starts: datetime) -> Offer | None:
    """Offer a time at the jobcenter of ``service`` to who waits longest and whom it fits; None when there is nobody.

    Confidential appointments are left out, and people whom no notice reaches: they would find the offer too late. They
    see earlier times on the page of their appointment, like everybody (`earlier_time`).
    """
    until = held_until(timezone.now())
    if until >= starts:
        return None
    for entry in _waiting_for(service, starts):
        if not _can_come(entry.appointment, starts) or not reaches_person(person_id=entry.appointment.person_id):
            continue
        offer = _offer(entry, starts, until)
        if offer is not None:
            return offer
    return None


def held_until(now: datetime) -> datetime:
    """Until when a time is held that is offered now: two hours, counted from the next morning in the evening."""
    wall = now.astimezone(BERLIN)
    morning = datetime.combine(wall.date(), DAYLIGHT[0], BERLIN)
    if wall.time() < DAYLIGHT[0]:
        return morning + HELD_FOR
    if datetime.combine(wall.date(), DAYLIGHT[1], BERLIN) < wall + HELD_FOR:
        return morning + timedelta(days=1) + HELD_FOR
    return now + HELD_FOR


def earlier_time(appointment: Appointment) -> Slot | None:
    """The next free time that is earlier than this appointment's and fits it; None when there is none."""
    slot = next_free(query_for(appointment))
    return slot if slot is not None and slot.starts < appointment.period.lower else None


def query_for(appointment: Appointment) -> SlotQuery:
    """What another time for this appointment has to fulfil: the same matter and way, and what is needed."""
    needs = Needs.of(appointment.needs)
    return SlotQuery(
        service=appointment.service,
        channel=appointment.channel,
        language="" if Need.INTERPRETER in needs.needs else needs.language,
        step_free=Need.STEP_FREE in needs.needs,
        quiet=Need.QUIET_ROOM in needs.needs,
        membership_id=appointment.membership_id if Need.SAME_PERSON in needs.needs else None,
    )


def _freed_times(appointment: Appointment) -> Iterator[datetime]:
    steps = appointment.steps.filter(change__in=_FREEING).order_by("-at")
    is_agreed = appointment.status == AppointmentStatus.BOOKED
    now = timezone.now()
    for starts in dict.fromkeys(step.period.lower for step in steps):
        if starts > now and not (is_agreed and starts == appointment.period.lower):
            yield starts


def _waiting_for(service: Service, starts: datetime) -> QuerySet[WaitingEntry]:
    """Who waits for an earlier appointment at this jobcenter, would have one with this, and was not asked about it."""
    asked = Offer.objects.filter(replaces=OuterRef("appointment"), kind=OfferKind.EARLIER)
    about_this = asked.annotate(offered=Func(F("appointments__period"), function="lower")).filter(offered=starts)
    entries = WaitingEntry.objects.filter(
        ~Exists(asked.filter(status=OfferStatus.OPEN)),
        ~Exists(about_this),
        ended_at=None,
        offers_made__lt=MOST_OFFERS,
        appointment__status=AppointmentStatus.BOOKED,
        appointment__is_confidential=False,
        appointment__service__jobcenter=service.jobcenter_id,
    )
    later = entries.annotate(begins=Func(F("appointment__period"), function="lower")).filter(begins__gt=starts)
    loaded = later.select_related("appointment__service__jobcenter", "appointment__person", "appointment__case")
    return loaded.order_by("since", "pk")[:_ASKED_AT_MOST]


def _can_come(appointment: Appointment, starts: datetime) -> bool:
    """Whether the person has no other appointment then."""
    theirs = Appointment.objects.filter(person=appointment.person_id, status__in=PERSON_OCCUPYING)
    ends = starts + timedelta(minutes=appointment.service.minutes)
    return not theirs.exclude(pk=appointment.pk).filter(occupied__overlap=(starts, ends)).exists()


def _offer(entry: WaitingEntry, starts: datetime, until: datetime) -> Offer | None:
    former = entry.appointment

    def write(slot: Slot) -> Offer:
        offer = Offer.objects.create(
            kind=OfferKind.EARLIER,
            case_id=former.case_id,
            person_id=former.person_id,
            service=former.service,
            replaces=former,
            until=until,
        )
        offered = new_appointment(
            case_id=former.case_id,
            person_id=former.person_id,
            service=former.service,
            slot=slot,
            channel=former.channel,
            origin=Origin.PROPOSED,
            status=AppointmentStatus.OFFERED,
            offer=offer,
            held_until=until,
            topic=former.topic,
            needs=former.needs,
            phone=former.phone,
        )
        begin(offered, actor=_OFFERING, change=Change.OFFERED)
        return offer

    try:
        offer = take_time(query_for(former), starts, write)
    except (SlotTaken, SlotNotOffered):
        return None
    WaitingEntry.objects.filter(pk=entry.pk).update(offers_made=F("offers_made") + 1)
    _tell(offer, former, starts)
    record(_OFFERING, OFFER_SENT, subject=offer, case_id=offer.case_id)
    publish("appointment.offered", offer.pk)
    return offer


def _tell(offer: Offer, former: Appointment, starts: datetime) -> None:
    with override(LANGUAGE):
        facts = {
            "new": format_when(starts),
            "old": format_when(former.period.lower),
            "until": format_when(offer.until),
        }
        body = [
            *filter(None, [in_messages(former.person)]),
            _("Sie wollten einen früheren Termin. Jetzt ist einer frei: %(new)s.") % facts,
            _("Wir halten ihn für Sie frei bis %(until)s.") % facts,
            _("Sie möchten ihn? Öffnen Sie „Termine“ und nehmen Sie ihn an. Ihr Termin am %(old)s ist dann abgesagt.")
            % facts,
            _("Sie möchten ihn nicht? Dann müssen Sie nichts tun. Ihr Termin am %(old)s bleibt.") % facts,
        ]
        post_notice(
            case_id=offer.case_id,
            person_id=offer.person_id,
            subject=str(SUBJECTS[OfferKind.EARLIER]),
            body="\n\n".join(body),
            key=f"offer:{offer.pk}",
            is_announced=False,
        )
    told = addressees(representing(offer.person_id, offer.case_id))
    send_reminder(  # alone and at once: put together with other news it would come when the two hours are over
        person_id=offer.person_id,
        template=Template.APPOINTMENT_EARLIER,
        subject_id=offer.pk,
        occasion="offered",
        not_after=offer.until,
        representatives=[standing.user_id for standing in told.told if standing.user_id is not None],
        to_person=told.to_person,
    )
