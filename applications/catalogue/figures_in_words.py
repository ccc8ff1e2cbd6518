"""Figures of the law inside words: looked up on the day on which somebody reads them."""

from collections.abc import Mapping
from typing import cast

from django.utils import timezone
from django.utils.functional import lazy

from applications.catalogue.fields import show_number
from applications.catalogue.question import Words
from portal.law.dates import day_of
from portal.law.parameter import Parameter, find
from portal.ui.formats import format_euro

PERCENT = 100


def with_law_figures(words: Words, otherwise: Words, **keys: str) -> Words:
    """`words` with a figure in place of each `%(name)s`: amounts in euro, rates in percent. `%(year)s` is this year.

    `keys` names a parameter of the law by name. Where one of them is not known today, `otherwise` is said instead.
    """
    return cast("Words", _filled(words, otherwise, keys))


def _fill(words: Words, otherwise: Words, keys: Mapping[str, str]) -> str:
    today = day_of(timezone.now())
    found = {name: find(key, today) for name, key in keys.items()}
    known = {name: _shown(figure) for name, figure in found.items() if figure is not None}
    return str(words) % {"year": str(today.year), **known} if len(known) == len(keys) else str(otherwise)


def _shown(figure: Parameter) -> str:
    if figure.unit.startswith("EUR"):
        return format_euro(figure.decimal)
    return show_number(figure.decimal * PERCENT if figure.unit == "ratio" else figure.decimal)


_filled = lazy(_fill, str)
