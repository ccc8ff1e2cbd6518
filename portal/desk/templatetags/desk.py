"""``{% load desk %}``: small things the pages of the desk need."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of_person(names: Mapping[str, str], person_id: str) -> str:
    """Return the name of the person with this answer id; empty when nobody or somebody without a name is meant."""
    return names.get(person_id, "")
