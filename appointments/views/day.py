"""The page of one appointment: when, where, with whom, what to bring, and what can be changed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.domain.letters import calls_to, letter_in_words
from appointments.domain.needs import Needs
from appointments.domain.words import office_of
from appointments.enums import AppointmentStatus, Change, Channel
from appointments.models import Appointment, AppointmentStep
from appointments.selectors.day_page import settings_of
from appointments.selectors.receipt_by_link import receipt_by_link
from appointments.views.finding import OfAppointment, can_change
from appointments.views.picker import ways_of
from portal.accounts.selectors.office import phone_uri
from portal.cases.enums import ACTING_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor
from portal.law.dates import day_of
from portal.submissions.selectors import submissions_visible_to

# What a person reads of the history; the rest is the office's own bookkeeping.
TOLD: Final = frozenset(
    {
        Change.BOOKED,
        Change.MOVED,
        Change.CHANNEL,
        Change.NEEDS,
        Change.REASSIGNED,
        Change.CANCELLED,
        Change.REASON,
        Change.OUTCOME,
    }
)


class Happened(Struct, frozen=True, kw_only=True):
    """One step of the history. ``former``: the time it was moved away from. ``receipt``: what the actor may open."""

    at: datetime
    what: str
    by: str
    former: DateTimeTZRange | None = None
    reason: str = ""
    reference: str = ""
    receipt: UUID | None = None


class DayView(OfAppointment):
    """GET: everything about it. By link without what the person has said in confidence."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page; who looks is written down."""
        context = day_context(self.actor, self.appointment, is_by_link=self.is_by_link)
        return self.shown(request, "day", receipt=receipt_by_link(self.actor, self.appointment), **context)


def day_context(actor: Actor, appointment: Appointment, *, is_by_link: bool = False) -> dict[str, Any]:
    """What the page says about the appointment. Four queries at most, however long its history."""
    now = timezone.now()
    office = office_of(appointment)
    settings = settings_of(appointment)
    is_open = appointment.status == AppointmentStatus.BOOKED
    entry = getattr(appointment, "waiting_entry", None)
    phone = phone_of(appointment, office)
    return {
        "place": office,
        "phone": phone,
        "phone_uri": phone_uri(phone),
        "is_open": is_open and appointment.period.upper > now,
        "is_today": is_open and day_of(appointment.period.lower) == day_of(now),
        "may_change": can_change(appointment),
        "other_way": other_way(appointment) if can_change(appointment) else "",
        "may_name_reason": appointment.status == AppointmentStatus.MISSED and not is_by_link,
        "is_in_person": appointment.channel == Channel.IN_PERSON,
        "is_on_phone": appointment.channel == Channel.PHONE,
        "is_video": appointment.channel == Channel.VIDEO,
        "needs": () if is_by_link else Needs.of(appointment.needs).in_words(),
        "waits": entry is not None and entry.ended_at is None,
        "travel_costs": settings.travel_costs if settings is not None else "",
        "summons": appointment.summons if calls_to(appointment) else None,
        "letter": appointment.summons,
        "letter_differs": _letter_differs(appointment, now),
        "history": list(_history(actor, appointment, is_by_link=is_by_link)),
    }


def _letter_differs(appointment: Appointment, now: datetime) -> str:
    """What the last letter still names, as long as somebody could go by it."""
    letter = appointment.summons
    if letter is None or max(letter.period.upper, appointment.period.upper) <= now:
        return ""
    is_told = appointment.status in {AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED}
    return letter_in_words(appointment, letter) if is_told else ""


def other_way(appointment: Appointment) -> str:
    """What the link to another way is called; "" when there is none. One query at most."""
    ways = set(ways_of(appointment.service)) - {appointment.channel}
    if appointment.channel != Channel.IN_PERSON:
        return _("Anderer Weg, andere Nummer") if ways or appointment.channel == Channel.PHONE else ""
    if not ways:
        return ""
    return {
        frozenset({Channel.PHONE}): _("Lieber am Telefon"),
        frozenset({Channel.VIDEO}): _("Lieber per Video"),
    }.get(frozenset(Channel(way) for way in ways), _("Lieber am Telefon oder per Video"))


def phone_of(appointment: Appointment, office: Any) -> str:
    """Whom to call about it: who it is with, else their team, else the house."""
    who, jobcenter = appointment.membership, appointment.case.jobcenter
    numbers = (
        who.phone,
        who.team.phone if who.team is not None else "",
        office.phone if office is not None else "",
        jobcenter.phone if jobcenter is not None else "",
    )
    return next(filter(None, numbers), "")


def _history(actor: Actor, appointment: Appointment, *, is_by_link: bool) -> Iterator[Happened]:
    steps = [step for step in appointment.steps.all() if step.change in TOLD]
    wanted = [step.submission_id for step in steps if step.submission_id is not None and not is_by_link]
    receipts = submissions_visible_to(actor).filter(pk__in=wanted)
    may_open = frozenset(receipts.values_list("pk", flat=True)) if wanted else frozenset()
    for step in reversed(steps):
        is_own = step.actor_role not in STAFF_ROLES
        yield Happened(
            at=step.at,
            what=_what(step),
            by=_by(actor, Role(step.actor_role)),
            former=step.period if step.change == Change.MOVED else None,
            reason=step.reason if is_own and not is_by_link else "",
            reference=step.submission.reference if step.submission is not None else "",
            receipt=step.submission_id if step.submission_id in may_open else None,
        )


def _what(step: AppointmentStep) -> str:
    if step.change == Change.OUTCOME and step.to_status == AppointmentStatus.ATTENDED:
        return _("Termin hat stattgefunden")
    if step.change == Change.OUTCOME:
        return _("Termin hat nicht stattgefunden")
    return str(Change(step.change).label)


def _by(actor: Actor, role: Role) -> str:
    """Who took a step, as the actor reads it. Nobody is named."""
    if role in STAFF_ROLES:
        return _("vom Jobcenter")
    if role is Role.SYSTEM:
        return _("automatisch")
    if role in ACTING_ROLES:
        return _("für die Person") if actor.acting_for is not None else _("von jemandem, der Ihnen hilft")
    return _("von der Person selbst") if actor.acting_for is not None else _("von Ihnen")
