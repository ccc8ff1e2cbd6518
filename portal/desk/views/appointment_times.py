"""Staff book, move and cancel for somebody: on the phone, at the counter, or because the office has to."""

import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from appointments.enums import Channel
from appointments.errors import AppointmentError, SlotNotOffered, SlotTaken
from appointments.models import Appointment, Service
from appointments.selectors.slots import Slot, days_with_slots
from appointments.services import book_for, cancel_appointment, move_appointment
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case
from portal.cases.selectors import who_would_rather_talk
from portal.cases.services import note_seen
from portal.desk.forms.appointment import CancelForm
from portal.desk.forms.appointment_times import BookForm, ChosenTime, MoveForm, TimesForm
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.appointment import after_change, to_appointment
from portal.desk.views.appointment_access import appointment_of, case_to_arrange
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import latest_application
from portal.law.parameter import whole

DAYS = 4  # of free times on a page
TAKEN = gettext_lazy("Diese Zeit ist gerade vergeben. Unten stehen die nächsten freien Zeiten.")
NOT_OFFERED = gettext_lazy(
    "Zu dieser Zeit geht es nicht: Sie ist vergeben, vorbei, oder die Person hat da schon einen Termin."
)


class Times(Struct, frozen=True):
    """The search, and what it found: days with their free times."""

    form: TimesForm
    days: list[tuple[Any, list[Slot]]]


def look_for(
    request: HttpRequest,
    actor: Actor,
    case: Case,
    *,
    known: dict[str, Any] | None = None,
    is_in_person: bool = False,
) -> Times:
    """What the address asks for, else ``known``; a page that was sent carries it along. Nothing found: no days."""
    today = timezone.localdate()
    notified = datetime.timedelta(days=whole("procedure.notification_fiction.portal_days", today))
    earliest = today + notified if is_in_person else today  # a letter has to have arrived first
    services = Service.objects.filter(jobcenter=case.jobcenter_id, is_active=True)
    initial = {"service": services.first(), "channel": Channel.IN_PERSON, **_first_person(case), **(known or {})}
    asked = request.POST if request.method == "POST" else request.GET
    data = {"first_day": asked.get("first_day") or earliest.isoformat()}
    data |= {name: getattr(value, "pk", value) for name, value in initial.items() if value is not None}
    if "service" in asked:
        data = {name: asked.get(name, "") for name in TimesForm.base_fields}
        data |= {name: getattr(value, "pk", value) for name, value in (known or {}).items() if name in _FIXED}
    form = TimesForm(
        data,
        persons=case.persons.all(),
        services=services,
        colleagues=colleagues_of(actor),
        is_in_person=is_in_person,
    )
    if not form.is_valid():
        return Times(form, [])
    return Times(form, days_with_slots(form.query(), first_day=form.first, limit=DAYS))


_FIXED = frozenset({"person"})


@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: free times for what is asked. POST: agree on one; the person is told."""
    actor, case = case_to_arrange(request, pk)
    times = look_for(request, actor, case)
    form = BookForm(request.POST if request.method == "POST" else None, initial={"token": uuid4()})
    if form.is_valid() and times.form.is_valid():
        query, data = times.form.query(), form.cleaned_data
        try:
            booked = book_for(
                actor=actor,
                case=case,
                person=times.form.cleaned_data["person"],
                query=query,
                starts=form.starts,
                channel=query.channel,
                token=form.sent_token,
                membership_id=query.membership_id,
                topic=data["topic"],
                needs=form.wanted(),
                phone=data["phone"],
                words=data["words"],
            )
        except NotPermitted:
            raise Http404 from None
        except (SlotTaken, SlotNotOffered) as why:
            form.add_error("slot", said_of(why))
        else:
            messages.success(request, _("Gebucht. Die Person bekommt eine Nachricht."))
            return to_appointment(booked)
    return _page(request, actor, case, times, form, title=_("Termin buchen"))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: free times. POST: move it there; the person is told."""
    actor, found = appointment_of(request, pk)
    known = {
        "person": found.person,
        "service": found.service,
        "channel": found.channel,
        "colleague": found.membership if found.membership.user.is_active else None,
    }
    times = look_for(request, actor, found.case, known=known)
    form = MoveForm(request.POST if request.method == "POST" else None, initial={"token": uuid4()})
    if form.is_valid() and times.form.is_valid():
        query = times.form.query()
        try:
            move_appointment(
                actor=actor,
                appointment=found,
                query=query,
                starts=form.starts,
                channel=query.channel,
                reason=form.cleaned_data["reason"],
                token=form.sent_token,
            )
        except NotPermitted:
            raise Http404 from None
        except (SlotTaken, SlotNotOffered) as why:
            form.add_error("slot", said_of(why))
        except AppointmentError:
            messages.info(request, _("Nicht verschoben: Der Termin hat begonnen oder sich inzwischen geändert."))
            return to_appointment(found)
        else:
            messages.success(request, _("Verschoben. Die Person bekommt eine Nachricht."))
            return after_change(found)
    return _page(request, actor, found.case, times, form, title=_("Termin verschieben"), found=found)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: ask why. POST: cancel it; the person reads the reason."""
    actor, found = appointment_of(request, pk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        token = request.POST.get("token") or str(uuid4())
        try:
            cancel_appointment(actor=actor, appointment=found, reason=form.cleaned_data["reason"], token=token)
        except NotPermitted:
            raise Http404 from None
        except AppointmentError:
            messages.info(request, _("Nicht abgesagt: Der Termin hat begonnen oder sich inzwischen geändert."))
            return to_appointment(found)
        messages.success(request, _("Abgesagt. Die Person bekommt eine Nachricht mit Ihrem Grund."))
        return after_change(found)
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS], subject=found)
    context = {"appointment": found, "form": form, "token": uuid4()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/appointment_cancel.html", title=_("Termin absagen"), context=context, status=status)


def said_of(why: AppointmentError) -> str:
    """In words why a time could not be taken."""
    return str(TAKEN if isinstance(why, SlotTaken) else NOT_OFFERED)


def _first_person(case: Case) -> dict[str, Any]:
    return {"person": case.persons.first()}


def _page(
    request: HttpRequest,
    actor: Actor,
    case: Case,
    times: Times,
    form: ChosenTime,
    *,
    title: str,
    found: Appointment | None = None,
) -> HttpResponse:
    note_seen(actor=actor, case_id=case.pk, shown=[Shown.APPOINTMENTS], subject=found)
    context = {
        "case": case,
        "latest": latest_application(actor, case.pk),
        "appointment": found,
        "times": times,
        "form": form,
        "chosen": request.POST.get("slot", ""),
        "is_move": found is not None,
        "rather_talk": who_would_rather_talk(actor, case.pk).filter(**({"pk": found.person_id} if found else {})),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/appointment_times.html", title=title, context=context, status=status)
