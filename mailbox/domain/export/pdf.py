"""The PDFs of an export: PDF/UA-1 and PDF/A-3a like receipts, the same bytes for the same contents."""

from collections.abc import Collection

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.domain.export.contents import Contents, FileLine
from portal.pdf.services import render_pdf
from portal.submissions.domain.facts import HASH_GROUP
from portal.submissions.domain.moments import proof_moment
from portal.submissions.domain.verification import group_code
from portal.ui.formats import format_file_size

LANGUAGE = "de"  # the official language (§ 19 SGB X)


class _Row(Struct, frozen=True):
    """A line of the list of papers as it is printed."""

    number: int
    name: str
    pages: int | None
    size: str
    sha256: str
    note: str


def make_pdf(contents: Contents, *, unreadable: Collection[str] = ()) -> bytes:
    """The conversation as one PDF. ``unreadable``: paths of files that could not be opened for the ZIP around it."""
    with translation.override(LANGUAGE):
        return render_pdf(pdf_html(contents, unreadable=unreadable))


def make_notes(contents: Contents) -> bytes:
    """The internal notes, a file of their own."""
    with translation.override(LANGUAGE):
        return render_pdf(render_to_string("mailbox/pdf/notes.html", {"export": contents, "made": _made(contents)}))


def pdf_html(contents: Contents, *, unreadable: Collection[str] = ()) -> str:
    """What is printed."""
    context = {
        "export": contents,
        "made": _made(contents),
        "rows": [_row(line, unreadable) for line in contents.files],
    }
    return render_to_string("mailbox/pdf/export.html", context)


def _made(contents: Contents) -> str:
    return proof_moment(contents.made_at)


def _row(line: FileLine, unreadable: Collection[str]) -> _Row:
    is_broken = line.file is not None and line.file.path in unreadable
    return _Row(
        number=line.number,
        name=line.name,
        pages=line.pages,
        size=format_file_size(line.size) if line.size else "",
        sha256=group_code(line.sha256, HASH_GROUP, " ") if line.sha256 else "",
        note=_("Diese Datei konnten wir nicht öffnen. Bitte fragen Sie danach.") if is_broken else line.note,
    )
