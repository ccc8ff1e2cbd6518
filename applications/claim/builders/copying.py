"""Questions that have the name of a field fill it: what a builder writes out are its exceptions."""

from typing import Any, TypeVar

from applications.claim.answers import Part
from applications.claim.base import ClaimPart

Made = TypeVar("Made", bound=ClaimPart)


def copied(model: type[Made], *parts: Part, prefix: str = "", **given: Any) -> Made:
    """A part of the claim. A field is what was `given`, else the answer of the first of the parts that asks for it.

    With a `prefix`, `name` is asked as `landlord_name`. The model refuses a misspelt exception, a missing field that
    is required and a value of another type: mistakes of who writes forms and builders, never of who answers.
    """
    values = dict(given)
    for part in parts:
        names = (name for name in model.model_fields if name not in values and part.asks(prefix + name))
        values |= {name: getattr(part, prefix + name) for name in names}
    return model(**values)
