"""What the portal would make of a file, without keeping anything."""

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from portal.cases.models import Case, system_actor
from portal.documents.domain import storage
from portal.documents.domain.pipeline import prepare_document, scan_document
from portal.documents.domain.words import say
from portal.documents.domain.workshop.outcome import WorkshopClosed
from portal.documents.enums import UNDER_WAY
from portal.documents.errors import UploadRefused
from portal.documents.models import Document
from portal.documents.services.receiving import receive_document


@dataclass(frozen=True, slots=True)
class Trial:
    """``verdict``: released, refused, waiting (scanner or cage was not there) or missing (no file that can be read).

    ``reason`` is the code of a refusal, ``text`` what the person reads: where it stands, and what is hard to read.
    ``sha256_sent``: also of what was refused at the door. ``seconds`` from the first byte to the verdict.
    """

    file: str
    verdict: str = "missing"
    reason: str = ""
    text: str = ""
    pages: int | None = None
    sha256_sent: str | None = None
    sha256_stored: str | None = None
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def try_file(path: Path) -> Trial:
    """Send one file through the whole pipeline in a case that is taken back, with everything that was written."""
    begun = time.monotonic()
    trial = Trial(file=str(path), text=_("Diese Datei ist nicht da, oder sie kann nicht gelesen werden."))
    if path.is_file() and os.access(path, os.R_OK):
        kept: list[UUID] = []
        try:
            with transaction.atomic():
                trial = _run(path, kept)
                transaction.set_rollback(True)
        finally:
            for file_id in kept:
                storage.delete_file(file_id)
    return replace(trial, seconds=round(time.monotonic() - begun, 3))


def _run(path: Path, kept: list[UUID]) -> Trial:
    try:
        with path.open("rb") as upload:
            document = receive_document(
                actor=system_actor("documents.trial"),
                case=Case.objects.create(),
                person=None,
                upload=upload,
                name=path.name,
            )
    except UploadRefused as error:
        with path.open("rb") as upload:
            sent = hashlib.file_digest(upload, "sha256").hexdigest()
        return Trial(file=str(path), verdict="refused", reason=error.code, text=str(error.message), sha256_sent=sent)
    scan_document(document.pk)
    with suppress(WorkshopClosed):  # as in the worker, which tries again later
        prepare_document(document.pk)
    document = Document.objects.to_show().get(pk=document.pk)
    said = say(document)
    kept += [stored.pk for stored in (document.stored, document.normalised) if stored is not None]
    return Trial(
        file=str(path),
        verdict="waiting" if document.status in UNDER_WAY else document.status,
        reason=document.refusal,
        text=said.trouble or ". ".join([said.state, *said.warnings]),
        pages=document.pages,
        sha256_sent=document.sha256,
        sha256_stored=document.normalised.sha256 if document.normalised else None,
    )
