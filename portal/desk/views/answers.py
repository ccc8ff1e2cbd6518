"""What was handed in, ready to be shown: every answer with an address on the page that findings lead to."""

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec import Struct, field

from applications.claim.sources import places_behind
from applications.models import Finding
from portal.submissions.models import Entry, SubmissionContent

PAPERS = "evidence."


class Spot(Struct):
    """An answer, the answers about one person or thing, or a section.

    ``anchor`` is a mere number, so that an address in the browser's history says nothing about the person. ``place`` is
    where the answer lay in the form; "" for what came in before that was kept: then no finding leads here.
    ``marks`` are the waiting findings about it. ``before`` is what a correction says differently from then; None where
    it says the same or corrects nothing.
    """

    anchor: str
    label: str
    place: str = ""
    value: str = ""
    answers: list["Spot"] = field(default_factory=list)
    groups: list["Spot"] = field(default_factory=list)
    marks: list[Finding] = field(default_factory=list)
    before: str | None = None


class Reading:
    """All sections of a submission, and the way from a finding to the answers it is about."""

    def __init__(self, content: SubmissionContent) -> None:
        """Number everything in reading order; what was handed in never changes, so the numbers stay."""
        self.sections: list[Spot] = []
        self._by_place: dict[str, Spot] = {}
        self._numbers = count(1)
        self._addresses: list[str] = []
        for section in content.sections:
            shown = self._spot(section.title)
            shown.answers = self._answers(section.entries)
            for group in section.groups:
                block = self._spot(group.title)
                block.answers = self._answers(group.entries)
                self._name(block, block.answers, levels=3)
                shown.groups.append(block)
            inner = (answer for part in (shown, *shown.groups) for answer in part.answers)
            self._name(shown, inner, levels=1)
            self.sections.append(shown)

    def spots(self, refs: Iterable[str]) -> list[Spot]:
        """The spots that paths in the claim lead to, each once; none where the form did not ask or keep it."""
        places = (place for ref in refs for place in places_behind(ref, self._addresses))
        return list({place: self._by_place[place] for place in places if place in self._by_place}.values())

    def compare(self, earlier: SubmissionContent) -> list[Spot]:
        """Note at every answer what was said there before; return what was said and is not any more.

        Papers are left out: those sent before lie where they came, and only new ones come with a correction.
        """
        said = {entry.place: entry for entry in _entries(earlier) if _is_answer(entry.place) and entry.value}
        answers = [answer for part in self._parts() for answer in part.answers if _is_answer(answer.place)]
        for answer in answers:
            before = said[answer.place].value if answer.place in said else ""
            answer.before = before if before != answer.value else None
        there = {answer.place for answer in answers}
        gone = ((place, entry) for place, entry in said.items() if place not in there)
        return [
            Spot(f"f{number}", entry.label, place, entry.value) for number, (place, entry) in enumerate(gone, start=1)
        ]

    def _parts(self) -> Iterator[Spot]:
        for section in self.sections:
            yield section
            yield from section.groups

    def _spot(self, label: str, place: str = "", value: str = "") -> Spot:
        spot = Spot(f"a{next(self._numbers)}", label, place, value)
        if place:
            self._by_place.setdefault(place, spot)
            self._addresses.append(place)
        return spot

    def _answers(self, entries: Iterable[Entry]) -> list[Spot]:
        return [self._spot(entry.label, entry.place, entry.value) for entry in entries]

    def _name(self, spot: Spot, answers: Iterable[Spot], *, levels: int) -> None:
        """Give a group or section the place its answers share; pages about the same thing lead to the first."""
        known = next((answer.place for answer in answers if answer.place), "")
        if known:
            spot.place = ".".join(known.split(".")[:levels])
            self._by_place.setdefault(spot.place, spot)


def _is_answer(place: str) -> bool:
    """Whether something was said there; a paper is none."""
    return bool(place) and not place.startswith(PAPERS)


def _entries(content: SubmissionContent) -> Iterator[Entry]:
    """All answers, in reading order."""
    for section in content.sections:
        yield from section.entries
        for group in section.groups:
            yield from group.entries
