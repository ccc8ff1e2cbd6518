"""What a draft is worth: its form, its course, its claim; how long it lives; when a new editing period begins."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from msgspec import Struct

from applications.catalogue.annexes import annexes_used
from applications.catalogue.applicable import applicable
from applications.catalogue.carry import carried_over
from applications.catalogue.compose import compose
from applications.catalogue.local import local_answers
from applications.catalogue.papers import asked_papers
from applications.catalogue.structure import ApplicationType
from applications.catalogue.walk import Walk, pages
from applications.claim.answers import Answers
from applications.claim.builders import build_claim
from applications.claim.model import Claim, DocumentReference
from applications.domain.wanted import wanted_papers
from applications.enums import ENDED
from applications.models import Draft, SentAnswers
from portal.law.dates import day_of
from portal.law.parameter import whole

EDITING_PAUSE = timedelta(minutes=30)  # after a longer pause a save begins a new editing period: one audit event each


class Course(Struct, frozen=True, eq=False, dict=True):
    """A form and answers to it, with what follows from both, each worked out once."""

    form: ApplicationType
    stored: Mapping[str, Any]
    draft: Draft | None = None

    @cached_property
    def secured_on(self) -> date | None:
        """The day a shorter application came in that this one continues and that still runs; it keeps that date.

        None without one. One SQL for a draft that follows an application.
        """
        earlier = self.draft.follows if self.draft is not None else None
        if earlier is None or earlier.form_key not in self.form.continues or earlier.status in ENDED:
            return None
        return day_of(earlier.received_at)

    @cached_property
    def walked(self) -> Walk:
        """The pages that apply, in order."""
        return pages(self.form, self.answers)

    @cached_property
    def people(self) -> dict[str, str]:
        """Name by id, the applicant first."""
        return self.form.names(self.answers)

    @cached_property
    def answers(self) -> Answers:
        """Read once for all."""
        return self.form.read(self.stored)

    @property
    def granted_until(self) -> date | None:
        """The last day of the grant period that ran when the draft was started, as far as it was known."""
        return self.answers.granted[1] if self.answers.granted else None

    @cached_property
    def counted(self) -> dict[str, Any]:
        """The answers that count: those of pages that apply."""
        return applicable(self.walked, self.stored)

    def claim(
        self,
        *,
        received_at: datetime | None = None,
        on: date | None = None,
        documents: Mapping[str, DocumentReference] | None = None,
    ) -> Claim:
        """The claim, as received at a time or as it would look on a day; an earlier date that holds on counts."""
        papers = () if self.form.is_whole else asked_papers(self.walked, self.counted)
        sent_on = day_of(received_at) if received_at else on
        counts_on = min(sent_on, self.secured_on) if sent_on and self.secured_on else sent_on
        claim = build_claim(
            self.form,
            self.counted,
            received_at=received_at,
            on=counts_on,
            documents=documents,
            papers=(*papers, *wanted_papers(self.stored), *self.form.papers),
            local_answers=local_answers(self.walked, self.counted),
        )
        return claim.model_copy(update={"annexes": annexes_used(self.walked)})


def course_of(draft: Draft, *, over: Mapping[str, Any] | None = None) -> Course:
    """The course of a draft in the form it was started with; ``over`` counts instead of what its answers hold there."""
    form = compose(draft.form_key, draft.catalogue_version, draft.overlay_version)
    return Course(form, {**draft.answers, **over} if over else draft.answers, draft)


def first_answers(form: ApplicationType, now: datetime, earlier: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """What a new draft holds: the day it was started, on which ages are looked at, and what still holds from before."""
    return {**carried_over(form, earlier), "started_on": day_of(now).isoformat()}


def prefilled_answers(form: ApplicationType, now: datetime, sent: Sequence[SentAnswers]) -> dict[str, Any]:
    """The same, with the day from which the newest of it is: ``carried_on``, where anything was carried over."""
    first = first_answers(form, now, (each.answers for each in sent))
    if len(first) == 1:
        return first
    used = (each for each in sent if not first.keys().isdisjoint(each.answers))
    newest = next(used, sent[0])
    return {**first, "carried_on": day_of(newest.application.received_at).isoformat()}


def answers_to_correct(now: datetime, said: SentAnswers) -> dict[str, Any]:
    """What a correction begins with: everything as it was said, and the day from which it is."""
    return {
        **said.answers,
        "started_on": day_of(now).isoformat(),
        "carried_on": day_of(said.application.received_at).isoformat(),
    }


def carried_on(stored: Mapping[str, Any]) -> date | None:
    """The day from which the answers are that a draft began with; None where it began empty."""
    day = stored.get("carried_on")
    return date.fromisoformat(day) if day else None


def expiry(saved_at: datetime) -> datetime:
    """When a draft saved at this time is cleared (law parameter retention.unsubmitted_draft_days)."""
    return saved_at + timedelta(days=whole("retention.unsubmitted_draft_days", day_of(saved_at)))


def begins_editing_period(draft: Draft, now: datetime, by: UUID | None = None) -> bool:
    """Whether a save now, by this standing, is the first after a pause or another's: only then an event is written."""
    return draft.version == 0 or now - draft.updated_at > EDITING_PAUSE or draft.touched_by_standing_id != by


def document_ids(stored: Mapping[str, Any]) -> list[str]:
    """Ids of all uploaded papers in the answers, in the order of the page, each once."""
    proofs = (stored.get("evidence") or {}).get("proofs") or ()
    return list(dict.fromkeys(key for proof in proofs for key in proof.get("documents") or ()))
