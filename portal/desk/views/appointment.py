"""Everything about one appointment, and what is done with it after the conversation."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from appointments.domain.letters import is_to_set_right, letter_in_words
from appointments.domain.needs import Needs
from appointments.enums import OVER, AppointmentStatus
from appointments.models import Appointment
from appointments.selectors.summons import has_come_back
from appointments.services import agree_step, remove_step, tick_step
from mailbox.selectors import notes_of_case
from mailbox.services import write_note
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.appointment import OutcomeForm, StepForm
from portal.desk.forms.decision import PostedForm
from portal.desk.forms.postbox import NoteForm
from portal.desk.selectors.heard_from import reached_by
from portal.desk.views.appointment_access import appointment_of
from portal.desk.views.appointment_rows import phone_of_person
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import latest_application
from portal.ui.formats import format_weekday_date

LATEST = 5


@require_safe
def appointment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show it."""
    actor, found = appointment_of(request, pk)
    return show_appointment(request, actor, found)


def show_appointment(
    request: HttpRequest,
    actor: Actor,
    found: Appointment,
    *,
    outcome: OutcomeForm | None = None,
    step: StepForm | None = None,
    note: NoteForm | None = None,
    posted: PostedForm | None = None,
) -> HttpResponse:
    """Render the page; the forms keep what could not be stored."""
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS, Shown.NOTES], subject=found)
    summons = found.summons
    has_begun = found.period.lower <= timezone.now()
    is_booked = found.status == AppointmentStatus.BOOKED
    context: dict[str, Any] = {
        "appointment": found,
        "case": found.case,
        "latest": latest_application(actor, found.case_id),
        "needs": Needs.of(found.needs).in_words(),
        "phone": phone_of_person(found),
        "participants": found.participants.filter(removed_at__isnull=True),
        "proofs": found.proofs.all(),
        "history": found.steps.select_related("membership", "submission"),
        "steps": found.agreed_steps.all(),
        "reached": reached_by(found),
        "summons": summons,
        "letter": summons,
        "differs": letter_in_words(found, summons),
        "may_renew": is_to_set_right(found),
        "letters_before": [each for each in found.summonses.all() if each != summons],
        "came_back": summons is not None and has_come_back(summons),
        "notes": list(notes_of_case(actor, found.case_id)[:LATEST]),
        "has_begun": has_begun,
        "is_over": found.status in OVER,
        "may_change": is_booked and not has_begun,
        "may_enter": (is_booked and has_begun) or found.status in {*OVER, AppointmentStatus.CANCELLED},
        "outcome_form": outcome or OutcomeForm(is_correction=found.status in OVER),
        "step_form": step or StepForm(),
        "note_form": note or NoteForm(),
        "posted_form": posted or PostedForm(),
    }
    refused = outcome or step or note or posted
    title = _("Termin am %(day)s") % {"day": format_weekday_date(found.period.lower)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return desk_page(request, "desk/appointment.html", title=title, context=context, status=status)


@require_POST
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down one step; the person sees it at once."""
    actor, found = appointment_of(request, pk)
    form = StepForm(request.POST)
    if not form.is_valid():
        return show_appointment(request, actor, found, step=form)
    data = form.cleaned_data
    try:
        agree_step(
            actor=actor,
            appointment=found,
            text=data["text"],
            link=data["link"],
            is_for_person=data["who"] == "person",
            due=data["due"],
        )
    except NotPermitted:
        raise Http404 from None
    messages.success(
        request, _("Gespeichert. Die Person bekommt neue Schritte in einigen Minuten zusammen ins Postfach.")
    )
    return to_appointment(found, "schritte")


@require_POST
def change_step(request: HttpRequest, pk: UUID, step_pk: UUID) -> HttpResponse:
    """Tick it, take the tick back, or remove it."""
    actor, found = appointment_of(request, pk)
    step = get_object_or_404(found.agreed_steps.select_related("appointment__case", "appointment__person"), pk=step_pk)
    wanted = request.POST.get("to", "")
    try:
        if wanted in {"done", "open"}:
            tick_step(actor=actor, step=step, is_done=wanted == "done")
        elif wanted == "remove":
            remove_step(actor=actor, step=step)
            messages.success(request, _("Entfernt. Die Person sieht den Schritt nicht mehr."))
        else:
            raise Http404
    except NotPermitted:
        raise Http404 from None
    return to_appointment(found, "schritte")


@require_POST
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a note for colleagues on the case."""
    actor, found = appointment_of(request, pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_appointment(request, actor, found, note=form)
    try:
        write_note(actor=actor, case=found.case, kind=form.cleaned_data["kind"], body=form.cleaned_data["body"])
    except NotPermitted:
        raise Http404 from None
    messages.success(request, _("Notiz gespeichert. Sie bleibt im Jobcenter."))
    return to_appointment(found, "notizen")


def to_appointment(found: Appointment, anchor: str = "") -> HttpResponse:
    """Back to its page."""
    target = reverse("desk:appointment", args=[found.pk])
    return HttpResponseRedirect(f"{target}#{anchor}" if anchor else target)


def after_change(appointment: Appointment) -> HttpResponse:
    """Where one goes after an appointment was changed: to the letter that would set the old one right, else to it."""
    now = Appointment.objects.get(pk=appointment.pk)
    if is_to_set_right(now):
        return HttpResponseRedirect(reverse("desk:new_letter", args=[now.pk]))
    return to_appointment(now)
