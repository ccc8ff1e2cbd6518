"""What somebody has to do: the lines of the page "Was muss ich tun?", and who adds some.

Every app that knows of something says so in ``AppConfig.ready``; the page above asks all of them and knows none by
name. Appointments add theirs the same way, without a change anywhere else.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from portal.cases.models.actor import Actor

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Words = str | StrPromise


class DayMeans(StrEnum):
    """What the day of a line is. Only the first one can be missed."""

    UNTIL = "until"  # the last day; afterwards it is still possible
    ON = "on"  # an appointment
    KEPT = "kept"  # so long it is kept
    ENDS = "ends"  # something ends then, by itself


class Todo(Struct, frozen=True, kw_only=True):
    """One line. Title and note say no more than that there is something: the linked page shows it.

    ``due`` and ``means``: the day, and what it is. ``days``: how soon it is wanted where no day says so, counted from
    today; with it lines of all kinds are put in one order. ``note``: one short sentence, or nothing. ``is_optional``:
    nobody has to, so it is said apart from the rest.
    """

    title: "Words"
    url: str
    due: dt.date | None = None
    means: DayMeans = DayMeans.UNTIL
    days: int = 0
    note: "Words" = ""
    is_optional: bool = False

    def rank(self, today: dt.date) -> tuple[int, bool, str]:
        """Sorts the most urgent first; on the same day a fixed date goes before what has none."""
        left = (self.due - today).days if self.due else self.days
        return left, self.due is None, str(self.title)


Provider = Callable[[Actor, dt.date], Iterable[Todo]]
PROVIDERS: Final[list[Provider]] = []
PAPERS: Final[list[Provider]] = []


def declare_todo(provider: Provider) -> None:
    """Add a source of lines; call it in ``ready()``. Saying the same again is no matter.

    ``provider`` takes who acts and today, and asks a fixed number of queries, however much there is.
    """
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)


def declare_papers(provider: Provider) -> None:
    """Add a source of lines that ask for papers: they stand above somebody's papers, too. Call it in ``ready()``."""
    if provider not in PAPERS:
        PAPERS.append(provider)


def papers_asked_for(actor: Actor, today: dt.date) -> list[Todo]:
    """Return the lines that ask ``actor`` for papers, the most urgent first."""
    lines = (line for provider in PAPERS for line in provider(actor, today))
    return sorted(lines, key=lambda line: line.rank(today))
