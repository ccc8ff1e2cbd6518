"""The week of an office: who has time when."""

import datetime
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.selectors.week import Day, Stretch, hours_of, week_of
from portal.accounts.models import StaffMembership
from portal.cases.models import Actor
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.offering_page import looker, offering_page

EVERYBODY, TEAM = "alle", "team"
_ONE_WEEK = datetime.timedelta(weeks=1)


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Show one week, of the team, of everybody or of one colleague, as a table and, on small screens, by day."""
    actor = looker(request)
    colleagues = list(colleagues_of(actor))
    whose = _whose(request.GET.get("wer", ""), actor, colleagues)
    chosen = [each for each in colleagues if _is_chosen(each, whose, actor)]
    monday = _monday(request.GET.get("woche", ""))
    days = week_of(cast("UUID", actor.jobcenter_id), {each.pk: each.display_name for each in chosen}, monday)
    context = {
        "days": days,
        "hours": _rows(days),
        "whose": whose,
        "choices": _choices(actor, colleagues),
        "monday": monday,
        "last": days[-1].day,
        "before": monday - _ONE_WEEK,
        "after": monday + _ONE_WEEK,
        "number": monday.isocalendar().week,
        "today": timezone.localdate(),
    }
    return offering_page(
        request, actor, "desk/offering_week.html", title=_("Wer hat wann Zeit?"), tab="offering", context=context
    )


def _rows(days: list[Day]) -> list[dict[str, Any]]:
    return [
        {
            "label": _("%(hour)d Uhr") % {"hour": hour},
            "cells": [
                [{"stretch": each, "part": _part(each, hour)} for each in day.stretches if each.is_in(hour)]
                for day in days
            ],
        }
        for hour in hours_of(days)
    ]


def _part(stretch: Stretch, hour: int) -> str:
    """Which part of an hour somebody has time; "" for all of it."""
    words = []
    if stretch.begins.hour == hour and stretch.begins.minute:
        words.append(_("ab %(time)s") % {"time": f"{stretch.begins:%-H:%M}"})
    if stretch.ends.hour == hour and stretch.ends < datetime.time.max:
        words.append(_("bis %(time)s") % {"time": f"{stretch.ends:%-H:%M}"})
    return " ".join(words)


def _choices(actor: Actor, colleagues: list[StaffMembership]) -> list[tuple[str, str]]:
    team = [(TEAM, _("mein Team"))] if actor.team_id else []
    return [*team, (EVERYBODY, _("alle")), *((str(each.pk), each.display_name) for each in colleagues)]


def _whose(wanted: str, actor: Actor, colleagues: list[StaffMembership]) -> str:
    """What was chosen, if one can choose it; else the team, without a team everybody."""
    known = {value for value, _label in _choices(actor, colleagues)}
    if wanted in known:
        return wanted
    return TEAM if actor.team_id else EVERYBODY


def _is_chosen(membership: StaffMembership, whose: str, actor: Actor) -> bool:
    if whose == TEAM:
        return membership.team_id == actor.team_id
    return whose in {EVERYBODY, str(membership.pk)}


def _monday(text: str) -> datetime.date:
    """The Monday of the week of a day; of this week when the day cannot be read or is out of sight."""
    today = timezone.localdate()
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = today
    if abs(day.year - today.year) > 2:  # noqa: PLR2004 -- nobody plans further
        day = today
    return day - datetime.timedelta(days=day.weekday())
