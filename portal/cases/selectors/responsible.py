"""Whom a person turns to at the office: team, name, phone, hours; who stands in while somebody is away."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from msgspec import Struct

from portal.accounts.models import Absence, Office, StaffMembership, Team
from portal.accounts.selectors import describe_opening_hours, office_for_page
from portal.accounts.selectors.office import phone_uri
from portal.cases.models import Case
from portal.law.periods import Place, next_working_day


class Responsible(Struct, frozen=True, kw_only=True):
    """Whom to turn to, detached from the database. ``name`` is "" when it is nobody in particular.

    ``away_until`` and ``back_on`` (the next working day) while that person is away; ``deputy`` who stands in, "" when
    nobody was named or they are away, too: then it is the team.
    """

    jobcenter: str
    team: str
    name: str
    phone: str
    hours: tuple[str, ...]
    away_until: datetime.date | None = None
    back_on: datetime.date | None = None
    deputy: str = ""
    deputy_phone: str = ""

    @property
    def phone_uri(self) -> str:
        """The number for a tap."""
        return phone_uri(self.phone)

    @property
    def deputy_phone_uri(self) -> str:
        """The same of who stands in."""
        return phone_uri(self.deputy_phone)


def responsible_for(case: Case, *, team_id: UUID | None = None, on: datetime.date | None = None) -> Responsible | None:
    """Return whom the person of a case turns to on a day (today). Five SQL at most.

    ``team_id``: whose work the conversation is, when that is not the case's team; the responsible person is named only
    where they belong to it. Without a jobcenter it is the office that pages show; None when there is none at all.
    """
    jobcenter_id = case.jobcenter_id
    if jobcenter_id is None:
        return _of_default_office()
    today = on or timezone.localdate()
    who = _responsible(case.responsible_id, jobcenter_id, today)
    team = _team(team_id, jobcenter_id)
    if team is not None and who is not None and who.team_id != team.pk:
        who = None
    team = team or (who.team if who is not None and who.team is not None else case.team)
    office = _office(jobcenter_id, team)
    jobcenter = case.jobcenter
    phones = (who.phone if who else "", team.phone if team else "", office.phone if office else "")
    shown = Responsible(
        jobcenter=jobcenter.name if jobcenter else "",
        team=team.name if team else "",
        name=who.display_name if who else "",
        phone=next(filter(None, phones), jobcenter.phone if jobcenter else ""),
        hours=_hours(who, office),
    )
    return _with_absence(shown, who, today) if who else shown


def _responsible(membership_id: UUID | None, jobcenter_id: UUID, today: datetime.date) -> StaffMembership | None:
    if membership_id is None:
        return None
    current = StaffMembership.objects.valid_on(today).filter(user__is_active=True, jobcenter_id=jobcenter_id)
    return current.select_related("team__office", "jobcenter").filter(pk=membership_id).first()


def _team(team_id: UUID | None, jobcenter_id: UUID) -> Team | None:
    """The team of a conversation, as long as the case is at its jobcenter."""
    if team_id is None:
        return None
    return Team.objects.select_related("office").filter(pk=team_id, jobcenter_id=jobcenter_id).first()


def _office(jobcenter_id: UUID, team: Team | None) -> Office | None:
    if team is not None and team.office is not None:
        return team.office
    return Office.objects.filter(jobcenter_id=jobcenter_id).first()  # the main office sorts first


def _hours(who: StaffMembership | None, office: Office | None) -> tuple[str, ...]:
    if who is not None and who.reachable:
        return (who.reachable,)
    return describe_opening_hours(office.opening_hours) if office is not None else ()


def _of_default_office() -> Responsible | None:
    card = office_for_page(None)
    if card is None:
        return None
    return Responsible(jobcenter=card.jobcenter_name, team="", name="", phone=card.phone, hours=card.hours)


def _with_absence(shown: Responsible, who: StaffMembership, today: datetime.date) -> Responsible:
    """Absences that follow each other without a working day between them are one."""
    away = Absence.objects.filter(membership=OuterRef("deputy"), first_day__lte=today, last_day__gte=today)
    coming = Absence.objects.filter(membership=who, last_day__gte=today).select_related("deputy__team")
    planned = list(coming.annotate(deputy_is_away=Exists(away)).order_by("first_day", "last_day"))
    now = next((each for each in planned if each.first_day <= today), None)
    if now is None:
        return shown
    place = Place.of(who.jobcenter.land, who.jobcenter.local_holidays.values_list("day", flat=True))
    until = _last_day(now.last_day, planned, place)
    deputy = None if now.deputy is None or now.deputy_is_away else now.deputy
    return Responsible(
        jobcenter=shown.jobcenter,
        team=shown.team,
        name=shown.name,
        phone=shown.phone,
        hours=shown.hours,
        away_until=until,
        back_on=_back_after(until, place),
        deputy=deputy.display_name if deputy else "",
        deputy_phone=(deputy.phone or (deputy.team.phone if deputy.team else "")) if deputy else "",
    )


def _last_day(until: datetime.date, planned: Iterable[Absence], place: Place) -> datetime.date:
    for absence in planned:
        if absence.first_day <= _back_after(until, place):
            until = max(until, absence.last_day)
    return until


def _back_after(until: datetime.date, place: Place) -> datetime.date:
    return next_working_day(until + datetime.timedelta(days=1), place)
