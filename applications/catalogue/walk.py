"""`walk(form, answers)`: the pages that apply, in order. Pure; everything that needs to know the form's course calls it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from applications.catalogue.in_order import InOrder
from applications.catalogue.question import Question, Words
from applications.catalogue.structure import (
    SEPARATOR,
    ApplicationType,
    Collection,
    ForEach,
    Page,
    Section,
    Step,
    Subject,
)
from applications.claim.answers import Answers, Part

Asked = TypeVar("Asked", bound=Step | Collection)


class Place(NamedTuple):
    """Where the values of a page lie: answers[section], or the item with this id in answers[section][group]."""

    section: str
    group: str = ""
    item: str = ""
    owner: str = ""  # person an item of a collection belongs to

    def address(self, key: str) -> str:
        """Where the answer to one question lies: `home.base_rent`, `work.incomes.e1.gross`."""
        return ".".join(part for part in (self.section, self.group, self.item, key) if part)


class Held(NamedTuple):
    """A section that is only to be confirmed, and whether it is."""

    section: Section
    is_confirmed: bool


class StepInstance(Struct, eq=False, dict=True):
    """One page of one draft. `slug` is its address, `subject` the person it is about, `listed` the list of its item.

    `is_held`: what stands there was told before and holds on, so that the way through the form passes it by. It can be
    opened all the same. `counts`: its answers are sent. `to_confirm`: of what the page CONFIRM asks.

    Changed by the walk that makes it, never afterwards.
    """

    section: Section
    step: Step | Collection
    slug: str
    place: Place
    own: Part
    subject: Subject | None = None
    listed: Collection | None = None
    list_slug: str = ""  # for pages of an item: the address of its list
    is_held: bool = False
    counts: bool = True
    to_confirm: tuple[Held, ...] = ()

    @property
    def page(self) -> Page:
        """What kind of page it is."""
        return Page.LIST if isinstance(self.step, Collection) else self.step.page

    @property
    def asks(self) -> bool:
        """Whether there are questions on it."""
        page = self.page  # no set: an enum's hash costs more than both comparisons
        return page is Page.FORM or page is Page.CONFIRM

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked here."""
        return () if isinstance(self.step, Collection) else self.step.questions

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the questions, in order."""
        return tuple(question.key for question in self.questions)

    @property
    def title(self) -> Words:
        """General: for the title bar and the browser's history."""
        return self.step.title

    @cached_property
    def name(self) -> Words:
        """The item's own name; "" while nothing was entered, and for pages of no item."""
        return self.listed.name(self.own) if self.listed and not self.own.is_blank else ""

    @cached_property
    def heading(self) -> str:
        """With the name of the person or thing where the step knows words for it."""
        person = self.subject.name if self.subject and not self.subject.is_applicant else ""
        named = f"{self.name} ({person})" if self.name and person else str(self.name) or person
        if named and self.step.named:
            return str(self.step.named) % {"name": named}
        return str(self.title)

    @cached_property
    def notes(self) -> tuple[Words, ...]:
        """Hints on answers that do not go together; empty when all is well."""
        check = None if isinstance(self.step, Collection) else self.step.check
        return tuple(check(self.own)) if check else ()


class Walk(InOrder[StepInstance]):
    """The pages in order. What is asked about one page looks at its section and, at its ends, at the next one: a page
    of a household of twenty costs what a page of one person does.
    """

    def __init__(
        self,
        sections: Iterable[Iterator[StepInstance]],
        section_of: Callable[[str], int | None],
        without_items: Callable[[int], Iterable[StepInstance]],
        held: Container[int] = (),
    ) -> None:
        """`without_items` makes the pages of a section but for those of the things in its lists; `held` are the numbers
        of the sections that the way through the form passes by.
        """
        super().__init__(sections, section_of)
        self.held = held
        self._without_items = without_items

    def main_course(self, number: int, here: StepInstance | None = None) -> tuple[StepInstance, ...]:
        """The pages of a section without those of single items; none of a held one, unless `here` stands in it: what
        progress is counted in. Pages of items are not even made: they would be most of the work.
        """
        if number in self.held and (here is None or self.number_of(here.slug) != number):
            return ()
        return tuple(self._without_items(number))


def walk(form: ApplicationType, stored: Mapping[str, Any]) -> Walk:
    """All pages that apply to the stored answers. Pages of an item stand before the list they belong to."""
    return pages(form, form.read(stored))


def pages(form: ApplicationType, answers: Answers) -> Walk:
    """The same for answers that are being read already."""
    held = {
        number: Held(section, bool(section.holding and section.holding.confirmed(answers)))
        for number, section in enumerate(form.sections)
        if form.confirms and section.is_held(answers)
    }

    def of_section(number: int, *, items: bool = True) -> Iterator[StepInstance]:
        made = _section(form.sections[number], answers, items=items)
        return _marked(made, held.get(number), tuple(held.values())) if form.confirms else made

    return Walk(map(of_section, range(len(form.sections))), form.section_of, partial(of_section, items=False), held)


