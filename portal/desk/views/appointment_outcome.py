"""Entering how an appointment went. A page in between says what is known before somebody counts as missing."""

import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from appointments.domain.letters import calls_to, letter_in_words
from appointments.domain.lifecycle import may_step
from appointments.enums import AppointmentStatus, MissedWarning
from appointments.errors import NoSuchStep, NotBegun, ReasonMissing, WarningNotSeen
from appointments.models import Appointment
from appointments.selectors.missed import earlier_of_person
from appointments.services import record_outcome, warning_before_missing
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.appointment import MissedForm, OutcomeForm, Went
from portal.desk.selectors.heard_from import heard_since, reached_by, since_when, summons_is_proven
from portal.desk.views.appointment import show_appointment, to_appointment
from portal.desk.views.appointment_access import appointment_of
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import latest_application
from portal.law.parameter import figure, whole

BACK = "zurueck"  # to the list of the day
CHANGED = gettext_lazy("Nicht gespeichert: Der Termin hat sich inzwischen geändert. Bitte prüfen.")
EXCUSED = "excused"
EXCUSED_SAVED = gettext_lazy("Gespeichert: entschuldigt.")
MISSED_SAVED = gettext_lazy(
    "Gespeichert. Daraus folgt nichts von selbst. Nennt die Person später einen Grund, sehen Sie ihn hier."
)
NOT_BEGUN = gettext_lazy("Der Termin hat noch nicht begonnen. Sie können ihn verschieben oder absagen.")


@require_POST
def outcome(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Store it; who has not come leads to a page in between first."""
    actor, found = appointment_of(request, pk)
    is_correction = found.status not in {AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED}
    form = OutcomeForm(request.POST, is_correction=is_correction)
    if not form.is_valid():
        return show_appointment(request, actor, found, outcome=form)
    went: Went = form.cleaned_data["outcome"]
    if went is Went.MISSED:
        return HttpResponseRedirect(reverse("desk:appointment_missed", args=[found.pk]))
    try:
        record_outcome(
            actor=actor,
            appointment=found,
            outcome=went.status,
            reason=form.cleaned_data["reason"],
            words=form.cleaned_data.get("words", ""),
            is_later_that_day=went is Went.LATER,
        )
    except NotPermitted:
        raise Http404 from None
    except NotBegun:
        messages.info(request, NOT_BEGUN)
    except (NoSuchStep, ReasonMissing):
        messages.info(request, CHANGED)
    else:
        messages.success(request, _("Gespeichert: %(state)s.") % {"state": found.get_status_display()})
    back = request.POST.get(BACK)
    if back:
        return HttpResponseRedirect(reverse("desk:open_outcomes" if back == "offen" else "desk:appointments"))
    return to_appointment(found, "schritte")


@require_http_methods(["GET", "HEAD", "POST"])
def missed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what is known, what went out, what the law says. POST: the reason, or how it was asked for."""
    actor, found = appointment_of(request, pk)
    if not may_step(found, AppointmentStatus.MISSED, actor) or found.status == AppointmentStatus.MISSED:
        messages.info(request, CHANGED)
        return to_appointment(found)
    if found.period.lower > timezone.now():
        messages.info(request, NOT_BEGUN)
        return to_appointment(found)
    form = MissedForm(request.POST if request.method == "POST" else None, is_excused=request.POST.get("to") == EXCUSED)
    if form.is_valid() and _enter(request, actor, found, form):
        return to_appointment(found)
    return _page(request, actor, found, form)


def _enter(request: HttpRequest, actor: Actor, found: Appointment, form: MissedForm) -> bool:
    """Store it, and say so; False when the page has to be read again."""
    try:
        record_outcome(
            actor=actor,
            appointment=found,
            outcome=AppointmentStatus.EXCUSED if form.is_excused else AppointmentStatus.MISSED,
            reason=form.cleaned_data["reason"],
            words=form.cleaned_data["words"],
            warned_of=_warned_of(request),
        )
    except NotPermitted:
        raise Http404 from None
    except WarningNotSeen:
        messages.warning(request, _("Noch nicht gespeichert: Inzwischen hat sich etwas geändert. Bitte lesen Sie neu."))
        return False
    except (NoSuchStep, NotBegun, ReasonMissing):
        messages.info(request, CHANGED)
    else:
        messages.success(request, EXCUSED_SAVED if form.is_excused else MISSED_SAVED)
    return True


def _warned_of(request: HttpRequest) -> MissedWarning | None:
    said = request.POST.get("warned_of", "")
    return MissedWarning(said) if said in MissedWarning.values else None


def _page(request: HttpRequest, actor: Actor, found: Appointment, form: MissedForm) -> HttpResponse:
    shown = [Shown.APPOINTMENTS, Shown.MESSAGES]
    note_seen(actor=actor, case_id=found.case_id, shown=shown, subject=found)
    since = since_when(found)
    earlier = earlier_of_person(found)
    summoned = [each for each in earlier if each.summons is not None]
    context: dict[str, Any] = {
        "appointment": found,
        "latest": latest_application(actor, found.case_id),
        "differs": letter_in_words(found, found.summons),
        "warning": warning_before_missing(found),
        "law": law_on(timezone.localdate(found.period.lower)),
        "since": since,
        "heard": heard_since(found, since),
        "reached": reached_by(found),
        "is_proven": summons_is_proven(found),
        "earlier": [
            {"appointment": each, "is_proven": summons_is_proven(each), "counts": calls_to(each)}
            for each in (summoned if found.summons is not None else earlier)
            if each.status != AppointmentStatus.RELEASED
        ],
        "is_today": timezone.localdate(found.period.lower) == timezone.localdate(),
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(
        request, "desk/appointment_missed.html", title=_("Nicht erschienen?"), context=context, status=status
    )


def law_on(day: datetime.date) -> dict[str, int]:
    """The figures of the law on a day. Raises UnknownParameter for days before they begin."""
    return {
        "percent": int(figure("sanction.missed_appointment.rate", day) * 100),
        "months": whole("sanction.missed_appointment.months", day),
        "in_a_row": whole("sanction.unreachable.missed_in_a_row", day),
    }
