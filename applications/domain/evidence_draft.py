"""The request that is prepared when the checks have run. A person edits and sends it, or throws it away."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from applications.domain.evidence_wanted import papers_wanted
from applications.enums import ENDED, ChecksState
from applications.models import Application
from mailbox.models import EvidenceRequest
from mailbox.services.evidence import draft_request, send_request
from portal.cases.models import system_actor
from portal.law.dates import day_of

LANGUAGE = "de"  # the official language (§ 19 SGB X)


def key_of(application: Application) -> str:
    """By which an application gets one such request in its life."""
    return f"checks:{application.pk}"


@transaction.atomic
def draft_missing_papers(application: Application) -> EvidenceRequest | None:
    """Prepare a request for the papers that findings name, once; None when there is nothing to ask for, or no more.

    What the person has said that she does not have is left to a caseworker.

    Where the jobcenter has switched that on, it goes out at once as a friendly hint, without deadline and without
    legal notice. Everything else is sent by a person.
    """
    if application.status in ENDED or application.checks_state != ChecksState.DONE:
        return None
    if EvidenceRequest.objects.filter(key=key_of(application)).exists():
        return None
    with override(LANGUAGE):
        wanted = papers_wanted(application, day_of(timezone.now()))
    items = [proposal.draft for proposal in wanted.proposals if proposal.from_check and proposal.is_chosen]
    if not items:
        return None
    actor = system_actor("applications.checks")
    sends = application.jobcenter is not None and application.jobcenter.sends_hints
    request = draft_request(
        actor=actor,
        case=application.case,
        person=application.person,
        items=items,
        submission=application.submission,
        is_hint=sends,
        key=key_of(application),
    )
    return send_request(actor=actor, request=request) if sends else request
