"""What the receipt of an answer holds: what was asked for, and what the person said to it."""

import datetime
import unicodedata
from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from mailbox.enums import OPEN_ITEMS, AnswerKind
from mailbox.errors import TextTooLong
from mailbox.models import EvidenceItem, EvidenceRequest
from portal.documents.models import Document
from portal.submissions.models import Entry, Group, Section, SubmissionContent
from portal.ui.formats import format_date

LONGEST_TEXT: Final = 5_000  # signs: about two pages; whoever has more to say attaches a file


def clean_words(text: str) -> str:
    """What somebody has typed, without signs that nobody sees or types; lines end with LF. Raises TextTooLong."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}).strip()
    if len(kept) > LONGEST_TEXT:
        raise TextTooLong(len(kept))
    return kept


class Said(Struct, frozen=True, kw_only=True):
    """An answer to one item, ready to be kept. ``sent``: papers that come now; ``linked``: those that were there.

    ``doubles``: uploads in whose place something that was there is linked.
    """

    item: EvidenceItem
    kind: AnswerKind
    text: str
    sent: tuple[Document, ...] = ()
    linked: tuple[Document, ...] = ()
    doubles: tuple[Document, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """All of them."""
        return (*self.sent, *self.linked)


def answer_content(request: EvidenceRequest, said: Sequence[Said]) -> SubmissionContent:
    """The content of the submission; ``request`` has its items prefetched or loads them."""
    answered = {each.item.pk for each in said}
    open_items = [item for item in request.items.all() if item.status in OPEN_ITEMS and item.pk not in answered]
    return SubmissionContent(
        sections=(Section(title=_("Ihre Antworten"), groups=tuple(_group(each) for each in said)),),
        applicant=request.person.name,
        statements=(
            _("Das ist eine Antwort auf unsere Bitte um Unterlagen vom %(day)s.") % {"day": _asked_on(request)},
        ),
        open_points=tuple(item.what for item in open_items),
    )


def wish_content(request: EvidenceRequest, until: datetime.date, text: str) -> SubmissionContent:
    """The same for a wish for more time."""
    entries = [Entry(label=_("Gewünscht bis"), value=format_date(until))]
    if request.deadline is not None:
        entries.insert(0, Entry(label=_("Frist bisher"), value=format_date(request.deadline)))
    return SubmissionContent(
        sections=(
            Section(title=_("Mehr Zeit"), entries=(*entries, *([Entry(label=_("Grund"), value=text)] if text else []))),
        ),
        applicant=request.person.name,
        statements=(
            _("Das ist ein Wunsch nach mehr Zeit für unsere Bitte um Unterlagen vom %(day)s.")
            % {"day": _asked_on(request)},
        ),
    )


def answer_data(request: EvidenceRequest, said: Sequence[Said]) -> dict[str, object]:
    """The same for machines."""
    return {
        "request": str(request.pk),
        "answers": [
            {
                "item": str(each.item.pk),
                "position": each.item.position,
                "kind": each.kind,
                "text": each.text,
                "documents": [str(document.pk) for document in each.sent],
                "linked": [str(document.pk) for document in each.linked],
            }
            for each in said
        ],
    }


def answer_in_words(said: Sequence[Said]) -> str:
    """What stands in the conversation: for each item a line, and the person's own words."""
    return "\n\n".join(f"{each.item.what}: {in_words(each)}" for each in said)


def in_words(said: Said) -> str:
    """One answer in one or two lines."""
    words = str(said.kind.label)
    if said.kind == AnswerKind.DOCUMENTS:
        parts = []
        if said.sent:
            number = len(said.sent)
            parts.append(
                ngettext("%(number)s Datei geschickt", "%(number)s Dateien geschickt", number) % {"number": number}
            )
        if said.linked:
            number = len(said.linked)
            found = ngettext("%(number)s Datei, die schon da ist", "%(number)s Dateien, die schon da sind", number)
            parts.append(found % {"number": number})
        words = ", ".join(parts)
    return f"{words}\n{said.text}" if said.text else words


def _group(said: Said) -> Group:
    entries = [Entry(label=_("Antwort"), value=in_words(said).partition("\n")[0])]
    if said.text:
        entries.append(Entry(label=_("In Ihren Worten"), value=said.text))
    entries += [Entry(label=_("Datei"), value=document.original_name) for document in said.sent]
    entries += [Entry(label=_("Schon da"), value=document.original_name) for document in said.linked]
    return Group(title=said.item.what, entries=tuple(entries))


def _asked_on(request: EvidenceRequest) -> str:
    return format_date(request.sent_at or request.created_at)
