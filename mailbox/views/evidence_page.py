"""What the page of a request shows: a card for each thing, in the order of the letter."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from msgspec import Struct, field

from mailbox.domain.evidence_code import grouped
from mailbox.domain.evidence_deadline import place_of, suggested_day
from mailbox.domain.evidence_lifecycle import can_be_answered
from mailbox.domain.evidence_words import REASONS, Happened, badge_of, progress_in_words, story_of
from mailbox.enums import OPEN_ITEMS, UNANSWERED_ITEMS, ExtensionStatus, ItemStatus
from mailbox.models import EvidenceItem, EvidenceRequest
from mailbox.permissions import may_answer, may_prepare
from mailbox.selectors.evidence_papers import papers_sent, papers_there, uploads_of
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.documents.views.arranging import Entry, entries
from portal.law.dates import day_of

AT: Final = "punkt"  # names the card to come back to by its number: what is asked for stands in no address


class Card(Struct, frozen=True, kw_only=True):
    """One thing that is asked for. ``uploads``: chosen and not sent; ``sent``: with earlier answers."""

    item: EvidenceItem
    number: int
    badge: str
    kind: str
    icon: str
    is_open: bool
    is_at: bool
    may_answer: bool
    may_upload: bool
    may_join: bool
    code: str
    story: list[Happened]
    uploads: list[Entry]
    sent: list[Entry]
    errors: Sequence[str]
    typed: Mapping[str, str]

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"{AT}-{self.number}"

    @property
    def needs_code(self) -> bool:
        """Whether the only ways are those outside of the portal."""
        return not self.may_answer and not self.may_upload and self.item.status in OPEN_ITEMS

    @property
    def shows_blackening(self) -> bool:
        """Whether papers of which parts may be made unreadable are about to be sent."""
        return self.item.may_blacken and self.may_answer and (bool(self.uploads) or self.item.status in OPEN_ITEMS)

    @property
    def shows_sent(self) -> bool:
        """Whether the papers that were sent need another look: then they are not folded up."""
        return self.item.status == ItemStatus.HANDED_IN and any(entry.said.needs_a_look for entry in self.sent)

    @property
    def has_answer_to_change(self) -> bool:
        """Whether something was said to it that may be said otherwise."""
        return self.may_answer and self.item.status not in UNANSWERED_ITEMS


class Trouble(Struct):
    """What could not be done, by number of the item, in words; and what stands at single files."""

    at_items: dict[int, list[str]] = field(default_factory=dict)
    at_files: dict[str, list[str]] = field(default_factory=dict)

    def add(self, number: int, words: str) -> None:
        """Note one more."""
        self.at_items.setdefault(number, []).append(words)

    def __bool__(self) -> bool:
        return bool(self.at_items or self.at_files)


def page_of(
    http: HttpRequest, actor: Actor, request: EvidenceRequest, trouble: Trouble | None = None
) -> dict[str, Any]:
    """Everything the page shows; with trouble, what was typed stays in its fields."""
    found = trouble or Trouble()
    typed = http.POST if found else QueryDict()
    sends, uploads_ok = may_answer(actor, request), may_prepare(actor, request)
    chosen, sent = uploads_of(actor, request), papers_sent(request)
    every = [each for listed in (*chosen.values(), *sent.values()) for each in listed]
    shown = entries(actor, every, found.at_files)
    at = http.GET.get(AT, "")
    cards = [
        _card(
            request,
            item,
            uploads=_listed(shown, chosen.get(item.pk, ())),
            sent=_listed(shown, sent.get(item.pk, ())),
            errors=found.at_items.get(item.position, ()),
            is_at=at == str(item.position),
            sends=sends,
            may_upload=uploads_ok,
            typed=_typed_at(typed, item.position),
        )
        for item in request.items.all()
    ]
    to_send = sum(bool(card.uploads) for card in cards)
    wish = next((each for each in request.extensions.all() if each.status == ExtensionStatus.ASKED), None)
    today = day_of(timezone.now())
    return {
        "request_": request,
        "cards": cards,
        "entries": [*shown.values()],
        "trouble": found,
        "has_errors": bool(found),
        "is_at_card": any(card.is_at for card in cards),
        "progress": progress_in_words(request.items.all()),
        "is_over": request.deadline is not None and today > request.deadline,
        "wish": wish,
        "answered_wish": next((each for each in request.extensions.all() if each.decided_at), None),
        "suggested": _suggested(request, today) if sends and request.is_open and wish is None else None,
        "may_answer": sends,
        "may_upload": uploads_ok,
        "papers": list(papers_there(actor, request)) if sends and request.is_open else [],
        "reasons": REASONS,
        "time_words": typed.get("time-words", ""),
        "several_to_send": to_send > 1,
        "token": uuid.uuid4(),
    }


def _suggested(request: EvidenceRequest, today: datetime.date) -> datetime.date | None:
    return suggested_day(request.deadline, today, place_of(request.case)) if request.deadline else None


def _listed(shown: Mapping[UUID, Entry], documents: Sequence[Document]) -> list[Entry]:
    return [shown[document.pk] for document in documents]


def _typed_at(typed: QueryDict, number: int) -> dict[str, str]:
    return {"reason": typed.get(f"reason-{number}", ""), "words": typed.get(f"words-{number}", "")}


def _card(  # noqa: PLR0913 -- what a card is made of, each by name
    request: EvidenceRequest,
    item: EvidenceItem,
    *,
    uploads: list[Entry],
    sent: list[Entry],
    errors: Sequence[str],
    is_at: bool,
    sends: bool,
    may_upload: bool,
    typed: Mapping[str, str],
) -> Card:
    needs_a_look = any(entry.said.needs_a_look for entry in sent) and item.status == ItemStatus.HANDED_IN
    words, kind, icon = badge_of(item, has_uploads=bool(uploads), needs_a_look=needs_a_look)
    is_answerable = request.is_open and can_be_answered(item)
    asks = is_answerable and (item.status in UNANSWERED_ITEMS or bool(uploads) or needs_a_look)
    return Card(
        item=item,
        number=item.position,
        badge=words,
        kind=kind,
        icon=icon,
        is_open=bool(asks or is_at or errors or any(typed.values())),
        is_at=is_at,
        may_answer=is_answerable and sends,
        may_upload=is_answerable and may_upload,
        may_join=sum(not entry.said.trouble for entry in uploads) > 1,
        code=grouped(item.code),
        story=story_of(request, item),
        uploads=uploads,
        sent=sent,
        errors=errors,
        typed=typed,
    )
