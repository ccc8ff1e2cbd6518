"""Files inside a PDF: taken out, so that each can be scanned on its own. A scanner does not find all of them inside."""

import io
from pathlib import Path
from typing import Any

from portal.documents.domain.workshop.bounds import (
    BROKEN,
    BROKEN_STREAM,
    HEADER,
    MAX_ATTACHED,
    MAX_ATTACHMENT,
    MAX_ATTACHMENTS,
    MAX_DEPTH,
    open_pdf,
)
from portal.documents.domain.workshop.codes import Refusal, Refused
from portal.documents.domain.workshop.survey import Survey, survey


class Attachments:
    """Writes files as ``attachment-1``, ``attachment-2`` … into ``folder``; their own names are not used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes = 0
        self.names: list[str] = []

    def take(self, found: Survey, depth: int = 1) -> None:
        """Write all files of ``found``, and what lies in PDFs among them. Raises Refused(TOO_COMPLEX)."""
        for stream in found.files.values():
            content = _content(stream)
            self._write(content)
            if b"%PDF-" in content[:HEADER]:
                self._look_into(content, depth)

    def _write(self, content: bytes) -> None:
        self._bytes += len(content)
        if len(content) > MAX_ATTACHMENT or self._bytes > MAX_ATTACHED or len(self.names) == MAX_ATTACHMENTS:
            raise Refused(Refusal.TOO_COMPLEX)
        name = f"attachment-{len(self.names) + 1}"
        (self._folder / name).write_bytes(content)
        self.names.append(name)

    def _look_into(self, content: bytes, depth: int) -> None:
        if depth == MAX_DEPTH:
            raise Refused(Refusal.TOO_COMPLEX)
        try:
            with open_pdf(io.BytesIO(content)) as inner:
                self.take(survey(inner), depth + 1)
        except Refused as refused:
            if refused.code is Refusal.TOO_COMPLEX:
                raise
        except BROKEN:
            pass  # it is scanned as it is


def _content(stream: Any) -> bytes:
    """Decoded, or as it lies there when it cannot be. Raises Refused(TOO_COMPLEX) for a bomb."""
    try:
        return bytes(stream.read_bytes())
    except BROKEN_STREAM as error:
        if "limit exceeded" in str(error):
            raise Refused(Refusal.TOO_COMPLEX) from None
    return bytes(stream.read_raw_bytes())
