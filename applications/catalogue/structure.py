"""How questions are put together: steps, lists of things, things asked for every person, sections, forms."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, cast

from msgspec import Struct, field
from msgspec.structs import force_setattr

from applications.catalogue.question import Question, Words
from applications.claim.answers import Answers, Layout, Observer, Part
from applications.claim.model import AskedPaper
from applications.enums import Annex, FormKind, Topic

Condition = Callable[[Answers], object]
SEPARATOR = "-"  # between the address of a step and the id of whom or what it is about
APPLICANT = "applicant"  # id of the applicant among the people of the answers


class Page(StrEnum):
    """What kind of page a step is."""

    FORM = "form"  # questions
    LIST = "list"  # the items of a collection
    NOTICE = "notice"  # nothing to answer: something important to read
    EVIDENCE = "evidence"  # papers
    CONFIRM = "confirm"  # what was told before and still holds, one tick for each section


class Subject(Struct, frozen=True):
    """Somebody a step is asked about; or something of a `person`, such as a month of somebody's business."""

    id: str
    name: str
    person: str = ""

    @property
    def is_applicant(self) -> bool:
        """Whether this is the person who applies."""
        return self.id == APPLICANT


class _Addressed(Struct, frozen=True, eq=False):
    slug: str
    title: Words
    questions: tuple[Question, ...] = ()


class Step(_Addressed, frozen=True, eq=False, kw_only=True):
    """One page. `title` is general and may stand in the browser's history; `named` holds `%(name)s` of the person or thing.

    `applies_when(answers)` decides whether the page is asked at all, `applies_to(answers, own)` the same for one item.
    `when` says both in words, for lists of all questions. `check(own)` returns hints on answers that do not go together,
    in words for the claimant. They never block. `tells` is what a page to read says, one paragraph each. `annex` is the
    part of the paper form that the page belongs to, where `annex_if(own)` holds; `annexes` puts them together. `hint` is
    what the jobcenter adds, as it was typed there.
    """

    named: Words = ""
    intro: Words = ""
    when: Words = ""
    applies_when: Condition | None = None
    applies_to: Callable[[Answers, Part], object] | None = None
    tells: tuple[Words, ...] = ()
    check: Callable[[Part], Iterable[Words]] | None = None
    page: Page = Page.FORM
    annex: Annex | None = None
    annex_if: Callable[[Part], object] | None = None
    hint: Words = ""


class Origin(NamedTuple):
    """A list of other forms whose things a list may begin with; `fits(item)` says which of them, as they are stored."""

    section: str
    group: str
    fits: Callable[[Mapping[str, Any]], object]


class _Listed(Struct, frozen=True, eq=False):
    key: str
    slug: str
    title: Words
    steps: tuple[Step, ...]


class Collection(_Listed, frozen=True, eq=False, kw_only=True):
    """A list to which people add items themselves: persons, incomes, accounts. Stored at answers[section][key].

    Inside a `ForEach` every person has an own list; the items carry the person's id as `person`.
    `name(own)` names an item ("" while nothing is known). An empty list counts as missing: ask first whether there is any.
    `begins_with`: what was listed elsewhere before stands here at once, where the section is `carried`.
    """

    one: Words  # "Person", "Konto"
    add: Words  # "Person hinzufügen"
    more: Words  # "Weitere Person hinzufügen"
    empty: Words  # "Sie haben noch niemanden eingetragen."
    name: Callable[[Part], Words]
    named: Words = ""
    intro: Words = ""
    when: Words = ""
    applies_when: Condition | None = None
    applies_to: Callable[[Answers, Part], object] | None = None
    most: int = 20
    begins_with: Origin | None = None
    hint: Words = ""


class ForEach(Struct, frozen=True, eq=False):
    """Steps asked for every subject, one subject after the other. Stored at answers[section][key], id = subject's id."""

    key: str
    subjects: Callable[[Answers], Sequence[Subject]]
    parts: tuple[Step | Collection, ...]
    when: Words = ""  # whom it is asked about, in words


class Holding(Struct, frozen=True, eq=False):
    """A section whose pages need not be asked again: what is known of it holds on until `changed(answers)`.

    Until then one tick on the page CONFIRM says that it is still so (`confirmed(answers)`); what nobody has confirmed
    is not sent. `gist(answers)` says in a few lines what is known, `when` says `changed` in words. `law` names a figure
    of the law: what was told before its present version began is asked once more.
    """

    changed: Condition
    confirmed: Condition
    gist: Callable[[Answers], Iterable[Words]]
    when: Words = ""
    law: str = ""


class Section(Struct, frozen=True, eq=False, dict=True):
    """A part of the form as the task list shows it. Its answers lie under `key`.

    `carried`: what was said here holds on, so that the person's next form with this section begins with it.
    `holding`: with what is carried the section is only to be confirmed.
    """

    key: str
    title: Words
    parts: tuple[Step | Collection | ForEach, ...]
    carried: bool = False
    holding: Holding | None = None
    hint: Words = ""  # of the jobcenter, shown where the section begins

    def is_held(self, answers: Answers) -> bool:
        """Whether what was told before stands: known as a whole, and nothing has changed."""
        return self.holding is not None and self.key in answers.known and not self.holding.changed(answers)

    @cached_property
    def layout(self) -> Layout:
        """Questions and groups of the section, for reading answers."""
        groups: dict[str, dict[str, Question]] = {}
        own: dict[str, Question] = {}
        for part in self.parts:
            if isinstance(part, Step):
                own |= _by_key(part)
            elif isinstance(part, Collection):
                _add_steps(groups, part.key, part.steps)
            else:
                _add_steps(groups, part.key, (inner for inner in part.parts if isinstance(inner, Step)))
                for inner in part.parts:
                    if isinstance(inner, Collection):
                        _add_steps(groups, inner.key, inner.steps)
        return Layout(own, {key: Layout(questions) for key, questions in groups.items()})


