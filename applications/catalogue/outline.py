"""All pages of a form in order, whether they apply to somebody or not: for offices that set a form up or look at it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from applications.catalogue.question import Question, Words
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Page, Section, Step


class OutlinePage(Struct, frozen=True):
    """One page. ``when`` says in words whom it is asked: conditions of the page and of what it stands in."""

    section: Section
    step: Step | Collection
    when: tuple[Words, ...] = ()

    @property
    def slug(self) -> str:
        """Its address within the form."""
        return self.step.slug

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked; nothing on a list."""
        return () if isinstance(self.step, Collection) else self.step.questions

    @property
    def page(self) -> Page:
        """What kind of page it is."""
        return Page.LIST if isinstance(self.step, Collection) else self.step.page


def outline(form: ApplicationType) -> tuple[OutlinePage, ...]:
    """Every page once; those of an item stand behind their list."""
    return tuple(page for section in form.sections for page in _pages(section, section.parts, ()))


def takes_questions(section: Section) -> bool:
    """Whether a jobcenter may ask something at its end: papers have a page of their own, with other answers."""
    return not any(isinstance(part, Step) and part.page is Page.EVIDENCE for part in section.parts)


def _pages(
    section: Section, parts: Iterable[Step | Collection | ForEach], around: tuple[Words, ...]
) -> Iterator[OutlinePage]:
    for part in parts:
        when = (*around, part.when) if part.when else around
        if isinstance(part, ForEach):
            yield from _pages(section, part.parts, when)
            continue
        yield OutlinePage(section, part, when)
        if isinstance(part, Collection):
            yield from _pages(section, part.steps, when)
