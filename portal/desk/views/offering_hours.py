"""When somebody has time, week by week: one's own hours; who leads sees to everybody's."""

import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from appointments import services
from appointments.models import OpeningRule
from appointments.permissions import may_change_rule
from appointments.selectors.setting_up import (
    channel_words,
    coming_in_rule,
    localdate_of,
    rooms_of_house,
    rules_of_house,
    services_of_house,
)
from portal.accounts.enums import Weekday
from portal.cases.enums import Language
from portal.cases.models import Actor
from portal.desk.forms.opening_rule import RuleForm
from portal.desk.views.offering_page import looker, offering_page, offices_of, own_hours
from portal.ui.formats import format_clock

TAB = "offering_hours"


@require_safe
def list_hours(request: HttpRequest) -> HttpResponse:
    """List everybody's hours that hold now or later."""
    actor = looker(request)
    rows = [_row(actor, rule) for rule in rules_of_house(actor, on=timezone.localdate())]
    return offering_page(
        request, actor, "desk/offering_hours.html", title=_("Sprechzeiten"), tab=TAB, context={"rows": rows}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_hours(request: HttpRequest) -> HttpResponse:
    """Enter when somebody has time."""
    return _edit(request, looker(request), None)


@require_http_methods(["GET", "HEAD", "POST"])
def change_hours(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change when somebody has time. What is agreed already stays as it is."""
    actor = looker(request)
    return _edit(request, actor, _changeable(actor, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def remove_hours(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what is still to come in these hours. POST: delete them, or let them end after the last of it."""
    actor = looker(request)
    rule = _changeable(actor, pk)
    coming = coming_in_rule(rule)
    last = localdate_of(coming[-1]) if coming else timezone.localdate()
    if request.method == "POST":
        return _remove(request, actor, rule, last)
    context = {
        "name": f"{rule.membership.display_name}, {_when(rule)}",
        "coming": len(coming),
        "back": reverse("desk:offering_hours"),
        "switch_words": _("Sie gelten dann bis zum %(day)s und danach nicht mehr.") % {"day": f"{last:%d.%m.%Y}"},
        "may_switch_off": True,
        "stays": True,
    }
    return offering_page(
        request, actor, "desk/offering_remove.html", title=_("Sprechzeit löschen"), tab=TAB, context=context
    )


def _remove(request: HttpRequest, actor: Actor, rule: OpeningRule, last: datetime.date) -> HttpResponse:
    if "switch_off" in request.POST:
        services.end_rule(actor=actor, rule=rule, last_day=last)
        messages.success(request, _("Gespeichert. Vereinbarte Termine bleiben."))
    else:
        services.remove_rule(actor=actor, rule=rule)
        messages.success(request, _("Gelöscht. Vereinbarte Termine bleiben."))
    return HttpResponseRedirect(reverse("desk:offering_hours"))


def _changeable(actor: Actor, pk: UUID) -> OpeningRule:
    """One that the actor may change; all others are not there."""
    found = OpeningRule.objects.filter(membership__jobcenter=actor.jobcenter_id).select_related("membership")
    rule = get_object_or_404(found, pk=pk)
    if not may_change_rule(actor, rule):
        raise Http404
    return rule


def _edit(request: HttpRequest, actor: Actor, rule: OpeningRule | None) -> HttpResponse:
    form = RuleForm(
        request.POST if request.method == "POST" else None,
        instance=rule or OpeningRule(),  # a new one begins with all ways
        initial={"membership": actor.membership_id} if rule is None else None,
        who=own_hours(actor),
        services=services_of_house(actor),
        rooms=rooms_of_house(actor).filter(is_active=True),
        offices=offices_of(actor),
    )
    if form.is_valid():
        chosen = list(form.cleaned_data["services"])
        services.save_rule(actor=actor, rule=form.save(commit=False), services=chosen)
        messages.success(request, _("Gespeichert. Was vereinbart ist, bleibt, wie es war."))
        return HttpResponseRedirect(reverse("desk:offering_hours"))
    context = {
        "form": form,
        "back": reverse("desk:offering_hours"),
        "back_words": _("Zu den Sprechzeiten"),
        "remove_url": reverse("desk:remove_hours", args=[rule.pk]) if rule else "",
    }
    title = _("Neue Sprechzeit") if rule is None else _("Sprechzeit ändern")
    return offering_page(request, actor, "desk/offering_form.html", title=title, tab=TAB, context=context)


def _row(actor: Actor, rule: OpeningRule) -> dict[str, Any]:
    spoken = [str(Language(code).label) for code in rule.languages if code in Language.values]
    return {
        "rule": rule,
        "when": _when(rule),
        "channels": channel_words(rule.channels),
        "services": ", ".join(service.name for service in rule.services.all()),
        "languages": ", ".join(spoken),
        "may_change": may_change_rule(actor, rule),
    }


def _when(rule: OpeningRule) -> str:
    """For example "Mo, Di, 9:00–12:00"."""
    days = ", ".join(str(Weekday(day).label)[:2] for day in sorted(rule.weekdays))
    return f"{days}, {format_clock(rule.starts)}–{format_clock(rule.ends)}"
