"""Which papers an office may still ask for, by the answers of an application, and which it may not ask for again.

Nothing that is there is asked for twice (§ 65 (1) no. 3 SGB I): what lies in the file, came with any matter of the case
or stands in a request already is named, and not proposed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _
from msgspec import Struct

from applications.claim.evidence import entries_for, evidence_needed
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import Claim, Evidence
from applications.claim.on_file import standing
from applications.domain.evidence_texts import paper_draft
from applications.enums import DocumentClass
from applications.models import Application, Finding
from applications.plausibility.base import ASKS_FOR_PAPER
from applications.selectors.application import UNSETTLED_STATES, claim_of
from applications.selectors.matter import papers_beside
from mailbox.enums import ItemStatus, RequestStatus
from mailbox.models import EvidenceItem as AskedItem
from mailbox.services.evidence import ItemDraft
from portal.cases.models import Person
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document
from portal.law.dates import day_of
from portal.ui.formats import format_date


class Origin(StrEnum):
    """Why a paper is proposed."""

    MISSING = "missing"
    TOO_OLD = "too_old"
    UNUSABLE = "unusable"
    LATER = "later"
    NOT_AVAILABLE = "not_available"


class Proposal(Struct, frozen=True):
    """A paper that may be asked for. ``key``: its line in the evidence list; ``from_check``: a finding names it.

    What the person wants to bring later, or does not have, is proposed and not chosen.
    """

    key: str
    draft: ItemDraft
    origin: Origin

    @property
    def from_check(self) -> bool:
        """Whether a check has found it."""
        return self.draft.finding_id is not None

    @property
    def is_chosen(self) -> bool:
        """Whether it is asked for unless somebody says no."""
        return self.origin not in {Origin.LATER, Origin.NOT_AVAILABLE}


class There(Struct, frozen=True):
    """A paper that nobody has to send: which, and why, in words for staff. ``draft``: as it would be asked for."""

    key: str
    draft: ItemDraft
    words: str


class Wanted(Struct, frozen=True):
    """What may be asked for, findings first, and what is there."""

    proposals: tuple[Proposal, ...] = ()
    there: tuple[There, ...] = ()

    def why_not(self, document_class: str, person_id: UUID | None) -> str:
        """Why a paper of this kind, about this person, need not be asked for, in words for staff; "" when it may be."""
        about = (document_class, person_id)
        if any((each.draft.document_class, each.draft.person_id) == about for each in self.proposals):
            return ""
        found = (each for each in self.there if (each.draft.document_class, each.draft.person_id) == about)
        return next((each.words for each in found), "")


class _Paper(Struct, frozen=True):
    """A document of the case, by what matters here."""

    id: UUID
    kind: str
    person: str
    received_on: date
    is_usable: bool


def papers_wanted(application: Application, on: date) -> Wanted:
    """Return what may be asked for on a day. Of what adds to another application, by the answers of that one.

    About ten SQL. Empty where nothing can be read as a claim.
    """
    claim = claim_of(application)
    while claim is not None and claim.supplement is not None and application.follows is not None:
        application = application.follows
        claim = claim_of(application)
    if claim is None or claim.supplement is not None:
        return Wanted()
    return _Looking(application, claim, on).wanted()


class _Looking:
    """One look at an application: everything that is compared is read once."""

    def __init__(self, application: Application, claim: Claim, on: date) -> None:
        self.application, self.on = application, on
        self.since = day_of(application.received_at)
        self.claim = claim.model_copy(
            update={
                "application_date": claim.application_date or self.since,
                "on_file": (*claim.on_file, *papers_beside(application)),
            }
        )
        self.persons = _persons(application, claim)
        self.papers = _papers_of(application)
        self.asked = list(_asked_items(application))
        self.findings = _findings(application)

    def wanted(self) -> Wanted:
        proposals: list[Proposal] = []
        there: list[There] = []
        for item in evidence_needed(self.claim):
            entries = entries_for(item, self.claim.evidence)
            papers = self._papers_for(item, entries)
            words = self._there(item, papers)
            if words:
                there.append(There(item.key, self._draft(item, None), words))
            elif (origin := self._origin(item, entries, papers)) is not None:
                proposals.append(Proposal(item.key, self._draft(item, self.findings.get(item.key)), origin))
        proposals.sort(key=lambda each: (not each.from_check, not each.is_chosen))
        return Wanted(tuple(proposals), tuple(there))

    def _papers_for(self, item: EvidenceItem, entries: Iterable[Evidence]) -> list[_Paper]:
        """Documents that were sent for the item, and later ones of its kind."""
        named = {file.id for entry in entries for file in entry.documents}
        kinds = {kind.value for kind in (item.document_class, *item.alternatives)} - {DocumentClass.OTHER.value}
        return [
            paper
            for key, paper in self.papers.items()
            if key in named or (paper.kind in kinds and self._is_about(item, paper) and self._counts(paper))
        ]

    @staticmethod
    def _is_about(item: EvidenceItem, paper: _Paper) -> bool:
        return not item.person_id or paper.person in {"", item.person_id}

    def _counts(self, paper: _Paper) -> bool:
        """Whether it came for this application, or is of a kind that lasts."""
        return paper.received_on >= self.since or standing(DocumentClass(paper.kind), paper.received_on, self.on).counts

    def _there(self, item: EvidenceItem, papers: Iterable[_Paper]) -> str:
        """Why nobody has to send it, in words; "" when it is not there."""
        if item.paper.office_has:
            return ""  # nobody asks for it anyway
        if (asked := self._asked(item)) is not None:
            return asked
        if item.on_file is not None:
            return _("liegt in der Akte seit %(day)s") % {"day": format_date(item.on_file)}
        usable = [paper.received_on for paper in papers if paper.is_usable]
        return _("schon da, eingegangen am %(day)s") % {"day": format_date(max(usable))} if usable else ""

    def _asked(self, item: EvidenceItem) -> str | None:
        """What became of the newest request for it, in words; None when nobody has asked yet."""
        for asked in self.asked:
            is_about = item.person_id is None or asked.person_id in {None, self._person_pk(item.person_id)}
            if asked.document_class == item.document_class and is_about:
                return _asked_in_words(asked)
        return None

    def _origin(self, item: EvidenceItem, entries: Iterable[Evidence], papers: Iterable[_Paper]) -> Origin | None:
        """Why it is proposed; None for what is neither needed nor found missing."""
        if any(not paper.is_usable for paper in papers):
            return Origin.UNUSABLE
        if not item.required and item.key not in self.findings:
            return None
        if any(entry.promised_later for entry in entries):
            return Origin.LATER
        if any(entry.note for entry in entries):
            return Origin.NOT_AVAILABLE
        return Origin.TOO_OLD if item.earlier is not None and item.paper.keeps is not None else Origin.MISSING

    def _draft(self, item: EvidenceItem, finding: Finding | None) -> ItemDraft:
        return paper_draft(
            item.document_class,
            on=self.on,
            name="" if self._person_pk(item.person_id) else self._name(item.person_id),
            title=item.title,
            reason=item.reason,
            basis=item.legal_basis,
            person_id=self._person_pk(item.person_id),
            finding_id=finding.pk if finding else None,
        )

    def _person_pk(self, answer_id: str | None) -> UUID | None:
        return self.persons.get(answer_id) if answer_id else None

    def _name(self, answer_id: str | None) -> str:
        person = self.claim.person(answer_id) if answer_id and self.claim.household.members else None
        return person.display_name if person else ""


def _persons(application: Application, claim: Claim) -> Mapping[str, UUID]:
    """The persons of the case by their id in the answers."""
    known = Person.objects.filter(case_id=application.case_id).exclude(answer_id="")
    found = dict(known.values_list("answer_id", "pk"))
    return {**found, claim.applicant.id: application.person_id}


def _papers_of(application: Application) -> Mapping[str, _Paper]:
    """What was handed in to the case, by every id that an answer may name; parts stand as their whole does. One SQL."""
    rows = list(Document.objects.present().handed_in().filter(case_id=application.case_id))
    known = {row.pk: row for row in rows}
    found = {}
    for row in rows:
        whole = known.get(row.joined_into_id, row) if row.joined_into_id else row
        is_usable = (
            DocumentStatus.REFUSED not in {row.status, whole.status}
            and Review.UNUSABLE not in {row.review, whole.review}
            and whole.emptied_at is None
        )
        received_on = day_of(row.handed_in_at) if row.handed_in_at else date.min
        kind = whole.evidence_code if whole.evidence_code in DocumentClass.values else ""
        found[str(row.pk)] = _Paper(row.pk, kind, whole.evidence_person, received_on, is_usable)
        if row.place is not None:
            found.setdefault(str(row.place), found[str(row.pk)])
    return found


def _asked_items(application: Application) -> Iterator[AskedItem]:
    """What was asked for and is not settled, and what was settled since the application came in. One SQL."""
    items = AskedItem.objects.filter(request__case_id=application.case_id, request__is_hint=False)
    items = items.exclude(document_class="").filter(request__status__in=[RequestStatus.SENT, RequestStatus.SETTLED])
    for item in items.select_related("request", "person").order_by("-request__sent_at"):
        sent_at = item.request.sent_at
        if item.request.status == RequestStatus.SENT or (sent_at and sent_at >= application.received_at):
            yield item


def _asked_in_words(asked: AskedItem) -> str:
    day = format_date(asked.request.sent_at or asked.request.created_at)
    if asked.status == ItemStatus.ACCEPTED:
        return _("schon da, angenommen zur Bitte vom %(day)s") % {"day": day}
    if asked.status == ItemStatus.WAIVED:
        return _("wird nicht mehr gebraucht, Bitte vom %(day)s") % {"day": day}
    return _("schon angefordert am %(day)s: %(status)s") % {
        "day": day,
        "status": ItemStatus(asked.status).label,
    }


def _findings(application: Application) -> Mapping[str, Finding]:
    """Findings that wait and name a paper, by the line of the evidence list. One SQL."""
    waiting = application.findings.filter(rule_id__in=ASKS_FOR_PAPER, state__in=UNSETTLED_STATES)
    return {
        ref.removeprefix("evidence[").removesuffix("]"): finding
        for finding in waiting.order_by("rule_id", "key")
        for ref in finding.refs
        if ref.startswith("evidence[")
    }
