"""The services of a house: what people can come for."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from appointments import services
from appointments.errors import InUse, NameInUse
from appointments.models import Service
from appointments.selectors.setting_up import channel_words, services_of_house
from portal.cases.models import Actor
from portal.desk.forms.offering_setup import ServiceForm
from portal.desk.views.offering_page import lead, offering_page, teams_of

TAB = "offering_services"


@require_safe
def list_services(request: HttpRequest) -> HttpResponse:
    """List the services of the house, those that are switched off included."""
    actor = lead(request)
    rows = [
        {"service": each, "channels": channel_words(each.channels), "teams": ", ".join(map(str, each.teams.all()))}
        for each in services_of_house(actor)
    ]
    return offering_page(
        request, actor, "desk/offering_services.html", title=_("Anliegen"), tab=TAB, context={"rows": rows}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_service(request: HttpRequest) -> HttpResponse:
    """Begin a service."""
    actor = lead(request)
    return _edit(request, actor, Service(jobcenter_id=cast("UUID", actor.jobcenter_id)))


@require_http_methods(["GET", "HEAD", "POST"])
def change_service(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a service. What is agreed already stays as it is."""
    actor = lead(request)
    return _edit(request, actor, get_object_or_404(services_of_house(actor), pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
def remove_service(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what hangs on it. POST: delete it, or switch it off where something does."""
    actor = lead(request)
    service = get_object_or_404(services_of_house(actor), pk=pk)
    if request.method == "POST":
        return _remove(request, actor, service)
    context = {
        "name": service.name,
        "coming": service.coming,  # type: ignore[attr-defined] # annotated
        "back": reverse("desk:offering_services"),
        "switch_words": _("Es wird dann nicht mehr angeboten. Vereinbarte Termine bleiben."),
        "may_switch_off": service.is_active,
    }
    return offering_page(
        request, actor, "desk/offering_remove.html", title=_("Anliegen löschen"), tab=TAB, context=context
    )


def _remove(request: HttpRequest, actor: Actor, service: Service) -> HttpResponse:
    back = HttpResponseRedirect(reverse("desk:offering_services"))
    if "switch_off" in request.POST:
        service.is_active = False
        services.save_service(actor=actor, service=service, teams=list(service.teams.all()))
        messages.success(request, _("Abgeschaltet. Vereinbarte Termine bleiben."))
        return back
    try:
        services.remove_service(actor=actor, service=service)
    except InUse:
        messages.warning(
            request,
            _("Nicht gelöscht: Zu diesem Anliegen gibt es Termine oder Wünsche. Sie können es abschalten."),
        )
        return HttpResponseRedirect(reverse("desk:remove_service", args=[service.pk]))
    messages.success(request, _("Gelöscht."))
    return back


def _edit(request: HttpRequest, actor: Actor, service: Service) -> HttpResponse:
    is_new = service._state.adding  # noqa: SLF001 -- Django's own mark of what is not stored yet
    data = request.POST if request.method == "POST" else None
    form = ServiceForm(data, instance=service, teams=teams_of(actor))
    if form.is_valid():
        try:
            services.save_service(actor=actor, service=form.save(commit=False), teams=list(form.cleaned_data["teams"]))
        except NameInUse:
            form.add_error("name", _("So heißt schon ein Anliegen. Bitte wählen Sie einen anderen Namen."))
        else:
            messages.success(request, _("Gespeichert. Was vereinbart ist, bleibt, wie es war."))
            return HttpResponseRedirect(reverse("desk:offering_services"))
    context = {
        "form": form,
        "back": reverse("desk:offering_services"),
        "back_words": _("Zu den Anliegen"),
        "remove_url": "" if is_new else reverse("desk:remove_service", args=[service.pk]),
    }
    title = _("Neues Anliegen") if is_new else _("Anliegen ändern")
    return offering_page(request, actor, "desk/offering_form.html", title=title, tab=TAB, context=context)
