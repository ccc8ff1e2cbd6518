"""Stored answers, changed by copying: `values_at`, `with_values`, `with_item`, `without_item`. Nothing here is modified."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

from applications.catalogue.walk import Place

Stored = dict[str, Any]
_OPEN: tuple[Any, ...] = (None, "", [])
_ID_BYTES = 4  # ids are unique within one draft only


def new_id() -> str:
    """A new id for an item; random, so that it says nothing and is never used twice in a draft."""
    return secrets.token_hex(_ID_BYTES)


def values_at(stored: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    """The values that lie at a place; empty when there are none."""
    section = stored.get(place.section) or {}
    return _item(section, place) if place.group else section


def with_values(stored: Mapping[str, Any], place: Place, values: Mapping[str, Any]) -> Stored:
    """The answers with these values at a place; other values there stay. An item that is not there is added."""
    section = dict(stored.get(place.section) or {})
    if not place.group:
        return {**stored, place.section: {**section, **values}}
    changed = {**_item(section, place), **values}
    items = [changed if item["id"] == place.item else item for item in section.get(place.group) or ()]
    if not any(item["id"] == place.item for item in items):
        items.append({"id": place.item, **({"person": place.owner} if place.owner else {}), **values})
    return {**stored, place.section: {**section, place.group: items}}


def without_item(stored: Mapping[str, Any], place: Place) -> Stored:
    """The answers without an item, and without what hangs on it: a removed person takes the own incomes along."""
    section = dict(stored.get(place.section) or {})
    section[place.group] = [item for item in section.get(place.group) or () if item["id"] != place.item]
    kept: Stored = {**stored, place.section: section}
    return {key: _without_owner(value, place.item) for key, value in kept.items()}


def step_version(stored: Mapping[str, Any], place: Place, keys: tuple[str, ...]) -> str:
    """The version of a page: `values_version` of what is stored there."""
    return values_version(values_at(stored, place), keys)


def values_version(values: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """What two windows compare: a short digest of the values a page shows. Equal values, equal version."""
    shown = json.dumps([values.get(key) for key in keys], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def contradicts(told: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether an answer was changed, or an item came or went. What is open, then or now, contradicts nothing."""
    return any(_is_other(value, now[key]) for key, value in told.items() if key in now)


def _is_other(told: Any, now: Any) -> bool:
    """Whether one answer says something else than the other; of lists of items each is compared."""
    if _is_group(told) and _is_group(now):
        there = {item["id"]: item for item in now}
        return there.keys() != {item["id"] for item in told} or any(
            contradicts(item, there[item["id"]]) for item in told
        )
    return told != now and told not in _OPEN and now not in _OPEN


def _item(section: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    return next((item for item in section.get(place.group) or () if item["id"] == place.item), {})


def _without_owner(section: Any, person: str) -> Any:
    """A section without the items that belong to a person or are about that person."""
    if not isinstance(section, dict):
        return section
    return {
        key: [item for item in value if person not in {item.get("person"), item.get("id")}]
        if _is_group(value)
        else value
        for key, value in section.items()
    }


def _is_group(value: Any) -> bool:
    """A list of items, not a list of chosen values."""
    return isinstance(value, list) and all(isinstance(item, dict) and "id" in item for item in value)
