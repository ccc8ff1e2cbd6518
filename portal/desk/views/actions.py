"""What is done from the case page. Each answers with a redirect back to the page, or the page with the refusal."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from applications.enums import ENDED, ApplicationStatus
from applications.errors import NotAColleague, NotAllowed, ReasonMissing, TransitionNotAllowed
from applications.models import Application
from applications.services import triage as services
from portal.cases.enums import AccessReason
from portal.cases.permissions import is_own_work
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.case import AssignOneForm, FindingForm, JobcenterForm, MoveForm
from portal.desk.selectors.colleagues import colleagues_of, jobcenters_to_choose
from portal.desk.views.case import show_case
from portal.desk.views.case_access import application_of
from portal.desk.views.steps import ask_before


@require_POST
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a step of the status table; one that ends the work is asked about first."""
    actor, application = application_of(request, pk, purpose="case_work")
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    to, note = form.cleaned_data["to"], form.cleaned_data["note"]
    if to in ENDED and not form.cleaned_data["confirmed"]:
        return ask_before(request, application, to, note=note)
    try:
        services.move_application(actor=actor, application=application, to=to, note=note)
    except ReasonMissing:
        return ask_before(request, application, to, note=note, is_refused=True)
    except TransitionNotAllowed:
        messages.error(request, _("Nicht gespeichert: Der Stand hat sich inzwischen geändert. Bitte prüfen."))
    else:
        label = ApplicationStatus(application.status).label
        messages.success(request, _("Neuer Stand: %(status)s.") % {"status": label})
    return _back(application)


@require_POST
def assign_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the application to a colleague, to oneself, or back. Who has handed it out goes on with the list."""
    actor, application = application_of(request, pk, purpose="case_work")
    form = AssignOneForm(request.POST, colleagues=colleagues_of(actor))
    if not form.is_valid():
        messages.error(request, _("Nicht zugeteilt: Diese Person arbeitet nicht mehr hier. Bitte wählen Sie neu."))
        return _back(application)
    membership = form.cleaned_data["membership"]
    try:
        services.assign_application(actor=actor, application=application, membership=membership)
    except NotAColleague:
        messages.error(request, _("Nicht zugeteilt: Legen Sie zuerst fest, welches Jobcenter zuständig ist."))
        return _back(application)
    if membership:
        messages.success(request, _("Zugeteilt an %(name)s.") % {"name": membership.display_name})
    else:
        messages.success(request, _("Der Antrag ist niemandem mehr zugeteilt."))
    still_mine = is_own_work(actor, application.case_id) or actor.purpose in AccessReason.values
    return _back(application) if still_mine else HttpResponseRedirect(reverse("desk:applications"))


@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note what became of one or several findings; what cannot be stored brings the page back with what was typed."""
    actor, application = application_of(request, pk, purpose="case_work")
    form = FindingForm(request.POST, findings=application.findings.select_related("application__case"))
    if form.has_error("finding") and not form.has_error("finding", "required"):
        raise Http404
    if not form.is_valid():
        return show_case(request, actor, application, refused=form)
    findings = list(form.cleaned_data["finding"])
    services.decide_findings(
        actor=actor, findings=findings, state=form.cleaned_data["state"], reason=form.cleaned_data["reason"]
    )
    rules = ", ".join(sorted({finding.rule_id for finding in findings}))
    messages.success(request, _("Gespeichert: %(rule)s.") % {"rule": rules})
    return _back(application, anchor="feststellungen")


@require_POST
def check_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Start the automatic checks once more."""
    actor, application = application_of(request, pk, purpose="case_work")
    services.repeat_checks(actor=actor, application=application)
    messages.success(request, _("Die automatische Prüfung läuft. Laden Sie die Seite in einer Minute neu."))
    return _back(application, anchor="feststellungen")


@require_POST
def forward(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name the responsible jobcenter. Afterwards the case may no longer be visible here, so the list is next."""
    actor, application = application_of(request, pk, purpose="case_work")
    form = JobcenterForm(request.POST, jobcenters=jobcenters_to_choose())
    if not form.is_valid():
        messages.error(request, _("Nicht weitergeleitet: Bitte wählen Sie ein Jobcenter aus."))
        return _back(application)
    chosen = form.cleaned_data["jobcenter"]
    try:
        services.name_jobcenter(actor=actor, application=application, jobcenter=chosen, note=form.cleaned_data["note"])
    except NotAllowed:
        raise Http404 from None
    messages.success(request, _("Zuständig ist jetzt: %(name)s. Das Eingangsdatum bleibt.") % {"name": chosen.name})
    still_ours = staff_actor_of(request).jobcenter_id == chosen.pk
    return _back(application) if still_ours else HttpResponseRedirect(reverse("desk:applications"))


def _back(application: Application, *, anchor: str = "") -> HttpResponse:
    target = reverse("desk:application", args=[application.pk])
    return HttpResponseRedirect(f"{target}#{anchor}" if anchor else target)
