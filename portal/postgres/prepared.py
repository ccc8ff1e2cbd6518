"""Reads of one fixed shape, compiled by the ORM once per process instead of once per request.

Building and compiling a queryset costs two to three times as much as PostgreSQL needs to answer it. Only the reads that
every signed-in request makes (session, account, standings, draft) are worth it; figures in docs/performance.md.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class _Compiled:
    """SQL with its parameters (a name from outside, or a constant) and how a row becomes what the queryset yields."""

    sql: str
    parameters: tuple[tuple[str, Any], ...]  # (name, None), or ("", constant)
    converters: tuple[tuple[int, Any, Any], ...]
    model: type[Model] | None
    attributes: tuple[str, ...]
    annotations: tuple[tuple[str, int], ...]


class PreparedQuery(Generic[Row]):
    """A queryset with named values left open. Yields model instances, annotations included, or tuples of `values_list`.

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
        parameters = [values[name] if name else constant for name, constant in compiled.parameters]
        with connection.cursor() as cursor:
            cursor.execute(compiled.sql, parameters)
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
        named = tuple(self._named(parameter) for parameter in parameters)
        if {name for name, _constant in named if name} != set(self._samples):
            raise ValueError(f"Some of {sorted(self._samples)} are not in the query")
        columns = [column[0] for column in compiler.select]
        whole = queryset._fields is None  # not of `values_list`
        fields = [columns[index] for index in compiler.klass_info["select_fields"]] if whole else []
        return _Compiled(
            sql,
            named,
            tuple(
                (index, convert, expression)
                for index, (functions, expression) in compiler.get_converters(columns).items()
                for convert in functions
            ),
            queryset.model if whole else None,
            tuple(field.target.attname for field in fields),
            tuple((compiler.annotation_col_map or {}).items()),
        )

    def _named(self, parameter: Any) -> tuple[str, Any]:
        name = next((name for name, sample in self._samples.items() if sample == parameter), "")
        return (name, None) if name else ("", parameter)


def _restored(compiled: _Compiled, row: list[Any]) -> Any:
    """What Django's own iteration makes of a row."""
    for index, convert, expression in compiled.converters:
        row[index] = convert(row[index], expression, connection)
    if compiled.model is None:
        return tuple(row)
    instance = compiled.model.from_db(DEFAULT_DB_ALIAS, compiled.attributes, row[: len(compiled.attributes)])
    for name, index in compiled.annotations:
        setattr(instance, name, row[index])
    return instance
