"""Running the rules over what was handed in, and keeping what they found. A stuck check never touches the receipt."""

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from applications.claim.model import Claim
from applications.enums import ENDED, ChecksState, FindingState
from applications.models import Application, Finding, GrantPeriod
from applications.plausibility.base import BERLIN, Context, GrantSpan, LocalParameters, Text
from applications.plausibility.base import Finding as Found
from applications.plausibility.registry import Registry, run
from applications.selectors.application import claim_of
from applications.selectors.grant_period import period_before
from applications.selectors.matter import matter_of, papers_beside
from applications.selectors.speakers import speakers_of, wanting_own_post
from applications.selectors.told import told_before
from portal.accounts.models import Jobcenter
from portal.accounts.selectors import jobcenters_for_postcode
from portal.crypto.services import blind_index, blind_index_candidates
from portal.outbox.services import publish

logger = logging.getLogger(__name__)

KEY_PURPOSE = "applications.finding.key"
FURTHER = "further"
SETTLED_BY_PERSON = (FindingState.EXPLAINED, FindingState.RESOLVED, FindingState.NOT_RELEVANT)


def check_application(application: Application, registry: Registry | None = None) -> None:
    """Run the rules over the submission of ``application`` and store their findings; may be repeated at any time.

    What cannot be read as a claim leaves ``checks_state`` failed, visible to staff, instead of failing for ever.
    ``registry`` is for tests; without it the project's rules run. Publishes ``application.checked``.
    """
    now = timezone.now()
    claim = claim_of(application)
    if claim is None:
        logger.error("application %s: what was handed in cannot be read as a claim", application.pk)
        _finish(application, ChecksState.FAILED, now)
        return
    with override("de"):
        found = run(_as_filed(claim, application), context_for(application, claim, now), registry)
    with transaction.atomic():
        Application.objects.select_for_update(of=("self",)).only("pk").get(pk=application.pk)
        store_findings(application=application, found=found, at=now)
        _finish(application, ChecksState.DONE, now)
        publish("application.checked", application.pk)


def check_what_it_adds_to(application: Application) -> None:
    """Check the rest of the matter again when papers have come with ``application``: they are missing no longer."""
    claim = claim_of(application)
    if claim is None or not any(entry.documents for entry in claim.evidence):
        return
    for other in matter_of(application):
        if other.pk != application.pk and other.status not in ENDED:
            check_application(other)


def _as_filed(claim: Claim, application: Application) -> Claim:
    """The claim with what came with the rest of the matter, before or since."""
    return claim.model_copy(update={"on_file": (*claim.on_file, *papers_beside(application))})


def context_for(application: Application, claim: Claim, now: datetime) -> Context:
    """Return what the rules may know beside the claim: dates, local settings, whom the postcode belongs to."""
    postcode = claim.housing.postcode
    offices = jobcenters_for_postcode(postcode) if postcode else ()
    speakers, sender = speakers_of(application, now)
    return Context(
        speakers=speakers,
        sender=sender,
        own_post=wanting_own_post(application),
        today=now.astimezone(BERLIN).date(),
        received_at=application.received_at,
        local=local_parameters(application.jobcenter),
        responsible_offices=tuple(jobcenter.name for jobcenter in offices),
        earlier=told_before(application.case_id, before=application.received_at),
        is_confirmed=application.submission.stepped_up,
        grant_period=span_of(period_before(application)),
    )


def span_of(period: GrantPeriod | None) -> GrantSpan | None:
    """Return first and last day as the rules know them."""
    return GrantSpan(period.starts_on, period.ends_on) if period else None


def local_parameters(jobcenter: Jobcenter | None) -> LocalParameters:
    """Return the jobcenter's limits for housing costs (§ 22 Abs. 1 SGB II); empty without jobcenter or limits."""
    if jobcenter is None:
        return LocalParameters()
    limits: Mapping[str, Any] = jobcenter.housing_limits
    return LocalParameters(
        housing_limits={int(persons): Decimal(str(limit)) for persons, limit in limits.items() if persons != FURTHER},
        housing_limit_each_further=Decimal(str(limits[FURTHER])) if FURTHER in limits else None,
        jobcenter_name=jobcenter.name,
    )


def store_findings(*, application: Application, found: tuple[Found, ...], at: datetime) -> None:
    """Bring the stored findings in line with ``found``. The caller holds the lock on the application.

    New question: a row. Known question: texts and weight follow the rule; what a person has settled stays settled as
    long as its sentence is the same, else it opens again. No longer found and not settled: resolved, by nobody.
    """
    known = {finding.key: finding for finding in application.findings.all()}
    seen: set[str] = set()
    for each in found:
        row = next((known[key] for key in _candidate_keys(each) if key in known), None)
        if row is None:
            row = Finding(application=application, key=_key(each), found_at=at)
            known[row.key] = row
        elif _opens_again(row, each):
            row.state, row.decided_by, row.decided_at, row.reason = FindingState.OPEN, None, None, ""
        _describe(row, each)
        row.save()
        seen.add(row.key)
    for key, row in known.items():
        if key not in seen and row.state not in SETTLED_BY_PERSON:
            row.state, row.decided_by, row.decided_at = FindingState.RESOLVED, None, at
            row.save()


def _opens_again(row: Finding, found: Found) -> bool:
    """Settled on another sentence than today's, or settled by nobody because it had gone away."""
    if row.state not in SETTLED_BY_PERSON:
        return False
    return row.decided_by_id is None or row.staff_message != _message(found.caseworker)


def _describe(row: Finding, found: Found) -> None:
    row.rule_id = found.rule_id
    row.rule_version = found.rule_version
    row.severity = found.severity
    row.title = str(found.title)
    row.legal_basis = found.legal_basis
    row.person_answer_id = found.person_id or ""
    row.refs = list(found.refs)
    row.parameters = [{"key": used.key, "valid_from": used.valid_from.isoformat()} for used in found.parameters]
    row.staff_message = _message(found.caseworker)
    row.claimant_message = _message(found.claimant) if found.claimant else {}


def _message(text: Text) -> dict[str, Any]:
    return {"msgid": text.msgid, "data": dict(text.data)}


def _identity(found: Found) -> str:
    """What makes it the same question next time. Without references to answers, the words of the sentence decide."""
    subject: Any = list(found.refs) or dict(found.caseworker.data)
    return json.dumps([found.rule_id, found.person_id, subject, found.caseworker.msgid], sort_keys=True)


def _key(found: Found) -> str:
    return blind_index(_identity(found), purpose=KEY_PURPOSE)


def _candidate_keys(found: Found) -> list[str]:
    return blind_index_candidates(_identity(found), purpose=KEY_PURPOSE)


def _finish(application: Application, state: ChecksState, at: datetime) -> None:
    application.checks_state = state
    application.checked_at = at
    application.save(update_fields=["checks_state", "checked_at"])
