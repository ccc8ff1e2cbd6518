"""The forms as people will see them, in any version of the local settings: to be looked at, never to be sent."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from msgspec import Struct

from applications.catalogue.compose import UnknownForm, compose, current_forms, current_version, overlaid
from applications.catalogue.outline import OutlinePage, outline
from applications.catalogue.structure import ApplicationType
from applications.enums import LocalFormState
from applications.forms.step import form_class
from applications.models import LocalForm, LocalSettings
from applications.selectors.local_settings import (
    local_settings_visible_to,
    overlay_of,
    settings_in_force,
    switches_of,
)
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.desk.views.page import desk_page
from portal.ui.formats import format_date

PURPOSE = "form_preview"
NO_VERSION = "ohne"  # in addresses: the form as the portal has it


class Link(Struct, frozen=True):
    """Something to lead to."""

    title: str
    url: str
    state: str = ""
    is_chosen: bool = False


@require_safe
def list_forms(request: HttpRequest) -> HttpResponse:
    """All forms in one version, that in force if the address names none, and the other versions of the house."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    today = timezone.localdate()
    in_force = settings_in_force(actor.jobcenter_id, today) if actor.jobcenter_id else None
    wanted = request.GET.get("fassung", "")
    chosen = _version(actor, wanted) if wanted else in_force
    switches = switches_of(chosen) if chosen else {}
    key = chosen.key if chosen else NO_VERSION
    versions = [
        Link(str(each), f"{reverse('desk:forms')}?fassung={each.key}", _state(each, in_force, today), each == chosen)
        for each in local_settings_visible_to(actor)
    ]
    plain = Link(_("Ohne örtliche Einstellungen"), f"{reverse('desk:forms')}?fassung={NO_VERSION}", "", chosen is None)
    forms = [
        Link(str(form.title), reverse("desk:form", args=[key, form.key]), _offered(switches.get(form.key)))
        for form in current_forms()
    ]
    context = {"versions": [*versions, plain], "forms": forms, "chosen": chosen, "has_versions": bool(versions)}
    return desk_page(request, "desk/forms.html", title=_("Formulare"), context=context)


@require_safe
def show_form(request: HttpRequest, version: str, form_key: str) -> HttpResponse:
    """Every section, page and question of a form, with what the jobcenter adds."""
    settings, form = _found(request, version, form_key)
    sections = [
        {"section": section, "pages": [{"page": page, "url": _page_url(version, form, page)} for page in pages]}
        for section, pages in groupby(outline(form), key=lambda page: page.section)
    ]
    context = {"shown": form, "sections": sections, "settings": settings, "back_url": _list_url(version)}
    return desk_page(request, "desk/form.html", title=str(form.title), context=context)


@require_safe
def show_page(request: HttpRequest, version: str, form_key: str, step: str) -> HttpResponse:
    """One page with its fields as people see them. Nothing can be typed, kept or sent."""
    _settings, form = _found(request, version, form_key)
    pages = outline(form)
    number = next((number for number, page in enumerate(pages) if page.slug == step), None)
    if number is None:
        raise Http404
    here, example = pages[number], form.read({"you": {"first_name": _("Lea"), "last_name": _("Beispiel")}})
    context: dict[str, Any] = {
        "here": here,
        "heading": _heading(here),
        "form": form_class(here.step)(people=form.names(example), answers=example),
        "papers": form.papers,
        "shown": form,
        "number": number + 1,
        "count": len(pages),
        "position": {"number": 1 + sum(page.section is here.section for page in pages[:number])},  # as in the wizard
        "outline_url": reverse("desk:form", args=[version, form.key]),
        "back_url": _page_url(version, form, pages[number - 1]) if number else "",
        "next_url": _page_url(version, form, pages[number + 1]) if number + 1 < len(pages) else "",
    }
    response = render(request, "desk/form_page.html", context)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def _found(request: HttpRequest, version: str, form_key: str) -> tuple[LocalSettings | None, ApplicationType]:
    """The version and the form with it; 404 for those of other houses and for unknown ones."""
    settings = _version(staff_actor_of(request, purpose=PURPOSE), version)
    try:
        form = compose(form_key, current_version(form_key))
    except UnknownForm:
        raise Http404 from None
    return settings, overlaid(form, overlay_of(settings, form_key)) if settings else form


def _version(actor: Actor, key: str) -> LocalSettings | None:
    if key == NO_VERSION:
        return None
    found = local_settings_visible_to(actor).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def _state(settings: LocalSettings, in_force: LocalSettings | None, today: date) -> str:
    """Where a version stands."""
    if not settings.is_published:
        return _("in Arbeit")
    if settings == in_force:
        return _("gilt seit %(day)s") % {"day": format_date(settings.valid_from)}
    if settings.valid_from > today:
        return _("gilt ab %(day)s") % {"day": format_date(settings.valid_from)}
    return _("abgelöst")


def _offered(switch: LocalForm | None) -> str:
    """To whom a form is offered."""
    if switch is None:
        return _("für alle")
    if switch.state == LocalFormState.OFF:
        return _("abgeschaltet")
    return _("Erprobung: %(teams)s") % {"teams": ", ".join(team.name for team in switch.teams.all())}


def _heading(page: OutlinePage) -> str:
    """The heading, with an invented name where pages are about somebody or something."""
    named = str(page.step.named)
    return named % {"name": _("Lea Beispiel")} if named else str(page.step.title)


def _page_url(version: str, form: ApplicationType, page: OutlinePage) -> str:
    return reverse("desk:form_page", args=[version, form.key, page.slug])


def _list_url(version: str) -> str:
    return f"{reverse('desk:forms')}?fassung={version}"
