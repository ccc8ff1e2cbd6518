"""What the office of a case offers for a talk."""

from django.db.models import QuerySet

from appointments.models import AppointmentSettings, Service
from portal.accounts.models import Jobcenter, LocalHoliday, Office
from portal.cases.models import Case
from portal.law.periods import SOMEWHERE, Place


def services_to_ask_for(case: Case) -> QuerySet[Service]:
    """Return the services that people may wish times for at the case's jobcenter, else at the only one there is."""
    offered = Service.objects.filter(is_active=True, can_be_asked_for=True).select_related("jobcenter")
    if case.jobcenter_id is not None:
        return offered.filter(jobcenter_id=case.jobcenter_id)
    active = list(Jobcenter.objects.filter(is_active=True).values_list("pk", flat=True)[:2])
    return offered.filter(jobcenter_id__in=active) if len(active) == 1 else offered.none()


def has_video(case: Case) -> bool:
    """Whether the case's jobcenter has a service for video. One SQL."""
    if case.jobcenter_id is None:
        return False
    return AppointmentSettings.objects.filter(pk=case.jobcenter_id).exclude(video_provider="").exists()


def office_of(case: Case) -> Office | None:
    """Return where the case's team sits, else the main office of its jobcenter. One SQL at most."""
    if case.team is not None and case.team.office is not None:
        return case.team.office
    if case.jobcenter_id is None:
        return Office.objects.filter(jobcenter__is_default=True).first()
    return Office.objects.filter(jobcenter_id=case.jobcenter_id).first()


def holidays_of(case: Case) -> Place:
    """Return whose holidays count for the case. One SQL."""
    jobcenter = case.jobcenter
    if jobcenter is None:
        return SOMEWHERE
    local = LocalHoliday.objects.filter(jobcenter=jobcenter).values_list("day", flat=True)
    return Place.of(jobcenter.land, list(local))
