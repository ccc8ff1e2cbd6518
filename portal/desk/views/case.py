"""The case page: answers on the left, findings beside them, and what can be done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from applications.claim.model import Claim
from applications.enums import ApplicationStatus, ChecksState, FindingState
from applications.models import Application, Finding
from applications.permissions.application import may_name_jobcenter, may_work_on
from applications.selectors.application import (
    UNSETTLED_STATES,
    applications_visible_to,
    claim_of,
    findings_of,
    timeline,
    urgent_reasons,
)
from applications.services.triage import STATES_WITH_REASON, open_application, possible_steps
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.desk.selectors.colleagues import colleagues_of, jobcenters_to_choose
from portal.desk.selectors.history import case_history
from portal.desk.views.page import desk_page
from portal.desk.views.rows import age_in_words

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


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person, as far as she told us. Empty strings for what is not known."""

    phone: str = ""
    email: str = ""
    address: str = ""
    care_of: str = ""
    birth_date: Any = None


def application_of(request: HttpRequest, pk: UUID, *, purpose: str) -> tuple[Actor, Application]:
    """Return the actor and the application; 404 for applications of other jobcenters."""
    actor = staff_actor_of(request, purpose=purpose)
    visible = applications_visible_to(actor).select_related(
        "case__jobcenter", "person__index", "submission__receipt", "assigned_to", "team"
    )
    return actor, get_object_or_404(visible, pk=pk)


@require_GET
def case_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one application. Every opening is an audit event."""
    actor, application = application_of(request, pk, purpose="case_work")
    open_application(actor=actor, application=application)
    return show_case(request, actor, application)


def show_case(
    request: HttpRequest, actor: Actor, application: Application, *, refused: dict[str, Any] | None = None
) -> HttpResponse:
    """Render the page; ``refused`` keeps what somebody typed when it could not be stored (``finding``, ``form``)."""
    claim = claim_of(application)
    findings = findings_of(application)
    steps = possible_steps(actor=actor, application=application)
    context = {
        "application": application,
        "submission": application.submission,
        "sections": application.submission.parsed_content().sections,
        "files": application.submission.files.order_by("position"),
        "age": age_in_words(application.received_at, timezone.now()),
        "contact": _contact(application, claim),
        "urgent_reasons": urgent_reasons(claim) if claim else [],
        "waiting": [finding for finding in findings if finding.state in UNSETTLED_STATES],
        "settled": [finding for finding in findings if finding.state not in UNSETTLED_STATES],
        "names": _names(claim),
        "finding_states": FindingState.choices,
        "reason_states": ", ".join(str(state.label) for state in FindingState if state in STATES_WITH_REASON),
        "steps": [(step.value, STEP_WORDS[step]) for step in steps],
        "may_work": may_work_on(actor=actor, application=application),
        "may_forward": may_name_jobcenter(actor=actor, application=application),
        "checks": ChecksState(application.checks_state),
        "colleagues": list(colleagues_of(actor)),
        "jobcenters": jobcenters_to_choose(),
        "timeline": timeline(application),
        "history": case_history(application.case_id),
        "actor": actor,
        "refused": refused or {},
    }
    title = _("Antrag %(reference)s") % {"reference": application.submission.reference}
    return desk_page(request, "desk/case.html", title=title, context=context, status=422 if refused else 200)


def finding_of(application: Application, pk: UUID) -> Finding:
    """Return a finding of this application; 404 for others."""
    return get_object_or_404(application.findings.select_related("application__case"), pk=pk)


def _names(claim: Claim | None) -> dict[str, str]:
    """Names of the people in the claim by their ids, to say whom a finding is about."""
    return {person.id: person.display_name for person in claim.persons} if claim else {}


def _contact(application: Application, claim: Claim | None) -> Contact:
    index = getattr(application.person, "index", None)
    phone, birth_date = (index.contact_phone, index.birth_date) if index else ("", None)
    if claim is None:
        return Contact(phone=phone, birth_date=birth_date)
    home = claim.housing
    town = " ".join(part for part in (home.postcode, home.city) if part)
    return Contact(
        phone=claim.contact.phone or phone,
        email=claim.contact.email or "",
        address=", ".join(part for part in (home.street, home.address_extra, town) if part),
        care_of=claim.contact.care_of or "",
        birth_date=birth_date,
    )
