"""Questions that have the name of a field fill it: what a builder writes out are its exceptions."""

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from applications.claim.answers import Part
from applications.claim.base import ClaimPart

APPLICANT = "applicant"  # id of the applicant in every claim; owner of what nobody was named for
Made = TypeVar("Made", bound=ClaimPart)


def copied(model: type[Made], *parts: Part, prefix: str = "", **given: Any) -> Made:
    """A part of the claim. A field is what was `given`, else what the first of the parts says that asks for it.

    With a `prefix`, `name` is asked as `landlord_name`. A list of the form fills a tuple of its name. The model refuses
    a misspelt exception, a missing field that is required and a value of another type: mistakes of who writes forms and
    builders, never of who answers.
    """
    values = dict(given)
    for part in parts:
        for name, field in model.model_fields.items():
            if name in values:
                continue
            if part.asks(prefix + name):
                values[name] = getattr(part, prefix + name)
            elif part.lists(name):
                values[name] = copied_items(get_args(field.annotation)[0], getattr(part, name))
    return model(**values)


def copied_items(model: type[Made], items: Iterable[Part]) -> tuple[Made, ...]:
    """One part of the claim for every item of a list, with the item's id and, where it has one, its owner."""
    return tuple(copied(model, item, **identity(model, item)) for item in items)


def identity(model: type[ClaimPart], item: Part) -> dict[str, str]:
    """The id of an item and whose it is: of the person it names or was entered for, else of the applicant."""
    if "person_id" not in model.model_fields:
        return {"id": item.id}
    named = item.belongs_to if item.asks("belongs_to") else None
    return {"id": item.id, "person_id": named or item.owner or APPLICANT}