def _addresses(part: Step | Collection | ForEach) -> Iterator[str]:
    """Addresses of a part and of the parts inside."""
    if not isinstance(part, ForEach):
        yield part.slug
    for inner in part.parts if isinstance(part, ForEach) else part.steps if isinstance(part, Collection) else ():
        yield from _addresses(inner)


def _by_key(step: Step) -> dict[str, Question]:
    return {question.key: question for question in step.questions}


def _add_steps(groups: dict[str, dict[str, Question]], key: str, steps: Iterable[Step]) -> None:
    questions = groups.setdefault(key, {})
    for step in steps:
        questions |= _by_key(step)


class Consent(Struct, frozen=True):
    """What the person reads who has asked for the jobcenter's consent: until it is answered, at yes, at no."""

    waiting: Words
    agreed: Words
    refused: Words


class _Form(Struct, frozen=True, eq=False):
    key: str
    title: Words
    version: str
    sections: tuple[Section, ...]
    people: Callable[[Answers], Sequence[Subject]]


class ApplicationType(_Form, frozen=True, eq=False, dict=True, kw_only=True):
    """A form: immutable, known by key, catalogue version and overlay version; both are frozen on a draft at its start.

    `people(answers)` names everybody who can be referred to, the applicant first. `layouts` tells how answers are read:
    what the form asks and what it is told here, questions of other versions or of steps that were switched off. Nobody
    is asked those, so they read as None, while a name that no form knows is an error.

    `is_whole`: it asks about the whole household, so all rules look at it and its papers follow from the claim; of other
    forms the papers are those that their questions name; `papers` are those that the jobcenter always wants.
    `for_living`: an application for benefits to live on, which counts from the first of its month (§ 37(2) S.2 SGB II).
    `statements(answers)` are sentences for the receipt.
    `consent`: staff answer it at the desk with yes or no; no machine does.
    `continues`: keys of shorter forms whose application this one goes on with, so that their date counts.
    """

    kind: FormKind = FormKind.APPLICATION
    place: int = 100  # among the forms one can begin with, the lowest first
    topic: Topic = Topic.OTHER
    summary: Words = ""  # what it is for, in one sentence
    is_whole: bool = False
    for_living: bool = True
    is_optional: bool = True  # a jobcenter may switch it off
    statements: Callable[[Answers], Iterable[Words]] | None = None
    consent: Consent | None = None
    continues: tuple[str, ...] = ()
    duration: Words = ""  # "etwa 5 Minuten"
    prepare: Words = ""  # what to have at hand
    overlay_version: str = ""
    papers: tuple[AskedPaper, ...] = ()
    layouts: Mapping[str, Layout] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Add what the form itself asks, once."""
        asked = Layout(groups={section.key: section.layout for section in self.sections})
        force_setattr(self, "layouts", (Layout(groups=self.layouts) | asked).groups)

    def read(self, stored: Mapping[str, Any], observe: Observer | None = None) -> Answers:
        """The typed view of stored answers."""
        return Answers(self.layouts, stored, observe)

    @property
    def asks_for_benefits(self) -> bool:
        """Whether it is an application."""
        return self.kind is FormKind.APPLICATION

    @property
    def counts_from_first(self) -> bool:
        """Whether it counts from the first of its month (§ 37(2) S.2 SGB II)."""
        return self.asks_for_benefits and self.for_living

    @property
    def asks_for_papers(self) -> bool:
        """Whether there is a page for them."""
        return any(
            isinstance(part, Step) and part.page is Page.EVIDENCE for section in self.sections for part in section.parts
        )

    @cached_property
    def confirms(self) -> bool:
        """Whether it begins with what was told before and asks only what has changed."""
        return any(section.holding is not None for section in self.sections)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Number of the section by address of a step or list."""
        return {
            slug: number
            for number, section in enumerate(self.sections)
            for part in section.parts
            for slug in _addresses(part)
        }

    def section_of(self, address: str) -> int | None:
        """Number of the section in which a page with this address can stand; None when there is none."""
        while address and address not in self._numbers:
            address = address.rpartition(SEPARATOR)[0]  # the id of a person or thing is the last
        return self._numbers.get(address)

    def names(self, answers: Answers) -> dict[str, str]:
        """Name by id of everybody who can be referred to, the applicant first."""
        return {subject.id: subject.name for subject in self.people(answers)}

    def questions(self) -> Iterable[tuple[str, Question]]:
        """Every question with its path: `section.key` or `section.group.key`."""
        for section in self.sections:
            groups = ((f"{section.key}.{group}", layout) for group, layout in section.layout.groups.items())
            for path, layout in ((section.key, section.layout), *groups):
                for key, question in layout.questions.items():
                    yield f"{path}.{key}", cast("Question", question)
