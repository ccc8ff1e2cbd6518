"""Appointments in a person's own calendar: one entry, the subscription, what it says."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from appointments.domain.calendar_file import Method, calendar_file, entry_of
from appointments.domain.feed import feed, settings_by_key
from appointments.domain.links import link_address
from appointments.enums import AppointmentStatus
from appointments.forms.calendar import CalendarForm
from appointments.models import CalendarSettings
from appointments.selectors import appointments_visible_to, persons_with_calendar
from appointments.services import close_feed, open_feed, save_calendar_settings
from portal.cases.models import Actor, Person
from portal.cases.views.actor import actor_of

CALENDAR_TYPE = "text/calendar; charset=utf-8"


@require_safe
@never_cache
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The appointment as a file for any calendar; opened again after a change it replaces the former entry."""
    actor = actor_of(request, purpose="appointments")
    appointment = get_object_or_404(appointments_visible_to(actor).filter(booked_at__isnull=False), pk=pk)
    is_cancelled = appointment.status == AppointmentStatus.CANCELLED
    url = "" if is_cancelled else link_address(appointment)
    shown = entry_of(appointment, shows_details=request.GET.get("mit") == "ort", url=url)
    return _file(calendar_file([shown], method=Method.CANCEL if is_cancelled else Method.PUBLISH), "termin.ics")


@require_safe
@never_cache
@login_not_required
def subscription(request: HttpRequest) -> HttpResponse:
    """What a calendar program fetches. The secret stands in the query: logs cut that off. 404 for any other."""
    found = settings_by_key(request.GET.get("s", ""))
    if found is None:
        raise Http404
    return _file(feed(found, now=timezone.now()), "termine.ics")


@never_cache
def settings_page(request: HttpRequest) -> HttpResponse:
    """GET: what is set. POST ``tun``: ``oeffnen`` (shows the address, once), ``schliessen`` or ``speichern``."""
    actor = actor_of(request, purpose="appointments")
    persons = list(persons_with_calendar(actor))
    if not persons:
        raise Http404
    if request.method != "POST":
        return _page(request, persons)
    person = next((each for each in persons if str(each.pk) == request.POST.get("person")), None)
    if person is None:
        raise Http404
    return _changed(request, actor, persons, person)


def _changed(request: HttpRequest, actor: Actor, persons: list[Person], person: Person) -> HttpResponse:
    match request.POST.get("tun"):
        case "oeffnen":
            key = open_feed(actor=actor, person=person)
            persons = list(persons_with_calendar(actor))
            return _page(request, persons, fresh={person.pk: _address(key)})
        case "schliessen":
            close_feed(actor=actor, person=person)
            messages.success(request, _("Der Kalender ist geschlossen. Die frühere Adresse geht nicht mehr."))
        case "speichern":
            form = CalendarForm(request.POST, has_account=person.user_id is not None)
            form.full_clean()  # two ticks: nothing that could be typed wrong
            save_calendar_settings(actor=actor, person=person, **form.cleaned_data)
            messages.success(request, _("Gespeichert."))
        case _:
            raise Http404
    return redirect("appointments:calendar")


def _page(request: HttpRequest, persons: list[Person], fresh: dict[UUID, str] | None = None) -> HttpResponse:
    lines = [_line(person, (fresh or {}).get(person.pk, "")) for person in persons]
    return render(request, "appointments/calendar.html", {"lines": lines})


def _line(person: Person, address: str) -> dict[str, Any]:
    kept = getattr(person, "calendar_settings", None) or CalendarSettings(person=person)
    form = CalendarForm(
        initial={"shows_details": kept.shows_details, "mails_invitations": kept.mails_invitations},
        has_account=person.user_id is not None,
        auto_id=f"id_{person.pk}_%s",
    )
    return {"person": person, "settings": kept, "form": form, "address": address}


def _address(key: str) -> str:
    return f"{settings.PORTAL.base_url}{reverse('appointments:subscription')}?{urlencode({'s': key})}"


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type=CALENDAR_TYPE, headers=headers)
