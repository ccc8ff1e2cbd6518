"""The builders' way back: which place in the answers a path in the claim speaks of, so that a finding can lead there.

Written by hand beside the builders, because they are: where a question has another name than the field it fills, it
stands in one of the tables below. The test takes every answer away in turn and asks for the way back.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

APPLICANT = "applicant"
_ITEM = re.compile(r"\[([^\]]+)\]")
_ITEM_DEPTH = 3  # section, list, item; a question of the item comes after them

# Parts of the claim -> sections of the form, where the names differ.
_SECTIONS = {
    "housing": ("home", "help"),
    "household": ("people",),
    "urgency": ("urgent",),
    "contact": ("you", "home"),
    "remarks": ("closing", "changes"),
    "renewal": ("changes", "confirm"),
    "wished_start": ("you",),
    "moving_assurance": ("reasons", "moving_costs", "new_home"),
}
_SECTIONS_OF_APPLICANT = ("you", "people")
# Fields of the claim -> questions and lists, where the names differ or two questions fill one field.
_QUESTIONS = {
    "base_rent": ("base_rent", "owner_interest", "lodging_fee"),
    "benefits_applied_for": ("applied_for",),
    "contact": ("phone", "email"),
    "education": ("education", "school"),
    "energy_threat": ("dangers", "urgent_needs"),
    "for_person_id": ("for_person",),
    "has_assets": ("has_money", "has_vehicles", "has_real_estate"),
    "heating_costs": ("heating_costs", "owner_heating"),
    "housing_threat": ("dangers", "urgent_needs"),
    "in_household": ("landlord_in_household",),
    "is_relative": ("landlord_is_relative",),
    "items": ("money",),
    "marital_status": ("marital_status", "relation"),
    "members": ("persons",),
    "name": ("landlord_name",),
    "net": ("net", "amount"),
    "no_account": ("has_account",),
    "no_money_for_food": ("dangers", "urgent_needs"),
    "operating_costs": ("operating_costs", "owner_operating"),
    "other_need": ("urgent_needs",),
    "parent_ids": ("parents",),
    "payer": ("payer", "office"),
    "remarks": ("remarks",),
    "role": ("relation",),
    "since": ("since", "paid_since"),
    "until": ("until", "paid_until"),
    "violence": ("dangers",),
    "wished_start": ("wished_start",),
}


class _Path(NamedTuple):
    """A path in the claim: its part, the id of the item in it, the field at its end; "" for what it does not name."""

    part: str
    item: str
    field: str


def places_behind(ref: str, addresses: Iterable[str]) -> tuple[str, ...]:
    """The places that `ref`, a path in the claim, speaks of: questions, items or one section, each once.

    `addresses` are those of the answers there are: `section.question` or `section.list.item.question`. Nothing comes
    back for what was not asked: the caller then has no way to show, never a wrong one.
    """
    path = _read(ref)
    found = (_place(path, address) for address in addresses)
    return tuple(dict.fromkeys(place for place in found if place))


def _read(ref: str) -> _Path:
    part = re.split(r"[.\[]", ref, maxsplit=1)[0]
    item = _ITEM.search(ref)
    field = (ref[item.end() :] if item else ref[len(part) :]).rpartition(".")[2]
    if item is None and part == APPLICANT:
        return _Path(part, APPLICANT, field)
    return _Path(part, item[1] if item else "", field or (part if part in _QUESTIONS else ""))


def _place(path: _Path, address: str) -> str:
    """The place seen from one answer; "" when the path does not speak of it."""
    section, *inner = address.split(".")
    names = _QUESTIONS.get(path.field, (path.field,))
    whole = ".".join((section, *inner)[:_ITEM_DEPTH])
    if path.item in inner:
        if path.field:
            return address if inner[-1] in names else ""
        return whole
    if path.item == APPLICANT:
        is_own = len(inner) == 1 and section in _SECTIONS_OF_APPLICANT
        return address if is_own and inner[0] in names else ""
    if path.item or section not in _SECTIONS.get(path.part, (path.part,)):
        return ""
    if not path.field:
        return section
    return whole if inner[0] in names else ""
