"""Dated legal parameters: figures with their validity, basis and source, read once from `parameters/*.yaml`.

A figure that is not known is stored as null and asking for it raises `UnknownParameter`: never 0, never last year's.
Which date picks the version differs by group and is named in the file (`selector`): see docs/adr/0004.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, field_validator

PARAMETER_FOLDER = Path(__file__).parent / "parameters"
_SOURCES_FILE = "sources.yaml"


class UnknownParameter(LookupError):
    """No value is known for this key on this date; `key` and `on` say which, so that a finding can name it."""

    def __init__(self, key: str, on: date) -> None:
        super().__init__(f"{key} on {on.isoformat()}")
        self.key = key
        self.on = on


class ParameterFileError(ValueError):
    """A parameter file contradicts itself: overlapping validity, unknown source, a key in two files or a wrong one."""


class Selector(StrEnum):
    """Which date picks the version of a parameter."""

    CALCULATION_MONTH = "calculation_month"  # first day of the month computed
    GRANT_PERIOD_START = "grant_period_start"  # § 65a(1) SGB II
    BREACH_DATE = "breach_date"  # § 65a(2), (3) SGB II
    DISPATCH_DATE = "dispatch_date"  # § 37 SGB X
    DOCUMENT_DATE = "document_date"  # § 65a(4) SGB II
    EVENT_DATE = "event_date"  # the day the clock in question starts


class Parameter(BaseModel):
    """One figure in one span of time. `value` is exact text, a list of texts, or None for "not known"."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # as in applications.claim

    key: str
    selector: Selector
    valid_from: date
    valid_to: date | None
    value: str | tuple[str, ...] | None
    unit: str
    legal_basis: str
    source: tuple[str, ...]
    confidence: Literal["high", "medium", "low"]
    status: str | None = None
    note: str | None = None

    @field_validator("value", mode="before")
    @classmethod
    def _text_only(cls, value: Any) -> Any:
        """Refuse unquoted numbers: YAML would have made them floats already."""
        if isinstance(value, int | float):
            raise ValueError("figures are quoted text, so that no digit is lost")  # noqa: TRY004 -- pydantic's protocol
        return tuple(value) if isinstance(value, list) else value

    def covers(self, on: date) -> bool:
        """Whether the date lies inside the validity, both ends included."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def decimal(self) -> Decimal:
        """The value as an exact number. Raises UnknownParameter when none is known, TypeError when it is a list."""
        if self.value is None:
            raise UnknownParameter(self.key, self.valid_from)
        if not isinstance(self.value, str):
            raise TypeError(f"{self.key} is a list")
        return Decimal(self.value)

    @property
    def decimals(self) -> tuple[Decimal, ...]:
        """The value as a list of exact numbers; a single number is a list of one."""
        if isinstance(self.value, tuple):
            return tuple(Decimal(item) for item in self.value)
        return (self.decimal,)


def load(folder: Path) -> dict[str, tuple[Parameter, ...]]:
    """Read every file of a folder: key -> versions in order of validity.

    Raises ParameterFileError for overlapping versions, a source that is not listed, a key that stands in two files, and
    a key that begins neither like its file nor with one of the file's `prefixes`.
    """
    sources = set(_read(folder / _SOURCES_FILE)["sources"])
    table: dict[str, tuple[Parameter, ...]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == _SOURCES_FILE:
            continue
        content = _read(path)
        for key, versions in _parameters_in(content):
            if key in table:
                raise ParameterFileError(f"{key} stands in two files")
            if key.partition(".")[0] not in content.get("prefixes", [path.stem]):
                raise ParameterFileError(f"{key} does not belong in {path.name}")
            _check(key, versions, sources)
            table[key] = versions
    return table


def _read(path: Path) -> dict[str, Any]:
    """One YAML file as a mapping."""
    import yaml  # noqa: PLC0415 -- 15 ms of every start, and the figures are read on first use

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times faster, the other always there
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 -- a safe loader
    return content


def _parameters_in(content: dict[str, Any]) -> Iterable[tuple[str, tuple[Parameter, ...]]]:
    """Keys of one file with their versions; what stands at the key or the file holds for every version below."""
    for key, entry in content["parameters"].items():
        shared = {"key": key, "selector": content["selector"]} | {k: v for k, v in entry.items() if k != "values"}
        versions = [Parameter.model_validate(shared | version) for version in entry["values"]]
        yield key, tuple(sorted(versions, key=lambda version: version.valid_from))


def _check(key: str, versions: tuple[Parameter, ...], sources: set[str]) -> None:
    """Raise ParameterFileError unless versions follow one another and every source is listed."""
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            raise ParameterFileError(f"{key}: versions from {earlier.valid_from} and {later.valid_from} overlap")
    unknown = {source for version in versions for source in version.source} - sources
    if unknown:
        raise ParameterFileError(f"{key}: sources not listed: {sorted(unknown)}")


@cache
def _table() -> dict[str, tuple[Parameter, ...]]:
    """The project's own parameters, read on first use."""
    return load(PARAMETER_FOLDER)


@lru_cache(maxsize=4096)
def _version(key: str, on: date) -> Parameter | None:
    """The version with a known value on a date, if there is one."""
    for version in _table().get(key, ()):
        if version.covers(on):
            return None if version.value is None else version
    return None


_NOTES: ContextVar[list[Parameter] | None] = ContextVar("_NOTES", default=None)


@contextmanager
def noting(into: list[Parameter]) -> Iterator[None]:
    """Inside, every version that anything fetches is added to the list: what a result rests on, however it came."""
    before = _NOTES.set(into)
    try:
        yield
    finally:
        _NOTES.reset(before)


def find(key: str, on: date) -> Parameter | None:
    """The version valid on a date, or None when there is no such version or its value is not known."""
    found, notes = _version(key, on), _NOTES.get()
    if found is not None and notes is not None:
        notes.append(found)
    return found


def parameter(key: str, on: date) -> Parameter:
    """The version valid on a date. Raises UnknownParameter when there is none or its value is not known."""
    found = find(key, on)
    if found is None:
        raise UnknownParameter(key, on)
    return found


def figure(key: str, on: date) -> Decimal:
    """The number valid on a date. Raises UnknownParameter."""
    return parameter(key, on).decimal


def whole(key: str, on: date) -> int:
    """A count, age or number of months valid on a date. Raises UnknownParameter."""
    return int(figure(key, on))


def selector_of(key: str) -> Selector:
    """Which date picks the version of this key. Raises KeyError for a key that no file holds."""
    return _table()[key][0].selector


def all_keys() -> tuple[str, ...]:
    """Every key there is, sorted; for documentation and the maintainers' list."""
    return tuple(sorted(_table()))
