"""The ZIP of an export: the files, the PDF, and two lists of checksums, one for programs and one for ``sha256sum``.

Its order is that of the list of papers, so the same contents give the same ZIP.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from mailbox.domain.export.contents import Contents, FileLine
from mailbox.domain.export.parts import parts_of
from mailbox.domain.export.pdf import make_notes, make_pdf
from portal.documents.domain.zipping import Packed, safe_path, zip_pieces

FORMAT = "jobcenter-portal/postfach"
VERSION = 1  # of the keys, docs/export.md; a change of meaning raises it
PDF = "verlauf.pdf"
PART = "verlauf-%02d.pdf"
NOTES = "interne-notizen.pdf"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"  # sha256sum -c SHA256SUMS


def archive_pieces(contents: Contents) -> Iterator[bytes]:
    """Yield the ZIP, one file in memory at a time. What cannot be opened is named in the PDF and in the manifest."""

    def finish(packed: Packed) -> Iterator[tuple[str, bytes]]:
        sums = {safe_path(path): digest for path, digest in packed.sha256.items()}
        for name, content in _made(contents, frozenset(packed.unreadable)):
            sums[name] = hashlib.sha256(content).hexdigest()
            yield name, content
        manifest = manifest_of(contents, sums, packed.unreadable)
        sums[MANIFEST] = hashlib.sha256(manifest).hexdigest()
        yield MANIFEST, manifest
        yield SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()

    return zip_pieces(contents.packed_files(), at=contents.made_at, finish=finish, place=safe_path)


def _made(contents: Contents, unreadable: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """The PDFs, one after the other."""
    for part in parts_of(contents):
        yield PART % part.part if part.part else PDF, make_pdf(part, unreadable=unreadable)
    if contents.notes:
        yield NOTES, make_notes(contents)


def manifest_of(contents: Contents, sums: dict[str, str], unreadable: list[str]) -> bytes:
    """The list for programs. ``sums``: SHA-256 (hex) of what is in the ZIP, by path."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": contents.made_at,
        "reference": contents.reference,
        "files": [{"path": path, "sha256": digest} for path, digest in sums.items()],
        "papers": [_paper(line, unreadable) for line in contents.files],
        "receipts": [
            {
                "reference": receipt.reference,
                "title": receipt.title,
                "files": [safe_path(file.path) for file in receipt.files if file.path not in unreadable],
            }
            for receipt in contents.receipts
        ],
    }
    return json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2).encode()


def _paper(line: FileLine, unreadable: list[str]) -> dict[str, Any]:
    is_in = line.file is not None and line.file.path not in unreadable
    return {
        "number": line.number,
        "name": line.name,
        "pages": line.pages,
        "sent_size": line.size,
        "sent_sha256": line.sha256,
        "path": safe_path(line.file.path) if line.file is not None and is_in else None,
        "note": line.note,
    }
