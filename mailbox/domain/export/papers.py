"""The papers of an export: numbered in the order in which they came, each with what of it may be handed out."""

from collections.abc import Iterable, Iterator
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from mailbox.domain.export.contents import FileLine, ReceiptLine
from mailbox.models import Decision
from portal.audit.models.personal_data import ExportFile
from portal.cases.models import Actor
from portal.documents.domain.files import open_file
from portal.documents.domain.names import clean_name, with_ending
from portal.documents.enums import DocumentStatus
from portal.documents.errors import HarmfulFile
from portal.documents.models import Document, StoredFile
from portal.documents.permissions import may_open_now
from portal.submissions.domain.moments import proof_moment
from portal.submissions.models import Submission

PAPERS = "unterlagen"
LETTERS = "bescheide"
RECEIPTS = "eingangsbestaetigungen"


def listed(actor: Actor, documents: Iterable[Document], letters: Iterable[Decision]) -> Iterator[FileLine]:
    """Yield the lines of the list: papers, then letters of the office. Their names are those people have given them."""
    number = 0
    for number, document in enumerate(documents, start=1):
        stored = _stored(actor, document)
        name = clean_name(document.original_name)
        if stored is not None and stored != document.stored:
            name = with_ending(name, ".pdf")
        yield _line(actor, number, document, stored, f"{PAPERS}/{number:03}_{name}", name=document.original_name)
    for decision in letters:
        number += 1
        document = decision.document
        stored = document.stored if _may_go_out(actor, document) else None
        path = f"{LETTERS}/{number:03}_{decision.dated_on.isoformat()}.pdf"
        name = _("Bescheid oder Schreiben vom %(day)s") % {"day": decision.dated_on.strftime("%d.%m.%Y")}
        yield _line(actor, number, document, stored, path, name=name)


def numbers_of(documents: Iterable[Document], letters: Iterable[Decision]) -> dict[UUID, int]:
    """The numbers of the same list, by document."""
    ids = [*(document.pk for document in documents), *(decision.document_id for decision in letters)]
    return {document_id: number for number, document_id in enumerate(ids, start=1)}


def _stored(actor: Actor, document: Document) -> StoredFile | None:
    """Which of its files goes into the ZIP: people get back what they have sent, staff the cleaned pages."""
    if not _may_go_out(actor, document):
        return None
    from_office = document.is_from_office and document.stored is not None
    if from_office or not (actor.is_staff or document.is_joined):
        return document.stored
    return document.normalised if document.status == DocumentStatus.RELEASED else None


def _may_go_out(actor: Actor, document: Document) -> bool:
    return document.refusal != HarmfulFile.code and may_open_now(actor, document)


def _line(
    actor: Actor, number: int, document: Document, stored: StoredFile | None, path: str, *, name: str
) -> FileLine:
    return FileLine(
        number=number,
        name=name,
        pages=document.pages,
        size=document.size or (stored.size if stored else 0),
        sha256=document.sha256 or (stored.sha256 if stored else ""),
        note=_note(actor, document, stored),
        file=None if stored is None else _file(path, stored),
    )


def _note(actor: Actor, document: Document, stored: StoredFile | None) -> str:
    """Why it is not in the ZIP, or which form of it is."""
    if document.is_emptied:
        return _("Inhalt gelöscht. Name und Prüfsumme bleiben als Nachweis.")
    if stored is None:
        if not may_open_now(actor, document):
            return _("Besonders geschützt, nicht enthalten.")
        return _("Nicht enthalten: Diese Datei kann nicht geöffnet werden.")
    if stored == document.normalised and document.stored is not None:
        return _("Im ZIP als gereinigte PDF-Datei. Die Prüfsumme hier ist die der gesendeten Datei.")
    return ""


def receipt_line(submission: Submission) -> ReceiptLine:
    """A submission with the two files of its receipt, as far as they are made."""
    receipt = submission.receipt
    made = (("", receipt.confirmation), ("_kopie", receipt.copy))
    return ReceiptLine(
        reference=submission.reference,
        title=submission.title,
        received=proof_moment(submission.received_at),
        files=tuple(
            _file(f"{RECEIPTS}/{submission.reference}{suffix}.pdf", stored) for suffix, stored in made if stored
        ),
    )


def _file(path: str, stored: StoredFile) -> ExportFile:
    return ExportFile(
        path=path,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        pieces=partial(open_file, stored),
    )
