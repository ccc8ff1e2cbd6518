"""Finding words in what was read of pages. In memory only: the text lies encrypted, and no index is made of it."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from portal.documents.models import Document, DocumentPage

AROUND: Final = 60  # characters shown before and after the first word that was found
MOST: Final = 100  # pages that are shown


class Piece(Struct, frozen=True):
    """A part of the shown text."""

    text: str
    is_match: bool


class Hit(Struct, frozen=True):
    """A page with all the words, and a few words around the first place."""

    document: Document
    number: int
    pieces: tuple[Piece, ...]


def find(pages: Iterable[DocumentPage], query: str) -> list[Hit]:
    """The pages that hold every word of ``query``, at most ``MOST``. Case and accents do not matter; so "Größe" finds
    "grosse", as a reader that knows no umlauts writes it.
    """
    words = [word for word in ("".join(_folded(character) for character in part) for part in query.split()) if word]
    hits: list[Hit] = []
    for page in pages if words else ():
        pieces = _pieces(page.text or "", words)
        if pieces:
            hits.append(Hit(page.document, page.number, pieces))
            if len(hits) == MOST:
                break
    return hits


def _folded(character: str) -> str:
    """One character as it is compared; may be more than one, or none."""
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def _pieces(text: str, words: list[str]) -> tuple[Piece, ...]:
    places: list[int] = []  # where in the text each folded character comes from
    folded = ""
    parts = []
    for place, character in enumerate(text):
        part = " " if character.isspace() else _folded(character)
        parts.append(part)
        places.extend([place] * len(part))
    folded = "".join(parts)
    if not all(word in folded for word in words):
        return ()
    first = min(folded.index(word) for word in words)
    begin, end = max(places[first] - AROUND, 0), min(places[first] + 2 * AROUND, len(text))
    marked = set()
    for word in words:
        at = folded.find(word)
        while at >= 0:
            marked.update(places[at : at + len(word)])
            at = folded.find(word, at + len(word))
    return _cut(text, begin, end, marked)


def _cut(text: str, begin: int, end: int, marked: set[int]) -> tuple[Piece, ...]:
    """The text between the two places, in pieces that are matches or not; an ellipsis where something was left out."""
    pieces = [Piece("… ", is_match=False)] if begin else []
    at = begin
    while at < end:
        is_match = at in marked
        stop = at + 1
        while stop < end and (stop in marked) is is_match:
            stop += 1
        pieces.append(Piece(" ".join(text[at:stop].split("\n")), is_match))
        at = stop
    if end < len(text):
        pieces.append(Piece(" …", is_match=False))
    return tuple(pieces)
