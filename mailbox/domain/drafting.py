"""What may be written, and how it stands on the receipt. Whose a draft is: `author_key`."""

import unicodedata
from typing import Final

from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.enums import Topic
from mailbox.errors import NothingToSend, TextTooLong
from mailbox.models import Thread
from mailbox.selectors.draft import author_key
from portal.cases.models import Case, Person
from portal.documents.models import Document
from portal.submissions.models import Entry, Section, SubmissionContent

__all__ = [
    "Words",
    "author_key",
    "check_words",
    "clean_subject",
    "clean_text",
    "known_topic",
    "receipt_content",
]
LONGEST_TEXT: Final = 20_000  # signs: about ten pages; whoever has more to say attaches a file
LONGEST_SUBJECT: Final = 120
_LAYOUT: Final = frozenset("\n\t")


class Words(Struct, frozen=True, kw_only=True):
    """What is sent. ``thread`` None: a new conversation, with ``topic`` and, if the writer likes, a ``subject``."""

    case: Case
    person: Person
    thread: Thread | None = None
    topic: str = ""
    subject: str = ""
    body: str = ""
    needs_translation: bool = False
    documents: tuple[Document, ...] = ()


def clean_text(text: str) -> str:
    """A text without signs that nobody sees or types (control characters, halves of signs); lines end with LF.

    Signs that say in which direction Arabic or Hebrew is read stay.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in _LAYOUT or unicodedata.category(sign) not in {"Cc", "Cs"}).strip()


def clean_subject(text: str) -> str:
    """The same on one line, and no longer than a line."""
    return " ".join(clean_text(text).split())[:LONGEST_SUBJECT]


def check_words(body: str, *, has_files: bool) -> None:
    """Raises NothingToSend and TextTooLong."""
    if not body and not has_files:
        raise NothingToSend
    if len(body) > LONGEST_TEXT:
        raise TextTooLong(len(body))


def known_topic(topic: str) -> Topic:
    """The topic that was chosen; "etwas anderes" for everything else."""
    return Topic(topic) if topic in Topic.values else Topic.OTHER


def receipt_content(words: Words, thread: Thread) -> SubmissionContent:
    """What the receipt of a message needs. Its words stand in the sections only: the copy has them, nothing else."""
    entries = [Entry(label=_("Thema"), value=thread.subject)]
    if thread.own_words:
        entries.append(Entry(label=_("Betreff"), value=thread.own_words))
    entries.append(Entry(label=_("Nachricht"), value=words.body or _("ohne Text, nur Dateien")))
    return SubmissionContent(
        sections=(Section(title=_("Ihre Nachricht"), entries=tuple(entries)),),
        applicant=words.person.name,
        statements=(_("Ihre Nachricht ist bei uns angekommen."),),
    )
