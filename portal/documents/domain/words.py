"""What is said of a document on pages: how much it is, where it stands, what is hard to read."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.documents.enums import PageNote, Review
from portal.documents.models import Document
from portal.ui.formats import format_file_size


@dataclass(frozen=True, slots=True)
class Said:
    """A document in words. ``kind`` is that of a badge: info while it is being checked, success, danger."""

    id: str
    name: str
    extent: str
    state: str
    kind: str
    trouble: str
    warnings: tuple[str, ...]

    @property
    def is_under_way(self) -> bool:
        """Whether it is still being checked."""
        return self.kind == "info"


def say(document: Document) -> Said:
    """Everything that is said of it; warnings only when it came ``with_notes``."""
    kind = "info" if document.is_under_way else "danger" if document.trouble else "success"
    return Said(
        id=str(document.pk),
        name=document.original_name,
        extent=extent(document),
        state=document.state,
        kind=kind,
        trouble=document.trouble,
        warnings=() if document.kept_anyway or document.review == Review.ACCEPTED else warnings(document),
    )


def extent(document: Document) -> str:
    """Pages, as far as they are known, and size."""
    size = format_file_size(document.size)
    if document.pages is None:
        return size
    words = ngettext("%(pages)s Seite, %(size)s", "%(pages)s Seiten, %(size)s", document.pages)
    return words % {"pages": document.pages, "size": size}


def warnings(document: Document) -> tuple[str, ...]:
    """What makes its pages hard to read, a sentence for each page."""
    sentences = []
    for page in document.noted_pages:
        what = _(" und ").join(str(PageNote(note).label) for note in page.notes)
        if document.pages == 1:
            sentences.append(_("Das Bild ist %(what)s.") % {"what": what})
        else:
            sentences.append(_("Seite %(number)s ist %(what)s.") % {"number": page.number, "what": what})
    return tuple(capfirst(sentence) for sentence in sentences)
