"""The rooms of a house."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from appointments import services
from appointments.errors import InUse, NameInUse
from appointments.models import Room
from appointments.selectors.setting_up import rooms_of_house
from portal.cases.models import Actor
from portal.desk.forms.offering_setup import RoomForm
from portal.desk.views.offering_page import lead, offering_page, offices_of

TAB = "offering_rooms"


@require_safe
def list_rooms(request: HttpRequest) -> HttpResponse:
    """List the rooms of the house, those that are not used any more included."""
    actor = lead(request)
    context = {"rooms": rooms_of_house(actor), "has_office": offices_of(actor).exists()}
    return offering_page(request, actor, "desk/offering_rooms.html", title=_("Räume"), tab=TAB, context=context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_room(request: HttpRequest) -> HttpResponse:
    """Enter a room."""
    return _edit(request, lead(request), Room())


@require_http_methods(["GET", "HEAD", "POST"])
def change_room(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a room."""
    actor = lead(request)
    return _edit(request, actor, get_object_or_404(rooms_of_house(actor), pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
def remove_room(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what hangs on it. POST: delete it, or switch it off where something does."""
    actor = lead(request)
    room = get_object_or_404(rooms_of_house(actor), pk=pk)
    if request.method == "POST":
        return _remove(request, actor, room)
    context = {
        "name": room.name,
        "coming": room.coming,  # type: ignore[attr-defined] # annotated
        "back": reverse("desk:offering_rooms"),
        "switch_words": _(
            "In den Raum kommt dann niemand mehr neu. Sprechzeiten mit diesem Raum gibt es nur noch am Telefon und "
            "per Video."
        ),
        "may_switch_off": room.is_active,
    }
    return offering_page(request, actor, "desk/offering_remove.html", title=_("Raum löschen"), tab=TAB, context=context)


def _remove(request: HttpRequest, actor: Actor, room: Room) -> HttpResponse:
    back = HttpResponseRedirect(reverse("desk:offering_rooms"))
    if "switch_off" in request.POST:
        room.is_active = False
        services.save_room(actor=actor, room=room)
        messages.success(request, _("Abgeschaltet. Vereinbarte Termine bleiben."))
        return back
    try:
        services.remove_room(actor=actor, room=room)
    except InUse:
        messages.warning(request, _("Nicht gelöscht: Für diesen Raum gibt es Termine. Sie können ihn abschalten."))
        return HttpResponseRedirect(reverse("desk:remove_room", args=[room.pk]))
    messages.success(request, _("Gelöscht. Sprechzeiten mit diesem Raum finden jetzt am eigenen Schreibtisch statt."))
    return back


def _edit(request: HttpRequest, actor: Actor, room: Room) -> HttpResponse:
    is_new = room._state.adding  # noqa: SLF001 -- Django's own mark of what is not stored yet
    form = RoomForm(request.POST if request.method == "POST" else None, instance=room, offices=offices_of(actor))
    if form.is_valid():
        try:
            services.save_room(actor=actor, room=form.save(commit=False))
        except NameInUse:
            form.add_error("name", _("So heißt hier schon ein Raum. Bitte wählen Sie einen anderen Namen."))
        else:
            messages.success(request, _("Gespeichert."))
            return HttpResponseRedirect(reverse("desk:offering_rooms"))
    context = {
        "form": form,
        "back": reverse("desk:offering_rooms"),
        "back_words": _("Zu den Räumen"),
        "remove_url": "" if is_new else reverse("desk:remove_room", args=[room.pk]),
    }
    title = _("Neuer Raum") if is_new else _("Raum ändern")
    return offering_page(request, actor, "desk/offering_form.html", title=title, tab=TAB, context=context)
