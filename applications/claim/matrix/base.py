"""What the office has to know about a kind of paper: the columns of the evidence matrix (docs/evidence.md)."""

from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from msgspec import Struct

from applications.enums import DocumentClass as Doc

Words = str | Promise


class Per(StrEnum):
    """For whom or what one paper counts."""

    HOUSEHOLD = "household"
    PERSON = "person"
    THING = "thing"  # an account, a car, a benefit: each has its own


class Span(StrEnum):
    """How long a paper says something; the months stand in `papers.valid_months`."""

    LASTING = "lasting"
    YEARLY = "yearly"
    RECENT = "recent"


class Keeps(NamedTuple):
    """How long a paper that was handed in counts for later applications, and with the answers of which section.

    When these answers change, the old paper proves nothing any more; "" where it holds all the same.
    """

    span: Span
    section: str = ""


class PaperClass(Struct, frozen=True, kw_only=True):
    """One line of the matrix. All texts are shown to claimants, except `restricted`; "" where there is nothing to say.

    - `shows`: what it proves. `per`: for whom or what one is needed.
    - `instead`: other kinds that do as well.
    - `period`: key of the figure that says how many months before the application it must cover.
    - `keeps`: how long a paper in the file counts; None: asked for with every application, because it shows a day or a
      period. `at_most`: how old it may be itself; None: age alone says nothing, a notice counts until the next one.
    - `ends`: it names a day itself after which it proves nothing.
    - `on_demand`: it helps where somebody has it, and the office asks for it only in doubt.
    - `notice`: must be read wherever it is asked for. `hide`: what may be blacked out or left out. `caution`: what else
      to think of. `where`: where to get it.
    - `restricted`: why only few may open it; "" for a paper that everybody who works on the case may read.
    - `office_has`: why nobody has to send it: the office has it or gets it more easily itself (§ 65(1) no. 3 SGB I).
    """

    shows: Words
    per: Per = Per.PERSON
    instead: tuple[Doc, ...] = ()
    period: str = ""
    keeps: Keeps | None = None
    at_most: Span | None = None
    ends: bool = False
    on_demand: bool = False
    notice: Words = ""
    hide: Words = ""
    caution: Words = ""
    where: Words = ""
    restricted: str = ""
    office_has: Words = ""
