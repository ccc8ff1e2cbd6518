"""What is said of a document on pages: how much it is, where it stands, what is hard to read, what can be done now."""

import datetime
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from msgspec import Struct

from portal.documents.domain.doubles import Twin
from portal.documents.enums import DocumentStatus, MediaType, PageNote, Review
from portal.documents.errors import HarmfulFile
from portal.documents.models import Document, DocumentStep
from portal.ui.formats import format_date, format_file_size, format_moment, format_time

LONG: Final = datetime.timedelta(minutes=5)  # checks that take longer than this are waiting for something
STEPS: Final = {
    DocumentStatus.RECEIVED: gettext_lazy("Angekommen"),
    DocumentStatus.SCANNED: gettext_lazy("Auf Schadprogramme geprüft"),
    DocumentStatus.RELEASED: gettext_lazy("Lesbar gemacht und gespeichert"),
    DocumentStatus.REFUSED: gettext_lazy("Als nicht verwendbar erkannt"),
    DocumentStatus.REMOVED: gettext_lazy("Entfernt"),
}
STEPS_OF_JOINED: Final = {
    **STEPS,
    DocumentStatus.SCANNED: gettext_lazy("Seiten geordnet"),
    DocumentStatus.RELEASED: gettext_lazy("Zu einer Datei zusammengefügt"),
}


class Said(Struct, frozen=True):
    """A document in words. ``kind`` is that of a badge: info while it is being checked, success, warning, danger.

    ``news``: what goes on, while nothing is to be done. ``twin``: that we have it already, in words; ``twin_id`` is
    what was there before. ``proof``: what holds up against doubts, each with its label.
    """

    id: str
    name: str
    extent: str
    arrived: str
    state: str
    kind: str
    news: str
    trouble: str
    warnings: tuple[str, ...]
    twin: str
    twin_id: str
    parts: tuple["Said", ...]
    proof: tuple[tuple[str, str], ...]
    is_joined: bool
    is_picture: bool
    may_open: bool
    may_change: bool

    @property
    def is_under_way(self) -> bool:
        """Whether it is still being checked."""
        return self.kind == "info"

    @property
    def checks_to_come(self) -> int:
        """How many checks are still under way: its own, and those of its parts."""
        return int(self.is_under_way) + sum(part.checks_to_come for part in self.parts)

    @property
    def needs_a_look(self) -> bool:
        """Whether the person has something to decide or to do."""
        return bool(self.trouble or self.warnings or self.twin) or any(part.needs_a_look for part in self.parts)


def say(document: Document, twins: Mapping[UUID, Twin] | None = None) -> Said:
    """Everything that is said of it, as far as it came along (``to_show``). Of a joined one its parts say what is hard
    to read.
    """
    parts = tuple(say(part, twins) for part in document.part_list)
    twin = (twins or {}).get(document.pk)
    noted = () if parts or document.kept_anyway or document.review == Review.ACCEPTED else warnings(document)
    state, kind = document.state, "success"
    if document.trouble:
        kind = "danger"
    elif document.is_under_way:
        kind = "info"
    elif noted or twin or any(part.needs_a_look for part in parts):
        state, kind = _("Bitte ansehen"), "warning"
    return Said(
        id=str(document.pk),
        name=document.original_name,
        extent=extent(document),
        arrived=_("Angekommen am %(day)s um %(time)s")
        % {"day": format_date(document.created_at), "time": format_time(document.created_at)},
        state=state,
        kind=kind,
        news=_news(document),
        trouble="" if parts and document.is_refused else document.trouble,
        warnings=noted,
        twin=_twin(document, twin),
        twin_id=str(twin.document.pk) if twin else "",
        parts=parts,
        proof=_proof(document),
        is_joined=document.is_joined,
        is_picture=document.media_type != MediaType.PDF,
        may_open=document.normalised is not None if document.is_joined else document.refusal != HarmfulFile.code,
        may_change=document.handed_in_at is None,
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


def checked_in_words(checked: int, to_look_at: int) -> str:
    """What has become of files that somebody waits for, in one or two sentences; "" while nothing has."""
    if not checked:
        return ""
    words = ngettext("%(number)s Datei ist geprüft.", "%(number)s Dateien sind geprüft.", checked)
    said = [words % {"number": checked}]
    if to_look_at:
        words = ngettext(
            "%(number)s Datei sehen Sie sich bitte noch einmal an.",
            "%(number)s Dateien sehen Sie sich bitte noch einmal an.",
            to_look_at,
        )
        said.append(words % {"number": to_look_at})
    return " ".join(said)


def _news(document: Document) -> str:
    if not document.is_under_way:
        return ""
    if timezone.now() - document.created_at > LONG:
        return _("Die Prüfung dauert heute länger. Ihre Datei liegt sicher bei uns. Sie müssen nichts tun.")
    return _("Das dauert meistens nur ein paar Sekunden. Sie müssen nicht warten.")


def _twin(document: Document, twin: Twin | None) -> str:
    if twin is None:
        return ""
    day = format_date(twin.document.created_at)
    if not twin.pages:
        return _("Diese Datei haben wir schon, angekommen am %(day)s.") % {"day": day}
    if document.pages == len(twin.pages):
        words = ngettext(
            "Diese Seite haben wir vielleicht schon, angekommen am %(day)s.",
            "Diese Seiten haben wir vielleicht schon, angekommen am %(day)s.",
            len(twin.pages),
        )
        return words % {"day": day}
    words = ngettext(
        "Seite %(pages)s haben wir vielleicht schon, angekommen am %(day)s.",
        "Die Seiten %(pages)s haben wir vielleicht schon, angekommen am %(day)s.",
        len(twin.pages),
    )
    return words % {"pages": ", ".join(str(number) for number in twin.pages), "day": day}


def _proof(document: Document) -> tuple[tuple[str, str], ...]:
    """Steps with their times, then the check sums: of what was sent, and of what is kept of it to read."""
    words = STEPS_OF_JOINED if document.is_joined else STEPS
    facts = [(str(words[DocumentStatus(step.status)]), format_moment(step.at)) for step in _steps(document)]
    if document.reviewed_at is not None and document.review:
        facts.append((str(Review(document.review).label), format_moment(document.reviewed_at)))
    if not document.is_joined:
        facts.append((_("Prüfsumme Ihrer Datei (SHA-256)"), document.sha256))
    if document.normalised is not None:
        facts.append((_("Prüfsumme der gespeicherten PDF-Fassung (SHA-256)"), document.normalised.sha256))
    return tuple(facts)


def _steps(document: Document) -> list[DocumentStep]:
    """As they came along; without them nothing is asked for."""
    known = "steps" in getattr(document, "_prefetched_objects_cache", {})
    return list(document.steps.all()) if known else []
