"""The working day of a caseworker: today's conversations on top, the week of one colleague or of the team below."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.selectors.reassigning import without_colleague
from appointments.selectors.summons import letters_to_replace, summonses_to_post
from portal.accounts.models import StaffMembership
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_list, note_seen_in_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.domain.week_grid import grid
from portal.desk.selectors.appointments import day_of, stood_in_for, weeks_of, without_outcome
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.appointment_access import PURPOSE
from portal.desk.views.appointment_rows import day_lines
from portal.desk.views.page import desk_page

WHO, WEEK = "wer", "woche"
TEAM = "team"
PER_PAGE = 50
WORKING_DAYS, ALL_DAYS = 5, 7
ONE_WEEK = datetime.timedelta(weeks=1)


@require_safe
def appointments(request: HttpRequest) -> HttpResponse:
    """Today, with what people need, and the week with what is free, held, agreed and over."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    note_list(actor=actor)
    today = timezone.localdate()
    colleagues = list(colleagues_of(actor))
    who, members = _chosen(request, actor, colleagues)
    monday = _monday(request, today)
    days = [monday + datetime.timedelta(days=number) for number in range(ALL_DAYS)]
    weeks = weeks_of(actor, members, days)
    if not any(week.days[number].entries for week in weeks for number in (WORKING_DAYS, ALL_DAYS - 1)):
        days = days[:WORKING_DAYS]
        for week in weeks:
            week.days = week.days[:WORKING_DAYS]
    deputised = stood_in_for(actor.membership_id, today) if who == str(actor.membership_id) else []
    lines = day_lines(day_of(actor, [*(each.pk for each in members), *deputised], today))
    note_seen_in_list(actor=actor, case_ids=[line.appointment.case_id for line in lines], shown=Shown.APPOINTMENTS)
    context: dict[str, Any] = {
        "today": today,
        "lines": lines,
        "is_several": who == TEAM or bool(deputised),
        "weeks": weeks,
        "days": days,
        "rows": grid([day.entries for day in weeks[0].days]) if who != TEAM and weeks else [],
        "is_team": who == TEAM,
        "who": who,
        "colleagues": colleagues,
        "own": str(actor.membership_id),
        "links": _links(who, monday, today),
        "last_day": days[-1],
        "open_outcomes": without_outcome(actor).count(),
        "to_reassign": without_colleague(actor).count(),
        "to_replace": letters_to_replace(actor).count(),
        "to_post": summonses_to_post(actor).count(),
    }
    return desk_page(request, "desk/appointments.html", title=_("Termine"), context=context)


@require_safe
def open_outcomes(request: HttpRequest) -> HttpResponse:
    """One's own talks that are over and of which nobody has entered how they went, the oldest first."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    note_list(actor=actor)
    page = Paginator(without_outcome(actor), PER_PAGE).get_page(request.GET.get("seite"))
    return desk_page(request, "desk/open_outcomes.html", title=_("Termine ohne Ergebnis"), context={"page": page})


def _chosen(request: HttpRequest, actor: Actor, colleagues: list[StaffMembership]) -> tuple[str, list[StaffMembership]]:
    """Whose week: one colleague of the house, the own team, else one's own."""
    wanted = request.GET.get(WHO, "")
    if wanted == TEAM and actor.team_id is not None:
        return TEAM, [each for each in colleagues if each.team_id == actor.team_id]
    found = next((each for each in colleagues if str(each.pk) == wanted), None)
    own = found or next((each for each in colleagues if each.pk == actor.membership_id), None)
    return (str(own.pk), [own]) if own is not None else ("", [])


def _monday(request: HttpRequest, today: datetime.date) -> datetime.date:
    """The Monday of the week that is asked for, by any day of it; of this week where that cannot be read."""
    try:
        day = parse_date(request.GET.get(WEEK, "")) or today
        return day - datetime.timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        return today - datetime.timedelta(days=today.weekday())


def _links(who: str, monday: datetime.date, today: datetime.date) -> dict[str, str]:
    """The weeks beside this one; "" beyond the calendar."""
    this = today - datetime.timedelta(days=today.weekday())
    links = {"today": _link(who, this), "before": "", "after": ""}
    for name, step in (("before", -ONE_WEEK), ("after", ONE_WEEK)):
        try:
            links[name] = _link(who, monday + step)
        except OverflowError:
            continue
    return links


def _link(who: str, monday: datetime.date) -> str:
    return f"{reverse('desk:appointments')}?{urlencode({WHO: who, WEEK: monday.isoformat()})}"
