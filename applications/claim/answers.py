"""Answers as attributes with Python values: `answers.home.base_rent` is a Decimal, or None when not answered.

The catalogue lends this view its knowledge of the questions; conditions and builders read through it. A key that no
question has raises AttributeError, so a misspelt condition fails in the first test and not silently for ever.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field

OF_AN_ITEM = frozenset({"id", "person"})  # what an item has before anything is answered
Observer = Callable[[str], None]
Result = TypeVar("Result")


class Reader(Protocol):
    """Turns a stored JSON value into a Python value; a question of the catalogue is one."""

    @property
    def for_staff_only(self) -> str:
        """Why no claim holds the answer; "" where it does."""

    def read(self, stored: Any) -> Any:
        """The value for Python; never called with None."""


class Layout(Struct, frozen=True):
    """Which questions and which groups (lists of items) a section or an item has."""

    questions: Mapping[str, Reader] = field(default_factory=dict)
    groups: Mapping[str, "Layout"] = field(default_factory=dict)

    def __or__(self, other: "Layout") -> "Layout":
        """What both have; where both know a name, the other counts, as with dictionaries."""
        groups = {key: self.groups.get(key, Layout()) | layout for key, layout in other.groups.items()}
        return Layout({**self.questions, **other.questions}, {**self.groups, **groups})


class Part:
    """Answers of one section, or of one item of a group. `id` and `owner` are empty for a section.

    `owner` is the id of the person an item belongs to ("" when it belongs to nobody). What was read once becomes an
    ordinary attribute: conditions ask the same questions hundreds of times on the way through a form.
    """

    def __init__(self, layout: Layout, stored: Mapping[str, Any], path: str, observe: Observer | None) -> None:
        self.id = str(stored.get("id", ""))
        self.owner = str(stored.get("person", ""))
        self._layout = layout
        self._stored = stored
        self._path = path
        self._observe = observe
        self._found: dict[tuple[str, str], dict[str, list[Part]]] = {}

    @property
    def is_blank(self) -> bool:
        """Whether this is an item of which nothing was saved yet, not even that something was left empty."""
        return self._stored.keys() <= OF_AN_ITEM

    def asks(self, key: str) -> bool:
        """Whether a question with this key stands here whose answer belongs into the claim."""
        question = self._layout.questions.get(key)
        return question is not None and not question.for_staff_only

    def lists(self, group: str) -> bool:
        """Whether people list things under this key here."""
        return group in self._layout.groups

    def item(self, group: str, item_id: str) -> "Part":
        """The item with this id; one without answers when there is none."""
        found = self._items_by("id", group).get(item_id)
        if found:
            return found[0]
        return Part(self._layout.groups[group], {"id": item_id}, f"{self._path}.{group}", self._observe)

    def items_of(self, owner: str, group: str) -> "Sequence[Part]":
        """The items that belong to this person ("": to nobody), in order."""
        return self._items_by("owner", group).get(owner, ())

    def _items_by(self, name: str, group: str) -> "dict[str, list[Part]]":
        """The items by id or by owner. Put together once: everybody of a household asks for the own ones."""
        found = self._found.get((name, group))
        if found is None:
            found = self._found[name, group] = {}
            for item in getattr(self, group):
                found.setdefault(getattr(item, name), []).append(item)
        return found

    def __getattr__(self, key: str) -> Any:
        """A question's value (None: not answered) or a group's items as a tuple. Raises AttributeError."""
        question = self._layout.questions.get(key)
        if question is None:
            items = self.__dict__[key] = self._items(key)
            return items
        stored = self._stored.get(key)
        value = None if stored is None else question.read(stored)
        if self._observe is None:
            self.__dict__[key] = value
        else:
            self._observe(f"{self._path}.{key}")
        return value

    def _items(self, group: str) -> "tuple[Part, ...]":
        layout = self._layout.groups.get(group)
        if layout is None:
            raise AttributeError(f"The form has no question {self._path}.{group}")
        items: Sequence[Mapping[str, Any]] = self._stored.get(group) or ()
        return tuple(Part(layout, item, f"{self._path}.{group}", self._observe) for item in items)


class Answers:
    """All answers of a draft by section: `answers.home`, `answers.people.persons`. What is stored must not change."""

    def __init__(
        self, layouts: Mapping[str, Layout], stored: Mapping[str, Any], observe: Observer | None = None
    ) -> None:
        """`observe` hears the path of every question that is read: `section.question`, `section.group.question`."""
        self._results: dict[Callable[[Answers], Any], Any] = {}
        self._layouts = layouts
        self._stored = stored
        self._observe = observe

    @cached_property
    def started_on(self) -> date | None:
        """The day the draft was started (Europe/Berlin): the day ages are looked at while it is filled in."""
        started = self._stored.get("started_on")
        return date.fromisoformat(started) if started else None

    @cached_property
    def known(self) -> frozenset[str]:
        """Sections that were known as a whole when the draft was started; what a form may leave out to ask again."""
        return frozenset(self._stored.get("known") or ())

    @cached_property
    def granted(self) -> tuple[date, date] | None:
        """First and last day of the grant period that ran when the draft was started; None when nobody knew it."""
        granted = self._stored.get("granted")
        return (date.fromisoformat(granted["from"]), date.fromisoformat(granted["until"])) if granted else None

    def once(self, function: "Callable[[Answers], Result]") -> Result:
        """What a function says about these answers, worked out once: conditions ask the same again and again."""
        if function not in self._results:
            self._results[function] = function(self)
        result: Result = self._results[function]
        return result

    def has(self, section: str) -> bool:
        """Whether the form has this section."""
        return section in self._layouts

    def __getattr__(self, section: str) -> Part:
        """The answers of one section, an empty part when nothing was answered. Raises AttributeError."""
        layout = self._layouts.get(section)
        if layout is None:
            raise AttributeError(f"The form has no section {section}")
        part = self.__dict__[section] = Part(layout, self._stored.get(section) or {}, section, self._observe)
        return part
