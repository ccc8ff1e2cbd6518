"""The parts that every small form has: who writes, how to reach them, where they live."""

from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.copying import APPLICANT, copied
from applications.claim.model import Contact, Housing, Person
from applications.enums import HousingKind, PersonRole


def build_about_you(answers: Answers) -> dict[str, Any]:
    """`applicant`, `contact` and, where the form asks for an address, `housing`: for `Claim(**head, **…)`.

    A form without the section "home" gives the address as unknown.
    """
    you, parts = answers.you, {}
    contact = [you]
    if answers.has("home"):
        home = answers.home
        kind = HousingKind.NONE if home.no_fixed_dwelling else None
        parts["housing"] = copied(Housing, home, **({"kind": kind} if kind else {}))
        contact.append(home)
    return {
        "applicant": copied(Person, you, id=APPLICANT, role=PersonRole.APPLICANT),
        "contact": copied(Contact, *contact),
        **parts,
    }
