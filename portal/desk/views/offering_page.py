"""What the pages of the offer share: who may open them, and the way from one to the next."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.permissions import may_change_hours, may_change_settings, may_set_up
from portal.accounts.models import Office, StaffMembership, Team
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.page import desk_page

PURPOSE = "offering"


def looker(request: HttpRequest) -> Actor:
    """Whoever works in the house may look."""
    return staff_actor_of(request, purpose=PURPOSE)


def lead(request: HttpRequest) -> Actor:
    """Services and rooms are for who leads; everybody else is refused in words."""
    actor = looker(request)
    if not may_set_up(actor):
        raise PermissionDenied
    return actor


def own_hours(actor: Actor) -> QuerySet[StaffMembership]:
    """Return whose hours the actor may change."""
    colleagues = colleagues_of(actor)
    return colleagues.filter(pk__in=[each.pk for each in colleagues if may_change_hours(actor, each)])


def offices_of(actor: Actor) -> QuerySet[Office]:
    """Return the buildings of the house."""
    return Office.objects.filter(jobcenter=actor.jobcenter_id)


def teams_of(actor: Actor) -> QuerySet[Team]:
    """Return the teams of the house."""
    return Team.objects.filter(jobcenter=actor.jobcenter_id)


def offering_page(
    request: HttpRequest, actor: Actor, template: str, *, title: str, tab: str, context: dict[str, Any]
) -> HttpResponse:
    """Render a page of the offer with the tabs the actor may use; 422 when a form in it was refused."""
    form = context.get("form")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if isinstance(form, BaseForm) and form.errors else HTTPStatus.OK
    shared = {"tabs": _tabs(actor, tab), "may_set_up": may_set_up(actor)}
    return desk_page(request, template, title=title, context={**shared, **context}, status=status)


def _tabs(actor: Actor, current: str) -> list[dict[str, Any]]:
    tabs = [("offering", _("Woche")), ("offering_hours", _("Sprechzeiten")), ("offering_exceptions", _("Ausnahmen"))]
    if may_set_up(actor):
        tabs += [("offering_services", _("Anliegen")), ("offering_rooms", _("Räume"))]
    if may_change_settings(actor):
        tabs.append(("offering_settings", _("Einstellungen")))
    return [{"url": reverse(f"desk:{name}"), "label": label, "is_current": name == current} for name, label in tabs]
