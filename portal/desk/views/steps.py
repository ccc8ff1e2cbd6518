"""The steps of the status table as buttons, and the page that asks before one that ends the work."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct

from applications.domain.lifecycle import NEEDS_NOTE
from applications.domain.status_texts import status_text
from applications.enums import ENDED, ApplicationStatus
from applications.models import Application
from applications.services.triage import possible_steps
from portal.cases.models import Actor
from portal.desk.views.page import desk_page

STEP_WORDS = {
    ApplicationStatus.RECEIVED: gettext_lazy("Zurück in den Eingang"),
    ApplicationStatus.ASSIGNED: gettext_lazy("Als zugeteilt führen"),
    ApplicationStatus.IN_REVIEW: gettext_lazy("In Prüfung nehmen"),
    ApplicationStatus.DOCUMENTS_REQUESTED: gettext_lazy("Unterlagen sind angefordert"),
    ApplicationStatus.DOCUMENTS_RECEIVED: gettext_lazy("Unterlagen sind da"),
    ApplicationStatus.WAITING_THIRD_PARTY: gettext_lazy("Andere Stelle ist gefragt"),
    ApplicationStatus.DECISION_PENDING: gettext_lazy("Bescheid wird geschrieben"),
    ApplicationStatus.DECIDED: gettext_lazy("Ist entschieden"),
    ApplicationStatus.WITHDRAWN: gettext_lazy("Antrag wurde zurückgenommen"),
    ApplicationStatus.CLOSED: gettext_lazy("Abschließen"),
}


class StepButton(Struct, frozen=True):
    """One step. The usual one is the one to see first; one that ends the work is asked about before it is taken."""

    value: str
    label: str
    is_usual: bool
    is_ending: bool


def step_buttons(*, actor: Actor, application: Application) -> list[StepButton]:
    """Return what the actor may do next. While nobody has taken it on, that is the usual step, so none of these is."""
    steps = possible_steps(actor=actor, application=application)
    return [
        StepButton(
            value=step.value,
            label=str(STEP_WORDS[step]),
            is_usual=step == steps[0] and application.assigned_to_id is not None,
            is_ending=step in ENDED,
        )
        for step in steps
    ]


def ask_before(
    request: HttpRequest, application: Application, to: ApplicationStatus, *, note: str, is_refused: bool = False
) -> HttpResponse:
    """Show what a step means and ask for it once more. ``is_refused``: the note that colleagues need was missing."""
    context = {
        "application": application,
        "to": to,
        "claimant_reads": status_text(to, application.submission.kind).text,
        "needs_note": to in NEEDS_NOTE,
        "note": note,
        "is_refused": is_refused,
    }
    title = _("Antrag %(reference)s") % {"reference": application.submission.reference}
    return desk_page(request, "desk/confirm.html", title=title, context=context, status=422 if is_refused else 200)
