"""Reads of applications. Every read starts from what the actor may see."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from applications.claim.model import Claim
from applications.claim.stored import read_claim
from applications.enums import ENDED, ApplicationStatus, FindingState, Severity
from applications.models import Application, Finding, SentAnswers, StatusChange
from applications.models.iban_index import iban_candidates
from applications.plausibility.base import MISSING_PAPER
from applications.selectors.withdrawal import has_waiting_withdrawal
from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.models.household_number import household_number_candidates
from portal.cases.selectors import cases_visible_to, find_persons

UNTOUCHED_STATUSES = (ApplicationStatus.RECEIVED, ApplicationStatus.FORWARDED, ApplicationStatus.ASSIGNED)
UNSETTLED_STATES = (FindingState.OPEN, FindingState.ASKED)
# In which order findings are looked at, everywhere: what somebody may be entitled to comes before what looks unusual.
BY_WEIGHT = (Severity.BLOCKER, Severity.ERROR, Severity.FAVOUR, Severity.WARNING, Severity.INFO)
SERIOUS = (Severity.BLOCKER, Severity.ERROR)
# How long nobody may have begun to work on it before a list calls it overdue: a house rule, no deadline of the law.
OVERDUE_AFTER = timedelta(days=14)

URGENCY_WORDS = {
    "violence": _("Braucht Schutz vor Gewalt: vorsichtig Kontakt aufnehmen"),
    "no_money_for_food": _("Kein Geld für Essen (Vorschuss prüfen, § 42 SGB I)"),
    "housing_threat": _("Wohnung in Gefahr (§ 22 Abs. 8 SGB II)"),
    "energy_threat": _("Strom oder Heizung in Gefahr (§ 22 Abs. 8, § 24 Abs. 1 SGB II)"),
    "other_need": _("Bittet heute um Hilfe: Gerät, Lohn oder vorzeitige Zahlung (§ 24 Abs. 1, § 42 Abs. 2 SGB II)"),
    "form_missing": _("Widerspruch ohne Unterschrift: gleich anrufen, die Frist läuft (§ 84 SGG)"),
}

LOOKED_BACK = 10  # submissions a new form begins with

SORTS: dict[str, tuple[str, ...]] = {
    "received": ("received_at", "id"),
    "-received": ("-received_at", "-id"),
    "status": ("status", "received_at", "id"),
    "-status": ("-status", "received_at", "id"),
    "name": ("person__index__normalised_name", "received_at", "id"),
    "-name": ("-person__index__normalised_name", "received_at", "id"),
    "assigned": ("assigned_to__display_name", "received_at", "id"),
    "-assigned": ("-assigned_to__display_name", "received_at", "id"),
}


class FindingGroup(Struct, frozen=True):
    """Findings of one rule that weigh the same and are all settled or all waiting: one question. Never empty."""

    findings: tuple[Finding, ...]

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to do anything any more."""
        return self.findings[0].state not in UNSETTLED_STATES

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """What comes first: waiting before settled, then by weight; papers and what was asked already come later."""
        first = self.findings[0]
        weight = place = BY_WEIGHT.index(Severity(first.severity))
        if all(finding.state == FindingState.ASKED for finding in self.findings):
            place = max(place, BY_WEIGHT.index(Severity.WARNING))
        if first.rule_id == MISSING_PAPER:  # errors, but of nearly every new application
            place = BY_WEIGHT.index(Severity.INFO)
        return self.is_settled, place, weight, first.rule_id


class TriageFilter(Struct, frozen=True, kw_only=True):
    """What a member of staff wants to see.

    ``whose``: all, mine, unassigned, team, clearing. ``status``: a status, ``open`` (everything not decided, withdrawn
    or closed), ``new``, ``overdue`` or ``all``. Dates are local and inclusive.
    """

    whose: str = "all"
    status: str = "open"
    urgent: bool = False
    waiting_withdrawal: bool = False
    with_errors: bool = False
    received_from: date | None = None
    received_to: date | None = None
    text: str = ""
    birth_date: date | None = None
    sort: str = "received"


def applications_visible_to(actor: Actor) -> QuerySet[Application]:
    """Return the applications ``actor`` may read.

    Claimants, helpers and guests: of cases on which they may read decisions. Everybody else: of the cases they see, so
    staff those of their jobcenter, administrators also the clearing list, the system all.
    """
    if actor.is_citizen:
        return Application.objects.filter(case_id__in=actor.case_ids_with(Scope.READ_DECISIONS))
    return Application.objects.filter(case__in=cases_visible_to(actor))


