"""Section "Unterhalt" -> what stands in the claim of each person."""

from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.copying import APPLICANT, copied
from applications.claim.maintenance import FormerPartner, OtherParent, ParentOutside


def build_maintenance(answers: Answers, person_id: str) -> dict[str, Any]:
    """Fields of a `Person`: the three kinds of maintenance, and whether an answer would be dangerous.

    Empty for a form that does not ask about maintenance. Danger is told in the list of people or on the pages about
    maintenance: one "yes" is enough.
    """
    if not answers.has("maintenance"):
        return {}
    own = answers.maintenance.item("people", person_id)
    told = answers.people.item("persons", person_id).maintenance_unsafe
    if person_id == APPLICANT:
        told = answers.people.maintenance_unsafe
    return {
        "maintenance_unsafe": True if own.maintenance_unsafe else told,
        "former_partner": copied(FormerPartner, own),
        "other_parent": copied(OtherParent, own),
        "parent_elsewhere": copied(ParentOutside, own),
    }