def find(walked: Walk, slug: str) -> StepInstance | None:
    """The page with this address, or None when it does not apply."""
    return next((instance for instance in section_with(walked, slug) if instance.slug == slug), None)


def section_with(walked: Walk, slug: str) -> Iterable[StepInstance]:
    """The pages of the section in which a page with this address stands, if there is one."""
    number = walked.number_of(slug)
    return () if number is None else walked.sections()[number]


def following(walked: Walk, slug: str) -> StepInstance | None:
    """The page after "Weiter": the rest of an item, then its list; lists are entered by their own page. None at the end."""
    way = chain.from_iterable(walked.sections()[walked.number_of(slug) :])
    here = next(instance for instance in way if instance.slug == slug)
    return next((instance for instance in way if _is_on_the_way(instance, here)), None)


def preceding(walked: Walk, slug: str) -> StepInstance | None:
    """The page before "Zurück": within an item the page before, from its first page the list. None at the beginning."""
    passed = []
    for here in section_with(walked, slug):
        if here.slug == slug:
            break
        passed.append(here)
    before = [instance for instance in passed if _is_on_the_way(instance, here)]
    if here.list_slug and not (before and before[-1].place == here.place):
        return find(walked, here.list_slug)
    return before[-1] if before else _last_before(walked, slug)


def _last_before(walked: Walk, slug: str) -> StepInstance | None:
    """The last page of the sections before the one of this address."""
    for number in reversed(range(walked.number_of(slug) or 0)):
        if course := walked.main_course(number):
            return course[-1]
    return None


def _is_on_the_way(instance: StepInstance, here: StepInstance) -> bool:
    """Pages of other items are left out, and what is held; who has opened a held page walks through its section."""
    if instance.list_slug and instance.place != here.place:
        return False
    return not instance.is_held or instance.section is here.section


def _marked(found: Iterable[StepInstance], mine: Held | None, to_confirm: tuple[Held, ...]) -> Iterator[StepInstance]:
    """The pages of a form that asks only what has changed. Without anything to confirm there is no page for it."""
    for instance in found:
        if instance.page is Page.CONFIRM:
            if not to_confirm:
                continue
            instance.to_confirm = to_confirm
        if mine is not None:
            instance.is_held, instance.counts = True, mine.is_confirmed
        yield instance


def _section(section: Section, answers: Answers, *, items: bool) -> Iterator[StepInstance]:
    """`items`: with the pages of the things in its lists."""
    own = getattr(answers, section.key)
    for part in section.parts:
        if isinstance(part, Step):
            if _applies(part, answers, own):
                yield StepInstance(section, part, part.slug, Place(section.key), own)
        elif isinstance(part, Collection):
            if _applies(part, answers, own):
                yield from _collection(section, part, answers, None, items=items)
        else:
            yield from _for_each(section, part, answers, items=items)


def _for_each(section: Section, repeated: ForEach, answers: Answers, *, items: bool) -> Iterator[StepInstance]:
    whole: Part = getattr(answers, section.key)
    parts = _due(repeated.parts, answers)
    for subject in repeated.subjects(answers):
        own = whole.item(repeated.key, subject.id)
        for part in parts:
            if part.applies_to is not None and not part.applies_to(answers, own):
                continue
            if isinstance(part, Collection):
                yield from _collection(section, part, answers, subject, items=items)
            else:
                slug = f"{part.slug}{SEPARATOR}{subject.id}"
                place = Place(section.key, repeated.key, subject.id, subject.person)
                yield StepInstance(section, part, slug, place, own, subject)


def _collection(
    section: Section, collection: Collection, answers: Answers, subject: Subject | None, *, items: bool
) -> list[StepInstance]:
    """The pages of the items, then their list. No generator: most people have a list of nothing."""
    whole: Part = getattr(answers, section.key)
    owner = subject.id if subject else ""
    list_slug = f"{collection.slug}{SEPARATOR}{owner}" if owner else collection.slug
    found = []
    if items and (things := whole.items_of(owner, collection.key)):
        steps = _due(collection.steps, answers)
        for item in things:
            place = Place(section.key, collection.key, item.id, owner)
            found += [
                StepInstance(
                    section, step, f"{step.slug}{SEPARATOR}{item.id}", place, item, subject, collection, list_slug
                )
                for step in steps
                if step.applies_to is None or step.applies_to(answers, item)
            ]
    found.append(
        StepInstance(section, collection, list_slug, Place(section.key, collection.key, "", owner), whole, subject)
    )
    return found


def _due(parts: Sequence[Asked], answers: Answers) -> list[Asked]:
    """Those whose condition on all answers holds: asked once, not for every person and thing."""
    return [part for part in parts if part.applies_when is None or part.applies_when(answers)]


def _applies(part: Step | Collection, answers: Answers, own: Part) -> bool:
    """Whether the conditions of a page hold."""
    if part.applies_when is not None and not part.applies_when(answers):
        return False
    return part.applies_to is None or bool(part.applies_to(answers, own))
