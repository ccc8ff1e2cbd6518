"""What the apps hold of people: how each hands it out (Art. 15 GDPR, § 83 SGB X) and how long it keeps it, and why.

Every app says so in one place, its module ``personal_data``, and declares it in ``AppConfig.ready``. Nobody above has
to know which apps there are; a test walks all tables and finds those that nobody has spoken for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db.models import Model
from msgspec import Struct

from portal.audit.errors import DuplicateDeclaration

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Words = str | StrPromise

Entry = TypeVar("Entry")


class ExportFile(Struct, frozen=True, kw_only=True):
    """A file of the copy. ``path``: folder and name below the folder of files; ``pieces`` opens it when its turn comes.

    ``size`` in bytes, ``sha256`` in hex, both of the plain content.
    """

    path: str
    media_type: str
    size: int
    sha256: str
    pieces: Callable[[], Iterator[bytes]]


class Record(Struct, frozen=True, kw_only=True):
    """One thing as a person reads it: a heading, facts (label, value), sentences, files, and smaller things inside."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    files: tuple[ExportFile, ...] = ()
    records: tuple["Record", ...] = ()

    def all_files(self) -> Iterator[ExportFile]:
        """Its own files and those of everything inside."""
        yield from self.files
        for record in self.records:
            yield from record.all_files()


class Exported(Struct, frozen=True, kw_only=True):
    """What one part holds of one person: ``records`` to read, ``data`` the same for machines (JSON)."""

    records: tuple[Record, ...] = ()
    data: Any = None


class ExportPart(Struct, frozen=True, kw_only=True):
    """How an app hands out what it holds. ``collect`` takes an account and returns only what is that person's.

    ``key`` names the part in the JSON file and never changes, ``title`` heads it. ``models``: the tables it speaks for.
    """

    key: str
    title: "Words"
    models: tuple[type[Model], ...]
    collect: Callable[[UUID], Exported]


class RetentionRule(Struct, frozen=True, kw_only=True):
    """How long a kind of data is kept (``kept``), what for (``why``) and after which law (``basis``), in plain words.

    ``%(figure)s`` in ``kept`` is the dated figure of that name in ``portal/law/parameters``: figures stand there
    and nowhere else. ``ends_with_account``: closing the account deletes it at once, whatever ``kept`` says.
    ``is_told``: whether it is listed for claimants; what concerns staff alone is not.
    """

    key: str
    what: "Words"
    kept: "Words"
    why: "Words"
    basis: "Words"
    models: tuple[type[Model], ...]
    figure: str = ""
    ends_with_account: bool = False
    is_told: bool = True


class Declarations:
    """Everything declared in this process, in the order of the apps: the lowest first."""

    def __init__(self) -> None:
        self._parts: dict[str, ExportPart] = {}
        self._rules: dict[str, RetentionRule] = {}

    @property
    def parts(self) -> tuple[ExportPart, ...]:
        """The parts of a copy."""
        return tuple(self._parts.values())

    @property
    def rules(self) -> tuple[RetentionRule, ...]:
        """How long what is kept."""
        return tuple(self._rules.values())

    def declare(self, *, parts: Iterable[ExportPart] = (), rules: Iterable[RetentionRule] = ()) -> None:
        """Add what an app says. Saying the same again is no matter. Raises DuplicateDeclaration for a taken key."""
        for part in parts:
            _put(self._parts, part.key, part)
        for rule in rules:
            _put(self._rules, rule.key, rule)

    def exported_models(self) -> frozenset[type[Model]]:
        """Tables that some part speaks for."""
        return frozenset(model for part in self.parts for model in part.models)

    def retained_models(self) -> Mapping[type[Model], RetentionRule]:
        """The rule of each table that has one."""
        return {model: rule for rule in self.rules for model in rule.models}


def _put(known: dict[str, Entry], key: str, entry: Entry) -> None:
    if known.setdefault(key, entry) is not entry:
        raise DuplicateDeclaration(key)


declarations = Declarations()


def declare_personal_data(*, parts: Iterable[ExportPart] = (), rules: Iterable[RetentionRule] = ()) -> None:
    """Say how an app hands out what it holds of people and how long it keeps it; call it in ``ready()``."""
    declarations.declare(parts=parts, rules=rules)
