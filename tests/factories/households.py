"""Large households, invented: every section of the main application is filled, every list has something in it."""

from functools import cache

from applications.catalogue.main_application import FORM
from applications.enums import HousingKind, Relation
from tests.walks.answering import Answering
from tests.walks.planning import completed

STARTED_ON = "2026-11-16"
ADULTS = {0: Relation.UNMARRIED_PARTNER}  # everybody else is a child


class YesToEverything:
    """In place of chance: says yes, takes all that can be chosen and the first of what excludes the rest."""

    def random(self):
        """Small enough for yes, too large to leave a question open."""
        return 0.3

    def choice(self, options):
        """The first."""
        return options[0]

    def randint(self, _low, high):
        """The largest."""
        return high


@cache
def large_household(people):
    """Stored answers of so many people in a dwelling, the applicant among them. Do not change them."""
    persons = [
        {
            "id": f"p{number}",
            "relation": ADULTS.get(number, Relation.OWN_CHILD).value,
            "birth_date": f"{(1990 if number in ADULTS else 2007 + number % 19)}-03-{number % 28 + 1:02d}",
        }
        for number in range(people - 1)
    ]
    begun = {
        "started_on": STARTED_ON,
        "people": {"lives_alone": people == 1, "persons": persons},
        "you": {"nationality": "UA", "birth_date": "1992-05-04"},
        "home": {"kind": HousingKind.RENTED.value},
    }
    return completed(FORM, begun, Answering(YesToEverything()))
