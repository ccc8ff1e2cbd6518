"""Which annexes of the paper form the answers stand for: one for the household, or one for everybody it is about."""

from collections.abc import Iterable

from applications.catalogue.structure import Collection, Page
from applications.catalogue.walk import StepInstance
from applications.claim.model import AnnexUsed
from applications.enums import Annex

_ORDER = {annex: place for place, annex in enumerate(Annex)}


def annexes(walked: Iterable[StepInstance]) -> tuple[tuple[Annex, str], ...]:
    """Code and name of the person ("" for the household), in the order of the paper form."""
    return tuple((code, name) for code, _person, name in _used(walked))


def annexes_used(walked: Iterable[StepInstance]) -> tuple[AnnexUsed, ...]:
    """The same by the ids of people, for the claim."""
    return tuple(AnnexUsed(annex=code, person_id=person or None) for code, person, _name in _used(walked))


def _used(walked: Iterable[StepInstance]) -> list[tuple[Annex, str, str]]:
    """Each annex of each person once; within an annex people stand in the order of the walk."""
    found: dict[tuple[Annex, str], str] = {}
    for page in walked:
        code = _annex(page)
        if code is not None:
            person, name = _about(page) if code.is_per_person else ("", "")
            found.setdefault((code, person), name)
    return sorted(((code, person, name) for (code, person), name in found.items()), key=lambda used: _ORDER[used[0]])


def _annex(page: StepInstance) -> Annex | None:
    step = page.step
    if isinstance(step, Collection) or page.page is not Page.FORM:
        return None
    return step.annex if step.annex_if is None or step.annex_if(page.own) else None


def _about(page: StepInstance) -> tuple[str, str]:
    """Id and name of the person a page is about: its subject, whose month it is, or the person in the list."""
    if page.subject is None:
        return page.place.item, str(page.name)
    return page.subject.person or page.subject.id, page.subject.name