def answers_sent(actor: Actor, person_id: UUID) -> Iterator[dict[str, Any]]:
    """Yield the answers that the person has sent, the newest first, as far as ``actor`` may read them. One SQL."""
    for each in sent_answers_of(actor, person_id):
        yield each.answers


def sent_answers_of(actor: Actor, person_id: UUID) -> list[SentAnswers]:
    """Return what the person has sent, with its application, the newest first, as far as ``actor`` may read it."""
    sent = SentAnswers.objects.filter(application__in=applications_visible_to(actor), application__person_id=person_id)
    newest = sent.order_by("-application__received_at", "-application_id")
    return list(newest.select_related("application")[:LOOKED_BACK])


def last_said(application: Application) -> SentAnswers | None:
    """Return the answers of an application as they were last said: its own, or those of its newest correction.

    None for what came in before answers were kept. One SQL.
    """
    said = SentAnswers.objects.filter(
        Q(application=application) | Q(application__follows=application, application__is_correction=True)
    )
    return said.select_related("application").order_by("-application__received_at", "-application_id").first()


def last_said_before(correction: Application) -> Application | None:
    """Return what a correction has corrected: the newest before it of the same matter. None for all else. One SQL."""
    if not correction.is_correction:
        return None
    same = Q(pk=correction.follows_id) | Q(follows_id=correction.follows_id, is_correction=True)
    earlier = Application.objects.filter(same, received_at__lt=correction.received_at).exclude(pk=correction.pk)
    return earlier.select_related("submission").order_by("-received_at", "-id").first()


def belonging_to(application: Application) -> list[Application]:
    """Return what the application adds to, corrects or continues, and what does so with it, oldest first. One SQL."""
    around = Q(follows=application) | Q(pk=application.follows_id)
    return list(Application.objects.filter(around).select_related("submission").order_by("received_at", "id"))


def triage_list(*, actor: Actor, wanted: TriageFilter, now: datetime) -> QuerySet[Application]:
    """Return the applications of the triage list, sorted, with everything a row shows except the findings."""
    found = applications_visible_to(actor).filter(_whose(actor, wanted.whose), _where(wanted.status, now))
    if wanted.urgent:
        found = found.filter(urgent=True)
    if wanted.waiting_withdrawal:
        found = found.filter(has_waiting_withdrawal())
    if wanted.with_errors:
        found = found.filter(Exists(_unsettled().filter(application=OuterRef("pk"), severity__in=SERIOUS)))
    if wanted.received_from:
        found = found.filter(received_at__gte=_midnight(wanted.received_from))
    if wanted.received_to:
        found = found.filter(received_at__lt=_midnight(wanted.received_to + timedelta(days=1)))
    if wanted.birth_date:
        found = found.filter(case__in=find_persons(actor, birth_date=wanted.birth_date).values("case"))
    if wanted.text:
        found = found.filter(_named_or_numbered(actor, wanted.text))
    order = SORTS.get(wanted.sort, SORTS["received"])
    found = found.annotate(withdrawal_waits=ExpressionWrapper(has_waiting_withdrawal(), BooleanField()))
    return found.select_related("person", "submission", "assigned_to", "team").order_by(*order)


def unsettled_counts(application_ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, int]]:
    """Return per application how many rules of each severity still wait for somebody. One query for all.

    Rules, not findings: nine missing papers are one thing to do, and one card on the case page.
    """
    counts: dict[UUID, dict[str, int]] = {}
    rows = _unsettled().filter(application_id__in=list(application_ids)).order_by()
    counted = rows.values_list("application_id", "severity").annotate(number=Count("rule_id", distinct=True))
    for application_id, severity, number in counted:
        counts.setdefault(application_id, {})[severity] = number
    return counts


def work_counts(*, actor: Actor, now: datetime) -> dict[str, int]:
    """Return the figures of the work overview, and of the tabs above the list, in one query."""
    is_open = _where("open", now)
    return applications_visible_to(actor).aggregate(
        open=Count("pk", filter=is_open),
        new=Count("pk", filter=_where("new", now)),
        unassigned=Count("pk", filter=is_open & _whose(actor, "unassigned")),
        mine=Count("pk", filter=is_open & _whose(actor, "mine")),
        team=Count("pk", filter=is_open & _whose(actor, "team")),
        urgent=Count("pk", filter=is_open & Q(urgent=True)),
        withdrawal=Count("pk", filter=has_waiting_withdrawal()),
        overdue=Count("pk", filter=_where("overdue", now)),
        clearing=Count("pk", filter=is_open & _whose(actor, "clearing")),
        failed=Count("pk", filter=is_open & Q(checks_state="failed")),
    )


