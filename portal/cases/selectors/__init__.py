"""Reads of cases: who acts, what they see."""

from portal.cases.selectors.actor import actor_for_staff, actor_for_user
from portal.cases.selectors.case import cases_visible_to, clearing_list
from portal.cases.selectors.person import find_persons, own_person, persons_visible_to

__all__ = [
    "actor_for_staff",
    "actor_for_user",
    "cases_visible_to",
    "clearing_list",
    "find_persons",
    "own_person",
    "persons_visible_to",
]
