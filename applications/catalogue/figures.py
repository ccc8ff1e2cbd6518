"""Sentences with figures of the law, looked up when they are read: nothing in the catalogue holds a figure."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import gettext

from applications.catalogue.question import Words
from applications.law.dates import BERLIN
from applications.law.parameter import whole


def with_figures(msgid: str, keys: Mapping[str, str], *, on: date | None = None) -> Words:
    """A sentence whose placeholders are filled with figures by their keys, as they are valid on a day or today.

    `msgid` is marked with `gettext_noop` where it is written. Reading it raises UnknownParameter for an unknown figure.
    """
    return lazystr(_Sentence(msgid, dict(keys), on))


class _Sentence:
    def __init__(self, msgid: str, keys: dict[str, str], on: date | None) -> None:
        self._msgid = msgid
        self._keys = keys
        self._on = on

    def __str__(self) -> str:
        on = self._on or timezone.localdate(timezone=BERLIN)
        return gettext(self._msgid) % {name: whole(key, on) for name, key in self._keys.items()}
