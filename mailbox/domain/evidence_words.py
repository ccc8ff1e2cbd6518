"""What a page says of a thing that is asked for: where it stands, what has happened, and what can be said to it."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from msgspec import Struct

from mailbox.enums import OPEN_ITEMS, AnswerKind, ItemStatus
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest
from portal.submissions.models import Submission

# A paper that is missing is no mistake: blue. Yellow is what somebody should look at (docs/design.md).
BADGES: Final = {
    ItemStatus.REQUESTED: ("info", ""),
    ItemStatus.ANNOUNCED: ("info", "check"),
    ItemStatus.HANDED_IN: ("success", "success"),
    ItemStatus.NOT_AVAILABLE: ("info", "check"),
    ItemStatus.ACCEPTED: ("success", "success"),
    ItemStatus.UNUSABLE: ("warning", "warning"),
    ItemStatus.WAIVED: ("success", "check"),
}
# What people say when they have something not. The words go to the office.
REASONS: Final = (
    ("not_there", gettext_lazy("Das gibt es bei mir nicht.")),
    ("lost", gettext_lazy("Ich finde es nicht mehr.")),
    ("not_issued", gettext_lazy("Ich bekomme es von der anderen Stelle nicht, oder noch nicht.")),
    ("money", gettext_lazy("Es kostet Geld, das ich nicht habe.")),
    ("afraid", gettext_lazy("Ich kann danach nicht fragen, zum Beispiel weil ich vor jemandem Angst habe.")),
    ("other", gettext_lazy("etwas anderes")),
)


class Happened(Struct, frozen=True):
    """One line of what has happened: words, when, and the proof of it where there is one."""

    words: str
    at: datetime.datetime
    proof: Submission | None = None


def badge_of(item: EvidenceItem, *, has_uploads: bool = False, needs_a_look: bool = False) -> tuple[str, str, str]:
    """Words, kind and icon of the badge beside an item.

    ``has_uploads``: something is chosen and not sent yet; ``needs_a_look``: a page of what was sent is hard to read.
    """
    if has_uploads:
        return _("noch nicht abgeschickt"), "warning", "warning"
    if needs_a_look and item.status == ItemStatus.HANDED_IN:
        return _("eingereicht, bitte ansehen"), "warning", "warning"
    kind, icon = BADGES[ItemStatus(item.status)]
    return str(ItemStatus(item.status).label), kind, icon


def story_of(request: EvidenceRequest, item: EvidenceItem) -> list[Happened]:
    """What has happened with an item, the latest last; it comes with its answers and steps."""
    lines = [Happened(_("Wir haben danach gefragt"), request.sent_at)] if request.sent_at else []
    lines += [Happened(said_in_words(answer), answer.created_at, answer.submission) for answer in item.answers.all()]
    for step in item.steps.all():
        words = _judged(ItemStatus(step.from_status), ItemStatus(step.to_status))
        if words:
            lines.append(Happened(words, step.at))
    return sorted(lines, key=lambda line: line.at)


def said_in_words(answer: EvidenceAnswer) -> str:
    """One answer as the person gave it."""
    if answer.kind != AnswerKind.DOCUMENTS:
        label = str(AnswerKind(answer.kind).label)
        return f"{label}: {answer.text}" if answer.text else label
    number = len(answer.documents.all())
    if answer.recorded_by_id is not None:
        words = ngettext("Auf Papier angekommen: %(number)s Datei", "Auf Papier angekommen: %(number)s Dateien", number)
    else:
        words = ngettext("%(number)s Datei eingereicht", "%(number)s Dateien eingereicht", number)
    return words % {"number": number}


def progress_in_words(items: Iterable[EvidenceItem]) -> str:
    """How much is done, in one sentence."""
    listed = list(items)
    done = sum(item.status not in OPEN_ITEMS for item in listed)
    words = ngettext(
        "%(done)s von %(total)s Punkt ist beantwortet.", "%(done)s von %(total)s Punkten sind beantwortet.", len(listed)
    )
    if done == 1 and len(listed) > 1:
        words = _("%(done)s von %(total)s Punkten ist beantwortet.")
    return words % {"done": done, "total": len(listed)}


def _judged(origin: ItemStatus, to: ItemStatus) -> str:
    match to:
        case ItemStatus.ACCEPTED:
            return _("Wir haben es angenommen")
        case ItemStatus.UNUSABLE:
            return _("Wir können es so nicht verwenden")
        case ItemStatus.WAIVED:
            return _("Wir brauchen es nicht mehr")
        case ItemStatus.REQUESTED:
            return _("Wir fragen noch einmal danach")
        case ItemStatus.HANDED_IN if origin == ItemStatus.ACCEPTED:
            return _("Wir sehen es uns noch einmal an")
        case _other:
            return ""
