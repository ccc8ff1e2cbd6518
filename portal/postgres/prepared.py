"""Reads of one fixed shape: compiled by the ORM once per process, parsed and planned by PostgreSQL once per connection.

Building and compiling a queryset costs two to three times as much as PostgreSQL needs to answer it, and of that answer
parsing and planning are up to three quarters. Only the reads that every signed-in request makes (session, account,
standings, draft) are worth it; figures in docs/performance.md.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import count
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS
from django.db import connection as connection_of_thread
from django.db.models import Model, QuerySet
from django.db.models.query import RelatedPopulator, get_related_populators
from msgspec import Struct
from psycopg2.extensions import AsIs

from portal.postgres.base import DatabaseWrapper

Row = TypeVar("Row")
_numbers = count(1)  # statements have names within a connection
connection = cast("DatabaseWrapper", connection_of_thread)


class _Compiled(Struct, frozen=True):
    """The statement, how it is run with which values, and how a row becomes what the queryset yields."""

    name: str
    sql: str
    call: str
    values: tuple[str, ...]
    converters: tuple[tuple[int, Any, Any], ...]
    model: type[Model] | None
    attributes: tuple[str, ...]
    annotations: tuple[tuple[str, int], ...]
    related: tuple[RelatedPopulator, ...]


class PreparedQuery(Generic[Row]):
    """A queryset with named values left open. Yields model instances, with annotations and what `select_related`
    names, or tuples of `values_list`.

    `build` gets one sample for each open value and returns the queryset; it runs once. Samples must differ from each
    other and from every constant of the query, for the compiled parameters are recognised by them.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], **samples: Any) -> None:
        """Take the function and the samples by name. Nothing is compiled before the first use."""
        self._build = build
        self._samples = samples

    def rows(self, **values: Any) -> Iterator[Row]:
        """Run the query, one statement; all rows."""
        compiled = self._compiled
        with connection.cursor() as cursor:
            connection.prepare(compiled.name, compiled.sql)
            cursor.execute(compiled.call, [values[name] for name in compiled.values])
            found = cursor.fetchall()
        return (_restored(compiled, list(row)) for row in found)

    def first(self, **values: Any) -> Row | None:
        """The first row, or None. For queries that find at most one."""
        return next(self.rows(**values), None)

    @cached_property
    def _compiled(self) -> _Compiled:
        """Raises ValueError when a sample is missing in the SQL: the query would ignore that value."""
        queryset: Any = self._build(**self._samples)
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        names = tuple(self._samples)
        numbered = [self._numbered(parameter) for parameter in parameters]
        if len({str(each) for each in numbered if isinstance(each, AsIs)}) != len(names):
            raise ValueError(f"Some of {sorted(names)} are not in the query")
        columns = [column[0] for column in compiler.select]
        whole = queryset._fields is None  # not of `values_list`
        fields = [columns[index] for index in compiler.klass_info["select_fields"]] if whole else []
        related = self._related(compiler) if whole else []
        name = f"portal_{next(_numbers)}"
        return _Compiled(
            name,
            connection.ops.compose_sql(sql, numbered),
            f"EXECUTE {name} ({', '.join(['%s'] * len(names))})",
            names,
            tuple(
                (index, convert, expression)
                for index, (functions, expression) in compiler.get_converters(columns).items()
                for convert in functions
            ),
            queryset.model if whole else None,
            tuple(field.target.attname for field in fields),
            tuple((compiler.annotation_col_map or {}).items()),
            tuple(related),
        )

    @staticmethod
    def _related(compiler: Any) -> list[RelatedPopulator]:
        found: list[RelatedPopulator] = get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg] # the stubs are a release ahead
        return found

    def _numbered(self, parameter: Any) -> Any:
        """A value left open as `$1`, `$2`; a constant as it is."""
        found = (number for number, sample in enumerate(self._samples.values(), 1) if sample == parameter)
        number = next(found, None)
        return AsIs(f"${number}") if number is not None else parameter


def _restored(compiled: _Compiled, row: list[Any]) -> Any:
    """What Django's own iteration makes of a row."""
    for index, convert, expression in compiled.converters:
        row[index] = convert(row[index], expression, connection)
    if compiled.model is None:
        return tuple(row)
    instance = compiled.model.from_db(DEFAULT_DB_ALIAS, compiled.attributes, row[: len(compiled.attributes)])
    for name, index in compiled.annotations:
        setattr(instance, name, row[index])
    for other in compiled.related:
        other.populate(row, instance)
    return instance
