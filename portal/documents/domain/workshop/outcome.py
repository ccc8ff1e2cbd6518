"""What the child handed over, believed only as far as it was checked: it may have been taken over by a file."""

import json
import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, TypeVar

from portal.documents.domain.workshop.codes import Note, Refusal, Remark

MOST_PAGES: Final = 1000
MOST_ATTACHMENTS: Final = 1000
MOST_TEXT: Final = 200_000  # characters of a page
MOST_CODES: Final = 8  # of a page
MOST_PIXELS: Final = 20_000  # one side of a picture
_MOST_RESULT: Final = 64 * 1024 * 1024  # bytes of result.json
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{0,65536}")
_CODE: Final = re.compile(r"[ -~]{0,100}")
_FAILURE: Final = re.compile(r"[A-Za-z_]{1,60} [\w.]{1,60}:\d{1,6}")

T = TypeVar("T")


class WorkshopFailed(Exception):
    """The child was ended (too much time, memory, a crash) or handed over what cannot be. ``reason``: for operators.

    The file is the cause: it is refused as too complex.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WorkshopClosed(Exception):
    """The child could not begin: no room, no walls, a broken installation. The file was not looked at; try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was made. Its files can be opened until the block of ``sandbox.run`` ends.

    ``refusal``: then nothing was made. ``notes`` and ``fingerprints`` (hexadecimal): one for each page; those of a
    PDF are empty in ``prepare`` and come with ``pages``. ``attachments``: how many. ``texts``, ``sizes`` (pixels, 0×0:
    could not be drawn): one for each page that was asked for, as ``turns`` (degrees clockwise, ``read``)
    and ``codes`` (what QR codes say, ``codes``).
    ``cpu``: seconds. ``walls``: what kept the child in.
    """

    folder: int  # descriptor
    most: int  # bytes of a file
    refusal: Refusal | None = None
    pages: int = 0
    remarks: tuple[Remark, ...] = ()
    notes: tuple[tuple[Note, ...], ...] = ()
    fingerprints: tuple[str, ...] = ()
    attachments: int = 0
    searchable: bool = False
    texts: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    turns: tuple[int, ...] = ()
    codes: tuple[tuple[str, ...], ...] = ()
    cpu: float = 0.0
    walls: tuple[str, ...] = ()

    def document(self) -> BinaryIO:
        """The plain PDF (``prepare``, ``join``, ``cut``). Raises WorkshopFailed."""
        return open_inside(self.folder, "document.pdf", self.most)

    def attachment(self, number: int) -> BinaryIO:
        """File ``number`` (from 1) that lay inside the PDF (``prepare``). Raises WorkshopFailed."""
        return open_inside(self.folder, f"attachment-{number:d}", self.most)

    def page(self, number: int) -> BinaryIO:
        """Page ``number`` (from 1, of the whole PDF) as WebP (``pages``). Raises WorkshopFailed."""
        return open_inside(self.folder, f"page-{number:d}.webp", self.most)

    def thumb(self, number: int) -> BinaryIO:
        """The same, small. Raises WorkshopFailed."""
        return open_inside(self.folder, f"thumb-{number:d}.webp", self.most)


def open_inside(folder: int, name: str, most: int) -> BinaryIO:
    """A plain file of at most ``most`` bytes in ``folder`` (a descriptor), never what a link leads to.

    Raises WorkshopFailed.
    """
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except OSError:
        raise WorkshopFailed(f"no {name}") from None
    facts = os.fstat(descriptor)
    if not stat.S_ISREG(facts.st_mode) or facts.st_nlink != 1 or facts.st_size > most:
        os.close(descriptor)
        raise WorkshopFailed(f"odd {name}")
    return os.fdopen(descriptor, "rb")


def read_result(folder: int, *, action: str, most: int, cpu: float, walls: tuple[str, ...]) -> Outcome:
    """The outcome that ``result.json`` tells of. Raises WorkshopFailed for everything that cannot be."""
    with open_inside(folder, "result.json", _MOST_RESULT) as file:
        try:
            said = json.load(file)
        except (ValueError, RecursionError):
            raise WorkshopFailed("result") from None
    if not isinstance(said, dict):
        raise WorkshopFailed("result")
    if "failure" in said:
        failure = str(said["failure"])
        raise WorkshopFailed(failure if _FAILURE.fullmatch(failure) else "result")
    if said.get("refusal"):
        return Outcome(folder=folder, most=most, refusal=_member(Refusal)(said["refusal"]), cpu=cpu, walls=walls)
    outcome = Outcome(
        folder=folder,
        most=most,
        pages=_number(said.get("pages"), 1, MOST_PAGES),
        remarks=_many(said.get("remarks", []), _member(Remark), len(Remark)),
        notes=_many(said.get("notes", []), _notes),
        fingerprints=_many(said.get("fingerprints", []), _fingerprint),
        attachments=_number(said.get("attachments", 0), 0, MOST_ATTACHMENTS),
        searchable=said.get("searchable") is True,
        texts=_many(said.get("texts", []), _text),
        sizes=_many(said.get("sizes", []), _size),
        turns=_many(said.get("turns", []), _turn),
        codes=_many(said.get("codes", []), _codes),
        cpu=cpu,
        walls=walls,
    )
    _check_numbers(outcome, action)
    return outcome


def _check_numbers(outcome: Outcome, action: str) -> None:
    lengths = {len(outcome.notes), len(outcome.fingerprints)}
    if action == "prepare" and lengths != {outcome.pages}:
        raise WorkshopFailed("result")
    if action == "codes" and len(outcome.codes) != outcome.pages:
        raise WorkshopFailed("result")
    if action == "read" and len(outcome.turns) != len(outcome.texts):
        raise WorkshopFailed("result")
    if action == "pages" and lengths | {len(outcome.sizes)} != {len(outcome.texts)}:
        raise WorkshopFailed("result")


def _number(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise WorkshopFailed("result")
    return value


def _many(values: Any, check: Callable[[Any], T], most: int = MOST_PAGES) -> tuple[T, ...]:
    if not isinstance(values, list) or len(values) > most:
        raise WorkshopFailed("result")
    return tuple(check(value) for value in values)


def _member(kind: Callable[[Any], T]) -> Callable[[Any], T]:
    def check(value: Any) -> T:
        try:
            return kind(value)
        except (ValueError, TypeError):
            raise WorkshopFailed("result") from None

    return check


def _notes(values: Any) -> tuple[Note, ...]:
    return _many(values, _member(Note), len(Note))


def _fingerprint(value: Any) -> str:
    if not isinstance(value, str) or not _FINGERPRINT.fullmatch(value):
        raise WorkshopFailed("result")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise WorkshopFailed("result")
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _codes(values: Any) -> tuple[str, ...]:
    return _many(values, _code, MOST_CODES)


def _code(value: Any) -> str:
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise WorkshopFailed("result")
    return value


def _turn(value: Any) -> int:
    if value not in (0, 90, 180, 270):
        raise WorkshopFailed("result")
    return _number(value, 0, 270)


def _size(value: Any) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 -- width and height
        raise WorkshopFailed("result")
    return _number(value[0], 0, MOST_PIXELS), _number(value[1], 0, MOST_PIXELS)
