"""Say what an office offers: services, rooms, who has time when. Appointments that exist already never change by it."""

import datetime
from collections.abc import Collection

from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from appointments.errors import ExceptionOverlaps, InUse, NameInUse
from appointments.events import OFFERING_CHANGED, OFFERING_REMOVED
from appointments.models import AppointmentSettings, CalendarException, OpeningRule, Room, Service
from appointments.permissions import may_change_hours, may_change_rule, may_change_settings, may_set_up
from portal.accounts.models import Team
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor


@transaction.atomic
def save_service(*, actor: Actor, service: Service, teams: Collection[Team]) -> Service:
    """Store a service of the actor's jobcenter, new or changed. Raises NotPermitted, also for teams of others, and
    NameInUse.
    """
    _require(may_set_up(actor) and service.jobcenter_id == actor.jobcenter_id)
    _require(all(team.jobcenter_id == service.jobcenter_id for team in teams))
    _store(service, NameInUse)
    service.teams.set(teams)
    record(actor, OFFERING_CHANGED, subject=service)
    return service


@transaction.atomic
def remove_service(*, actor: Actor, service: Service) -> None:
    """Delete a service that was never used. Raises NotPermitted, and InUse when something hangs on it."""
    _require(may_set_up(actor) and service.jobcenter_id == actor.jobcenter_id)
    _remove(actor, service)


@transaction.atomic
def save_room(*, actor: Actor, room: Room) -> Room:
    """Store a room of an office of the actor's jobcenter. Raises NotPermitted, NameInUse."""
    _require(may_set_up(actor) and room.office.jobcenter_id == actor.jobcenter_id)
    _store(room, NameInUse)
    record(actor, OFFERING_CHANGED, subject=room)
    return room


@transaction.atomic
def remove_room(*, actor: Actor, room: Room) -> None:
    """Delete a room that was never used. Raises NotPermitted, and InUse when an appointment is or was in it."""
    _require(may_set_up(actor) and room.office.jobcenter_id == actor.jobcenter_id)
    _remove(actor, room)


@transaction.atomic
def save_rule(*, actor: Actor, rule: OpeningRule, services: Collection[Service]) -> OpeningRule:
    """Store when somebody has time. Raises NotPermitted, also for services, a room or an office of another house."""
    _require(may_change_rule(actor, rule))
    house = rule.membership.jobcenter_id
    _require(all(service.jobcenter_id == house for service in services))
    _require(rule.office is None or rule.office.jobcenter_id == house)
    _require(rule.room is None or rule.room.office.jobcenter_id == house)
    rule.save()
    rule.services.set(services)
    record(actor, OFFERING_CHANGED, subject=rule)
    return rule


@transaction.atomic
def end_rule(*, actor: Actor, rule: OpeningRule, last_day: datetime.date) -> None:
    """Let an opening rule hold until ``last_day`` and no longer. Raises NotPermitted.

    One that would end before it begins is deleted.
    """
    _require(may_change_rule(actor, rule))
    if last_day < rule.first_day:
        _remove(actor, rule)
        return
    rule.last_day = last_day
    rule.save(update_fields=["last_day"])
    record(actor, OFFERING_CHANGED, subject=rule)


@transaction.atomic
def remove_rule(*, actor: Actor, rule: OpeningRule) -> None:
    """Delete an opening rule with the additional times that are like it. What is agreed stays. Raises NotPermitted."""
    _require(may_change_rule(actor, rule))
    _remove(actor, rule)


@transaction.atomic
def save_exception(*, actor: Actor, exception: CalendarException) -> CalendarException:
    """Store a time without, or with more, appointments. Raises NotPermitted, and ExceptionOverlaps for a second one of
    its kind at the same time.
    """
    _require(may_change_hours(actor, exception.membership))
    _require(exception.like is None or exception.like.membership_id == exception.membership_id)
    _store(exception, ExceptionOverlaps)
    record(actor, OFFERING_CHANGED, subject=exception)
    return exception


@transaction.atomic
def remove_exception(*, actor: Actor, exception: CalendarException) -> None:
    """Take an exception back. Raises NotPermitted."""
    _require(may_change_hours(actor, exception.membership))
    _remove(actor, exception)


@transaction.atomic
def save_settings(*, actor: Actor, settings: AppointmentSettings) -> None:
    """Store what holds for all appointments of the actor's jobcenter. Raises NotPermitted.

    The event says that it was changed and nothing of the key.
    """
    _require(may_change_settings(actor) and settings.jobcenter_id == actor.jobcenter_id)
    settings.save()
    record(actor, OFFERING_CHANGED, subject=settings)


def _require(allowed: bool) -> None:  # noqa: FBT001 -- reads like a sentence
    if not allowed:
        raise NotPermitted(None)


def _store(row: models.Model, refused: type[Exception]) -> None:
    """Save; what a constraint of the database says against it is ``refused``."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise refused from None


def _remove(actor: Actor, row: models.Model) -> None:
    try:
        with transaction.atomic():
            record(actor, OFFERING_REMOVED, subject=row)
            row.delete()
    except ProtectedError:
        raise InUse from None
