"""Reads of summonses, and of what a summons has to follow."""

from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet
from django.utils import timezone

from appointments.enums import AppointmentStatus, Channel, OfferKind, OfferStatus
from appointments.models import Offer, Summons
from appointments.selectors.appointment import appointments_visible_to
from portal.cases.models import Actor, Person
from portal.notices.enums import Template
from portal.notices.models import Dispatch


def summonses_visible_to(actor: Actor) -> QuerySet[Summons]:
    """Return the summonses of the appointments that ``actor`` may see, with what pages say of them; newest first."""
    seen = Summons.objects.filter(appointment__in=appointments_visible_to(actor).values("pk"))
    return seen.select_related(
        "appointment__case",
        "appointment__person",
        "appointment__membership__team__office",
        "appointment__office",
        "appointment__service",
        "office",
        "document__stored",
        "message__thread",
        "sent_by",
        "invitation",
    )


def summonses_to_post(actor: Actor) -> QuerySet[Summons]:
    """Return what has to go by post and has not, the oldest first; for everybody but staff nothing.

    Among them (``came_back``) those whose notice the mail server took and later sent back. What another letter has
    replaced need not go any more, and what names something else than holds must not (`letters_to_replace`).
    """
    if not actor.is_staff:
        return Summons.objects.none()
    last = summonses_visible_to(actor).filter(posted_on__isnull=True, replaced_by__isnull=True)
    waiting = last.annotate(came_back=Exists(_returned()))
    to_post = waiting.filter(~Q(by_post="") | Q(came_back=True)).exclude(pk__in=letters_to_replace(actor).values("pk"))
    return to_post.order_by("sent_at", "pk")


def letters_to_replace(actor: Actor) -> QuerySet[Summons]:
    """Return the last letters that name something else than holds, as long as it is not over, the soonest first.

    The same as `appointments.domain.letters.differences`, in SQL; for everybody but staff nothing.
    """
    if not actor.is_staff:
        return Summons.objects.none()
    holds, named = Func(F("appointment__period"), function="lower"), Func(F("period"), function="lower")
    last = summonses_visible_to(actor).filter(replaced_by__isnull=True).exclude(channel="")
    dated = last.annotate(starts_at=holds, named_at=named)
    both_known = Q(channel=Channel.IN_PERSON, office__isnull=False, appointment__office__isnull=False)
    is_elsewhere = both_known & ~Q(office=F("appointment__office"))
    is_other = ~Q(starts_at=F("named_at")) | ~Q(channel=F("appointment__channel")) | is_elsewhere
    is_over = Q(appointment__status=AppointmentStatus.CANCELLED, named_at__gt=timezone.now())
    is_moved = Q(appointment__status=AppointmentStatus.BOOKED, starts_at__gt=timezone.now()) & is_other
    return dated.filter(is_over | is_moved).order_by("starts_at", "pk")


def has_come_back(summons: Summons) -> bool:
    """Whether a notice of it was taken by the mail server and came back later. One SQL."""
    return Summons.objects.filter(Exists(_returned()), pk=summons.pk).exists()


def invitations_of(person: Person) -> QuerySet[Offer]:
    """Return the invitations to this person, newest first."""
    return Offer.objects.filter(person=person, kind=OfferKind.INVITATION).select_related("service")


def is_unanswered(invitation: Offer) -> bool:
    """Whether an invitation was reminded of and nobody has answered until its end: then a summons may follow."""
    is_over = invitation.status == OfferStatus.LAPSED or (
        invitation.status == OfferStatus.OPEN and invitation.until <= timezone.now()
    )
    return is_over and invitation.reminded_at is not None


def _returned() -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(subject_id=OuterRef("pk"), template=Template.NEW_DECISION, returned_at__isnull=False)
