"""Reads of cases: who acts, what they see."""

from portal.cases.selectors.access_letter import (
    letter_by_index,
    letter_in_hand,
    persons_with_access,
    recent_letters,
    works_for_a_jobcenter,
)
from portal.cases.selectors.actor import (
    actor_acting_for,
    actor_for_guest,
    actor_for_staff,
    actor_for_user,
    guest_actor,
    guest_standing_of,
    holders_in_words,
    name_for_helper,
    name_of_holder,
    standings_to_act,
)
from portal.cases.selectors.case import cases_visible_to, clearing_list
from portal.cases.selectors.invitation import (
    begun_for_others,
    helpers_visible_to,
    invitations_visible_to,
    offers_of,
    requests_of,
)
from portal.cases.selectors.own import actor_concerned, cases_left_alone, own_persons, rights_resting_on
from portal.cases.selectors.person import find_persons, own_person, persons_visible_to
from portal.cases.selectors.representation import (
    ending_representations,
    representations_of_case,
    representing,
)
from portal.cases.selectors.seen import cases_overseen_by, looks_of_others, shown_by

__all__ = [
    "actor_acting_for",
    "actor_concerned",
    "actor_for_guest",
    "actor_for_staff",
    "actor_for_user",
    "begun_for_others",
    "cases_left_alone",
    "cases_overseen_by",
    "cases_visible_to",
    "clearing_list",
    "ending_representations",
    "find_persons",
    "guest_actor",
    "guest_standing_of",
    "helpers_visible_to",
    "holders_in_words",
    "invitations_visible_to",
    "letter_by_index",
    "letter_in_hand",
    "looks_of_others",
    "name_for_helper",
    "name_of_holder",
    "offers_of",
    "own_person",
    "own_persons",
    "persons_visible_to",
    "persons_with_access",
    "recent_letters",
    "representations_of_case",
    "representing",
    "requests_of",
    "rights_resting_on",
    "shown_by",
    "standings_to_act",
    "works_for_a_jobcenter",
]
