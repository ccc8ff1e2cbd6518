"""Coming appointments and offered times whose colleague will not be there: gone, blocked, or away on that day."""

from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone

from appointments.enums import AppointmentStatus, OfferStatus
from appointments.models import Appointment
from appointments.selectors.appointment import appointments_visible_to
from portal.accounts.models import Absence
from portal.cases.models import Actor


def without_colleague(actor: Actor) -> QuerySet[Appointment]:
    """Return what is agreed or offered in the house at a time when its colleague is not there, earliest first.

    An offered time as long as somebody can still choose it. For everybody but staff nothing. Each comes with the
    colleague's account and its offer.
    """
    if not actor.is_staff:
        return Appointment.objects.none()
    starts = Func(F("period"), function="lower")
    local = Func(Value("Europe/Berlin"), starts, function="timezone")
    now = timezone.now()
    can_be_chosen = Q(status=AppointmentStatus.OFFERED, offer__status=OfferStatus.OPEN, held_until__gt=now)
    found = appointments_visible_to(actor).filter(Q(status=AppointmentStatus.BOOKED) | can_be_chosen)
    dated = found.annotate(starts_at=starts, day=Cast(local, DateField()))
    away = Absence.objects.filter(
        membership=OuterRef("membership"), first_day__lte=OuterRef("day"), last_day__gte=OuterRef("day")
    )
    gone = Q(membership__valid_to__lt=F("day")) | Q(membership__valid_from__gt=F("day"))
    is_not_there = Q(membership__user__is_active=False) | gone | Q(Exists(away))
    coming = dated.filter(is_not_there, starts_at__gt=now)
    return coming.select_related(
        "membership__user",
        "membership__jobcenter",
        "offer__case",
        "offer__person",
        "offer__wish",
        "offer__replaces",
    ).order_by("starts_at", "pk")
