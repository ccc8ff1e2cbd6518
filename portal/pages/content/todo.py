"""What there is to do, in words: until when, and that it is not too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from django.utils.translation import gettext as _
from msgspec import Struct

from portal.cases.models.todo import DayMeans
from portal.ui.formats import format_weekday_date

if TYPE_CHECKING:
    from portal.cases.models.todo import Todo

SOON: Final = 3  # days: from then on a last day stands out


class Line(Struct, frozen=True, kw_only=True):
    """One line of the page. ``when`` is its day in words, "" without one; ``kind`` that of the badge around it."""

    title: str
    url: str
    when: str
    kind: Literal["info", "warning"]
    note: str


def lines(todo: Iterable[Todo], today: dt.date) -> list[Line]:
    """Return the lines in words, in their order."""
    return [
        Line(
            title=str(each.title),
            url=each.url,
            when=_when(each, today),
            kind=_kind(each, today),
            note=_note(each, today),
        )
        for each in todo
    ]


def _when(todo: Todo, today: dt.date) -> str:
    if todo.due is None:
        return ""
    return _frame(todo, today) % {"day": day_in_words(todo.due, today)}


def _frame(todo: Todo, today: dt.date) -> str:
    is_over = todo.due is not None and todo.due < today
    match todo.means:
        case DayMeans.ON:
            return _("%(day)s")
        case DayMeans.KEPT:
            return _("gespeichert bis %(day)s")
        case DayMeans.ENDS:
            return _("endete %(day)s") if is_over else _("endet %(day)s")
        case _:
            return _("fällig war %(day)s") if is_over else _("bis %(day)s")


def _note(todo: Todo, today: dt.date) -> str:
    if todo.means is DayMeans.UNTIL and todo.due is not None and todo.due < today:
        return " ".join(filter(None, (_("Das geht auch jetzt noch."), str(todo.note))))
    return str(todo.note)


def _kind(todo: Todo, today: dt.date) -> Literal["info", "warning"]:
    counts = todo.means is not DayMeans.KEPT and todo.due is not None
    return "warning" if counts and (todo.due or today) <= today + dt.timedelta(days=SOON) else "info"


def day_in_words(day: dt.date, today: dt.date) -> str:
    """``heute``, ``morgen``, ``gestern``, else ``Mittwoch, 2. Dezember``; with the year when it is another one."""
    near = {0: _("heute"), 1: _("morgen"), -1: _("gestern")}
    known = near.get((day - today).days)
    if known:
        return known
    return format_weekday_date(day).removesuffix(f" {today.year}")
