"""No test of the suite may let social data out: e-mails, pushes and log lines are searched for the invented households.

Names, streets, account numbers and phone numbers of all personas are watched, whichever test uses them. Whoever catches
what leaves the portal on another way (a fake push service, a mail server) hands it to `saw`.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

WATCHED = {"first_name", "last_name", "holder", "street", "iban", "phone", "email"}
_leaks: list[str] = []


def words_of(answers: Any, key: str = "") -> Iterator[str]:
    """What tells in the answers of a household who it is about."""
    if isinstance(answers, dict):
        for name, value in answers.items():
            yield from words_of(value, name)
    elif isinstance(answers, list):
        for value in answers:
            yield from words_of(value, key)
    elif isinstance(answers, str) and key in WATCHED and not answers.replace(".", "").isdigit():
        yield answers


def _pattern() -> re.Pattern[str]:
    from tests.factories.personas import PERSONAS  # needs Django

    words = sorted({word for persona in PERSONAS.values() for word in words_of(persona)})
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"
    )  # looks back once at each place, not for each word


class Searcher:
    """Finds words of the personas; the pattern is made when the first text comes."""

    pattern: re.Pattern[str] | None = None

    def find(self, text: str) -> list[str]:
        """The words that stand in the text."""
        if self.pattern is None:
            self.pattern = _pattern()
        return self.pattern.findall(text)


_searcher = Searcher()


def saw(way: str, text: str) -> None:
    """Something has left the portal on this way; what it betrays fails the test."""
    _leaks.extend(f"{way}: {word}" for word in _searcher.find(text))


def leaks() -> list[str]:
    """What has been betrayed since the last call."""
    found = list(_leaks)
    _leaks.clear()
    return found


class WatchedStream(io.TextIOBase):
    """The stream of a log handler, searched before it is passed on."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Search, then write."""
        saw("log", text)
        return self.stream.write(text)

    def flush(self) -> None:
        """As the stream."""
        self.stream.flush()
