"""Take away a conversation or everything of a case. Nothing of it is kept: it is made while it flows."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct
from msgspec.structs import replace

from mailbox.domain.export import Contents, archive_pieces, gather, is_long, make_pdf
from mailbox.enums import DecisionStatus
from mailbox.events import DECISION_TAKEN, EXPORTED
from mailbox.models import Decision, Thread
from mailbox.permissions import is_addressee
from mailbox.selectors import decisions_visible_to
from mailbox.selectors.export import cases_to_export
from portal.audit.services import record
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case
from portal.cases.services import note_seen
from portal.documents.domain.files import open_file
from portal.documents.enums import Purpose
from portal.documents.errors import ContentUnavailable

PDF = "application/pdf"
ZIP = "application/zip"


class TooLong(Exception):
    """There is too much for one PDF: the ZIP has it in parts."""


class Export(Struct, frozen=True):
    """A file on its way out. ``size`` in bytes, None while nobody knows it."""

    pieces: Iterator[bytes]
    name: str
    media_type: str
    size: int | None = None


def export_pdf(*, actor: Actor, case: Case, thread: Thread | None = None) -> Export:
    """Everything that was said, as one PDF. Raises NotPermitted; TooLong where only the ZIP has room for it."""
    _check(actor, case)
    now = timezone.now()
    contents = gather(actor, case=case, thread=thread, at=now)
    if is_long(contents):
        raise TooLong
    content = make_pdf(contents)
    _note(actor, case, thread, [Shown.MESSAGES, *([Shown.FILE_NAMES] if contents.files else [])])
    return Export(iter([content]), _name(contents, now, "pdf"), PDF, len(content))


def export_zip(
    *,
    actor: Actor,
    case: Case,
    thread: Thread | None = None,
    with_notes: bool = False,
    restricted_for: Purpose | None = None,
) -> Export:
    """The same with all files and a list of their checksums. Raises NotPermitted.

    For the office only: ``with_notes`` adds a file with the internal notes; ``restricted_for`` says what for specially
    protected papers are in it, for who has that function.
    """
    _check(actor, case)
    now = timezone.now()
    reader = replace(actor, purpose=restricted_for.value) if restricted_for and actor.is_staff else actor
    contents = gather(reader, case=case, thread=thread, at=now, with_notes=with_notes)
    with transaction.atomic():
        _note(reader, case, thread, _shown(contents, actor))
        for decision in _taken(actor, case, thread, contents):
            _note_taken(actor, decision)
    return Export(archive_pieces(contents), _name(contents, now, "zip"), ZIP)


def _check(actor: Actor, case: Case) -> None:
    if not cases_to_export(actor).filter(pk=case.pk).exists():
        raise NotPermitted(case.pk)


def _shown(contents: Contents, actor: Actor) -> Iterator[Shown]:
    """What of the case is in the ZIP, each kind once."""
    yield Shown.MESSAGES
    if contents.files:
        yield Shown.FILE_NAMES
    if any(line.file for line in contents.files):
        yield Shown.DOCUMENTS
    if contents.has_restricted and actor.is_staff:
        yield Shown.RESTRICTED
    if any(receipt.files for receipt in contents.receipts):
        yield Shown.RECEIPT
        yield Shown.COPY
    if contents.notes:
        yield Shown.NOTES


def _note(actor: Actor, case: Case, thread: Thread | None, shown: Iterator[Shown] | list[Shown]) -> None:
    subject = thread or case
    with transaction.atomic():
        note_seen(actor=actor, case_id=case.pk, shown=shown, subject=subject)
        record(actor, EXPORTED, subject=subject, case_id=case.pk)


def _taken(actor: Actor, case: Case, thread: Thread | None, contents: Contents) -> list[Decision]:
    """Decisions whose file the addressee takes away with it, for the first time. What does not open is not taken."""
    if not actor.is_citizen or not contents.files:
        return []
    found = decisions_visible_to(actor).filter(case=case, status=DecisionStatus.RELEASED, opened_at__isnull=True)
    if thread is not None:
        found = found.filter(thread=thread)
    unopened = found.select_related("person", "message", "document__stored")
    return [each for each in unopened if is_addressee(actor, each) and _opens(each)]


def _opens(decision: Decision) -> bool:
    stored = decision.document.stored
    if stored is None:
        return False
    try:
        return bool(next(open_file(stored), b""))
    except ContentUnavailable:
        return False


def _note_taken(actor: Actor, decision: Decision) -> None:
    first = Decision.objects.filter(pk=decision.pk, opened_at__isnull=True)
    if first.update(opened_at=timezone.now()):
        record(actor, DECISION_TAKEN, subject=decision, case_id=decision.case_id)


def _name(contents: Contents, at: datetime, ending: str) -> str:
    """Without anybody's name: people keep such files side by side, and mail them."""
    what = _("Postfach") if contents.is_whole_case else _("Verlauf")
    day = timezone.localdate(at).isoformat()
    return " ".join(filter(None, (what, contents.reference, day))) + f".{ending}"
