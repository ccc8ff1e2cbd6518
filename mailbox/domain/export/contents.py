"""What an export says, ready to print: plain words and figures, no database."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from portal.audit.models.personal_data import ExportFile

Facts = tuple[tuple[str, str], ...]


class FileLine(Struct, frozen=True, kw_only=True):
    """One paper of the list. ``size`` in bytes and ``sha256`` (hex) are those of the file as it was sent.

    ``file``: what lies in the ZIP, or None; ``note`` says why not, and whatever else has to be said.
    """

    number: int
    name: str
    pages: int | None
    size: int
    sha256: str
    note: str = ""
    file: ExportFile | None = None


class ReceiptLine(Struct, frozen=True, kw_only=True):
    """A submission: what came in when. ``files``: its receipt and the copy of what was said, as far as made."""

    reference: str
    title: str
    received: str
    files: tuple[ExportFile, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """What was said to one thing that was asked for."""

    title: str
    text: str = ""
    reference: str = ""
    files: tuple[int, ...] = ()


class Item(Struct, frozen=True, kw_only=True):
    """One thing that was asked for, as it stands now, and every answer, oldest first."""

    title: str
    facts: Facts
    answers: tuple[Answer, ...]


class Request(Struct, frozen=True, kw_only=True):
    """A request for papers. ``wishes``: for more time, and what the office said; ``notice``: after § 66 (3) SGB I."""

    facts: Facts
    introduction: str
    items: tuple[Item, ...]
    wishes: tuple[Answer, ...]
    notice: str


class Letter(Struct, frozen=True, kw_only=True):
    """A decision or letter. ``steps``: its clock, step by step; ``hints``: when other days count."""

    facts: Facts
    cover: str
    steps: tuple[str, ...]
    hints: tuple[str, ...]
    files: tuple[int, ...]


class Post(Struct, frozen=True, kw_only=True):
    """One entry of a conversation: who, when, on which way, what."""

    title: str
    facts: Facts
    body: str = ""
    files: tuple[int, ...] = ()
    request: Request | None = None
    letter: Letter | None = None


class Conversation(Struct, frozen=True, kw_only=True):
    """A thread with its entries, oldest first."""

    title: str
    facts: Facts
    posts: tuple[Post, ...]


class NoteLine(Struct, frozen=True, kw_only=True):
    """An internal note. Only ever in a file of its own, only ever for the office."""

    title: str
    text: str


class Contents(Struct, frozen=True, kw_only=True):
    """Everything of one export. ``reference``: the number on its cover, "" where nothing was handed in.

    ``has_restricted``: some of the files in it are specially protected. ``part``: which of several PDFs, 0: the only
    one.
    """

    reference: str
    made_at: datetime
    jobcenter: str
    facts: Facts
    is_for_office: bool
    is_whole_case: bool
    conversations: tuple[Conversation, ...]
    receipts: tuple[ReceiptLine, ...]
    files: tuple[FileLine, ...]
    notes: tuple[NoteLine, ...] = ()
    has_restricted: bool = False
    part: int = 0

    def packed_files(self) -> Iterator[ExportFile]:
        """The files of the ZIP in their order: papers and letters, then receipts."""
        for line in self.files:
            if line.file is not None:
                yield line.file
        for receipt in self.receipts:
            yield from receipt.files