def timeline(application: Application) -> QuerySet[StatusChange]:
    """Return the status changes, newest first, with who made them."""
    return application.status_changes.select_related("membership").order_by("-at", "-id")


def finding_groups(application: Application) -> list[FindingGroup]:
    """Return all findings, those of one rule together by the alphabet, in the order in which they are looked at."""
    alike: dict[tuple[bool, str, str], list[Finding]] = {}
    for finding in application.findings.select_related("decided_by").order_by("key"):
        kind = (finding.state in UNSETTLED_STATES, finding.rule_id, finding.severity)
        alike.setdefault(kind, []).append(finding)
    groups = (FindingGroup(tuple(sorted(findings, key=lambda each: each.staff_text))) for findings in alike.values())
    return sorted(groups, key=lambda group: group.rank)


class ToldClaimant(Struct, frozen=True):
    """What the checks found, in words for the claimant: questions and hints, and missing papers by name, in order."""

    questions: list[str]
    papers: list[str]


def told_claimant(application: Application) -> ToldClaimant:
    """Return what the claimant may read on the status page, never an assessment. One query.

    Shown: contradictions or missing things and favourable hints; warnings only when staff asked.
    Findings without a text for the claimant are for staff alone.
    """
    shown = Q(severity__in=(Severity.ERROR, Severity.FAVOUR)) | Q(severity=Severity.WARNING, state=FindingState.ASKED)
    findings = application.findings.filter(shown, state__in=UNSETTLED_STATES).order_by("severity", "rule_id", "key")
    papers = [finding for finding in findings if finding.rule_id == MISSING_PAPER and finding.claimant_message]
    questions = (finding.claimant_text for finding in findings if finding.rule_id != MISSING_PAPER)
    return ToldClaimant(
        questions=list(dict.fromkeys(question for question in questions if question)),
        papers=sorted(_paper(**finding.claimant_message["data"]) for finding in papers),
    )


def claim_of(application: Application) -> Claim | None:
    """Return the claim that was handed in; None when the stored data cannot be read as one."""
    try:
        return read_claim(application.submission.data)
    except ValueError:
        return None


def urgent_reasons(claim: Claim) -> list[str]:
    """Return why somebody has to look today, in words for staff; empty when nothing was said."""
    dangers = {field: getattr(claim.urgency, field) for field in URGENCY_WORDS}
    return [str(URGENCY_WORDS[field]) for field, is_so in dangers.items() if is_so]


def _paper(document: str, person: str) -> str:
    """A paper, with the person it is about."""
    return gettext("%(paper)s – %(name)s") % {"paper": document, "name": person} if person else document


def _unsettled() -> QuerySet[Finding]:
    return Finding.objects.filter(state__in=UNSETTLED_STATES)


def _whose(actor: Actor, whose: str) -> Q:
    match whose:
        case "mine":
            return Q(assigned_to_id=actor.membership_id) & Q(assigned_to__isnull=False)
        case "unassigned":
            return Q(assigned_to__isnull=True)
        case "team":
            return Q(team_id=actor.team_id) & Q(team__isnull=False)
        case "clearing":
            return Q(case__jobcenter__isnull=True)
        case _:
            return Q()


def _where(status: str, now: datetime) -> Q:
    if status == "open":
        return ~Q(status__in=ENDED)
    if status == "new":
        return Q(status__in=(ApplicationStatus.RECEIVED, ApplicationStatus.FORWARDED))
    if status == "overdue":
        return Q(status__in=UNTOUCHED_STATUSES, received_at__lt=now - OVERDUE_AFTER)
    return Q() if status == "all" else Q(status=status)


def _named_or_numbered(actor: Actor, text: str) -> Q:
    """The beginning of a reference, words of a name in any order and spelling, or the whole of a BG number or IBAN."""
    numbers, ibans = household_number_candidates(text), iban_candidates(text)
    numbered = Q(case__household_number_index__in=numbers) | Q(iban_index__in=ibans)
    reference = "".join(text.split()).upper()
    named = Q(submission__reference__startswith=reference) | Q(case__in=find_persons(actor, name=text).values("case"))
    return named | numbered


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
