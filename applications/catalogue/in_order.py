"""What is worked out section by section, and only as far as somebody reads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar, overload

Entry = TypeVar("Entry")


class _Stretch(Generic[Entry]):
    """The pages of one section, worked out as far as somebody reads."""

    def __init__(self, pages: Iterator[Entry]) -> None:
        self._known: list[Entry] = []
        self._is_complete = False
        self._rest = pages

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._known) if self._is_complete else self._further()

    def _further(self) -> Iterator[Entry]:
        known, rest = self._known, self._rest
        position = 0
        while True:
            if position == len(known):
                page = next(rest, None)
                if page is None:
                    self._is_complete = True
                    return
                known.append(page)
            yield known[position]
            position += 1


class InOrder(Sequence[Entry]):
    """Entries in order, section by section, each worked out as far as somebody reads."""

    def __init__(self, sections: Iterable[Iterator[Entry]], section_of: Callable[[str], int | None]) -> None:
        """`sections` are read once; `section_of` tells the number of the section from the address of a page."""
        self._stretches = [_Stretch(pages) for pages in sections]
        self._section_of = section_of

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable(self._stretches)

    def __len__(self) -> int:
        return sum(1 for _page in self)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        return list(self)[index]

    def sections(self) -> tuple[Iterable[Entry], ...]:
        """The pages of each section; some have none."""
        return tuple(self._stretches)

    def number_of(self, slug: str) -> int | None:
        """The number of the section in which a page with this address can stand."""
        return self._section_of(slug)
