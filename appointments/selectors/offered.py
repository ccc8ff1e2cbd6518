"""What an office offers to people, and whom they know there."""

from uuid import UUID

from django.db.models import Q, QuerySet

from appointments.enums import AppointmentStatus, ServiceKind
from appointments.models import Appointment, OpeningRule, Service
from portal.accounts.models import Jobcenter
from portal.cases.models import Person


def services_of(jobcenter_id: UUID) -> QuerySet[Service]:
    """Return what the jobcenter offers now, with the teams that do it."""
    return Service.objects.filter(jobcenter_id=jobcenter_id, is_active=True).prefetch_related("teams")


def bookable_services(jobcenter_id: UUID) -> QuerySet[Service]:
    """Of these, what one can make an appointment for, or ask for one."""
    offered = services_of(jobcenter_id).exclude(kind=ServiceKind.DROP_IN)
    return offered.filter(Q(is_bookable=True) | Q(can_be_asked_for=True))


def drop_in_services(jobcenter_id: UUID) -> QuerySet[Service]:
    """Of these, what one comes for without an appointment."""
    return services_of(jobcenter_id).filter(kind=ServiceKind.DROP_IN)


def offering_jobcenters() -> QuerySet[Jobcenter]:
    """Return the jobcenters whose appointments can be booked here."""
    offered = Service.objects.filter(is_active=True, is_bookable=True).exclude(kind=ServiceKind.DROP_IN)
    return Jobcenter.objects.filter(is_active=True, pk__in=offered.values("jobcenter_id"))


def languages_of(jobcenter_id: UUID) -> frozenset[str]:
    """Return in which languages somebody there has time for appointments. One query."""
    rules = OpeningRule.objects.filter(membership__jobcenter_id=jobcenter_id).exclude(languages=[])
    return frozenset(code for codes in rules.values_list("languages", flat=True).distinct() for code in codes)


def last_colleague(person: Person) -> UUID | None:
    """Return with whom the person has talked last, or will next; None for nobody. One query."""
    kept = (AppointmentStatus.BOOKED, AppointmentStatus.ATTENDED)
    last = Appointment.objects.filter(person=person, status__in=kept).order_by("-period").first()
    return last.membership_id if last is not None else None
