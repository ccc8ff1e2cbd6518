"""What an office has set up for appointments, as its staff see it."""

import datetime
from typing import cast
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from appointments.enums import OCCUPYING, Channel
from appointments.models import Appointment, AppointmentSettings, CalendarException, OpeningRule, Room, Service
from appointments.selectors.timetable import BERLIN
from portal.cases.models import Actor


def services_of_house(actor: Actor) -> QuerySet[Service]:
    """Return the services of the actor's jobcenter with their teams and ``coming``: how many appointments are ahead."""
    coming = Count("appointments", filter=_coming(), distinct=True)
    return Service.objects.filter(jobcenter=actor.jobcenter_id).annotate(coming=coming).prefetch_related("teams")


def rooms_of_house(actor: Actor) -> QuerySet[Room]:
    """Return the rooms of the actor's jobcenter with their office and ``coming``."""
    coming = Count("appointments", filter=_coming(), distinct=True)
    found = Room.objects.filter(office__jobcenter=actor.jobcenter_id).annotate(coming=coming)
    return found.select_related("office").order_by("office__name", "name")


def rules_of_house(actor: Actor, *, on: datetime.date) -> QuerySet[OpeningRule]:
    """Return the opening hours of people of the actor's jobcenter that hold on a day or later, by person."""
    found = OpeningRule.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on), membership__jobcenter=actor.jobcenter_id
    )
    found = found.select_related("membership__team", "office", "room").prefetch_related("services")
    return found.order_by("membership__display_name", "membership_id", "first_day", "starts", "pk")


def exceptions_of_house(actor: Actor, *, since: datetime.datetime) -> QuerySet[CalendarException]:
    """Return the exceptions of people of the actor's jobcenter that are not over at ``since``, the next first."""
    found = CalendarException.objects.filter(membership__jobcenter=actor.jobcenter_id, period__endswith__gt=since)
    return found.select_related("membership", "like").order_by("period", "pk")


def settings_of_house(actor: Actor) -> AppointmentSettings:
    """Return the settings of the actor's jobcenter; not stored yet where there are none."""
    found = AppointmentSettings.objects.filter(jobcenter=actor.jobcenter_id).first()
    return found or AppointmentSettings(jobcenter_id=cast("UUID", actor.jobcenter_id))


def coming_in_rule(rule: OpeningRule) -> list[Appointment]:
    """Return what is still to come on days and in hours of an opening rule, earliest first. One SQL.

    They stay when the rule goes; who deletes it should know. A rule of every other week counts all its weekdays.
    """
    later = Appointment.objects.filter(
        membership=rule.membership_id, status__in=OCCUPYING, period__endswith__gt=timezone.now()
    )
    return [each for each in later.order_by("period") if _is_in(rule, _begins(each))]


def localdate_of(appointment: Appointment) -> datetime.date:
    """The local day of an appointment."""
    return _begins(appointment).date()


def coming_with(membership_id: UUID, begins: datetime.datetime, ends: datetime.datetime) -> int:
    """Return how many appointments of a person lie in a time. One SQL."""
    return Appointment.objects.filter(
        membership=membership_id, status__in=OCCUPYING, period__overlap=(begins, ends)
    ).count()


def channel_words(channels: list[str]) -> str:
    """The ways as one says them, in the order of the list of ways."""
    return ", ".join(str(channel.label) for channel in Channel if channel in channels)


def _begins(appointment: Appointment) -> datetime.datetime:
    return appointment.period.lower.astimezone(BERLIN)


def _coming() -> Q:
    return Q(appointments__status__in=OCCUPYING, appointments__period__endswith__gt=timezone.now())


def _is_in(rule: OpeningRule, local: datetime.datetime) -> bool:
    holds = rule.first_day <= local.date() and (rule.last_day is None or local.date() <= rule.last_day)
    return holds and local.weekday() in rule.weekdays and rule.starts <= local.time() < rule.ends
