"""The standard texts of the public pages, as data: one module per page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class TextSection(Struct, frozen=True, kw_only=True):
    """One section of a text page: paragraphs, then points. ``key`` lets a template add something to it."""

    title: _StrPromise
    paragraphs: tuple[_StrPromise, ...] = ()
    points: tuple[_StrPromise, ...] = ()
    key: str = ""
