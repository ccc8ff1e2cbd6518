"""Wishes for talks and calls as the office's work, and offers nobody has answered yet."""

from typing import Final, TypeVar
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from applications.models import Application
from appointments.enums import AppointmentStatus, OfferKind, OfferStatus, WishStatus
from appointments.models import Appointment, Offer, Summons, Wish
from appointments.selectors import offers_visible_to, wishes_visible_to
from portal.cases.models import Actor

Row = TypeVar("Row", Wish, Offer)
TEAM, ALL = "team", "all"
_ASKED: Final = (OfferKind.PROPOSAL, OfferKind.INVITATION)
_SETTLED: Final = (AppointmentStatus.BOOKED, AppointmentStatus.ATTENDED, AppointmentStatus.EXCUSED)


def waiting_wishes(actor: Actor, whose: str) -> QuerySet[Wish]:
    """Return the wishes that wait for the office, who waits longest first, with ``work_of`` (a team's id or None)."""
    found = wishes_visible_to(actor).filter(status=WishStatus.OPEN).annotate(work_of=_team("team_id"))
    return _of(actor, found, whose).select_related("team").order_by("created_at", "pk")


def unanswered_offers(actor: Actor, whose: str) -> QuerySet[Offer]:
    """Return proposals and invitations without an answer: whose time is over first, then by the day.

    One whose time is over goes off the list once something came after it: another offer, an appointment, a summons.
    """
    later = Offer.objects.filter(person=OuterRef("person"), sent_at__gt=OuterRef("sent_at")).exclude(
        status=OfferStatus.WITHDRAWN
    )
    met = Appointment.objects.filter(person=OuterRef("person"), booked_at__gt=OuterRef("sent_at"), status__in=_SETTLED)
    summoned = Summons.objects.filter(invitation=OuterRef("pk"))
    silent = Q(status=OfferStatus.LAPSED) & ~Exists(later) & ~Exists(met) & ~Exists(summoned)
    found = offers_visible_to(actor).filter(Q(status=OfferStatus.OPEN) | silent, kind__in=_ASKED)
    found = _of(actor, found.annotate(work_of=_team("sent_by__team_id")), whose)
    return found.select_related("sent_by", "wish").order_by("until", "pk")


def offers_of_person(actor: Actor, person_id: UUID) -> QuerySet[Offer]:
    """Return what was offered to one person, newest first."""
    return offers_visible_to(actor).filter(person_id=person_id).select_related("sent_by", "wish")


def _team(first: str) -> Coalesce:
    """Whose work it is: as it was given, else the case's team, else that of the latest application."""
    latest = Application.objects.filter(case=OuterRef("case")).order_by("-received_at", "-pk")
    return Coalesce(
        F(first), F("case__team_id"), Subquery(latest.values("team")[:1]), output_field=UUIDField(null=True)
    )


def _of(actor: Actor, found: QuerySet[Row], whose: str) -> QuerySet[Row]:
    """What is no team's is every team's: nobody waits unseen."""
    if whose == ALL or actor.team_id is None:
        return found
    return found.filter(Q(work_of=actor.team_id) | Q(work_of__isnull=True))
