"""Coming appointments whose colleague will not be there: gone, blocked, or away on that day."""

from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone

from appointments.enums import AppointmentStatus
from appointments.models import Appointment
from appointments.selectors.appointment import appointments_visible_to
from portal.accounts.models import Absence
from portal.cases.models import Actor


def without_colleague(actor: Actor) -> QuerySet[Appointment]:
    """Return the booked, coming appointments of the house whose colleague is not there then, earliest first.

    For everybody but staff nothing. Each comes with the colleague's account.
    """
    if not actor.is_staff:
        return Appointment.objects.none()
    starts = Func(F("period"), function="lower")
    local = Func(Value("Europe/Berlin"), starts, function="timezone")
    found = appointments_visible_to(actor).filter(status=AppointmentStatus.BOOKED)
    dated = found.annotate(starts_at=starts, day=Cast(local, DateField()))
    away = Absence.objects.filter(
        membership=OuterRef("membership"), first_day__lte=OuterRef("day"), last_day__gte=OuterRef("day")
    )
    gone = Q(membership__valid_to__lt=F("day")) | Q(membership__valid_from__gt=F("day"))
    is_not_there = Q(membership__user__is_active=False) | gone | Q(Exists(away))
    coming = dated.filter(is_not_there, starts_at__gt=timezone.now())
    return coming.select_related("membership__user", "membership__jobcenter").order_by("starts_at", "pk")
