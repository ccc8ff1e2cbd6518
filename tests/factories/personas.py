"""Stored answers of the personas P01 to P06 and of P12's online part (invented people), and how to type them in.

They are complete documents as a draft stores them: P01 to P03 are people of the demo, the others stand in
`households.json`; all say no to what their household does not mention. ``typed(instance, stored)`` gives what a browser
sends for one page of the walk; ``fresh(persona)`` a copy; ``moved(persona, day)`` the same begun on another day.
"""

import copy
import json
from pathlib import Path

from applications.catalogue.complete import complete
from applications.catalogue.kinds import Amount, Date, Number
from applications.catalogue.main_application import FORM
from applications.catalogue.values import values_at
from portal.desk.management.samples import sample_households
from portal.law.dates import months_from
from portal.ui.formats import format_amount

_HOUSEHOLDS = {household["email"]: household["answers"] for household in sample_households()}
P01 = complete(FORM, _HOUSEHOLDS["jonas.albers@example.org"])
P02 = complete(FORM, _HOUSEHOLDS["miriam.sander@example.org"])
P03 = complete(FORM, _HOUSEHOLDS["petra.reuter@example.org"])
_FURTHER = json.loads((Path(__file__).parent / "households.json").read_text())
P04, P05, P06, P12 = (complete(FORM, _FURTHER[name]) for name in ("P04", "P05", "P06", "P12"))
PERSONAS = {"P01": P01, "P02": P02, "P03": P03, "P04": P04, "P05": P05, "P06": P06, "P12": P12}


def fresh(persona):
    """A copy that a test may change."""
    return copy.deepcopy(persona)


def moved(persona, started_on):
    """A copy begun on another day: the months of a business are those from then on."""
    answers = fresh(persona) | {"started_on": started_on.isoformat()}
    months = answers.get("self_employment", {}).get("months", ())
    by_owner = {}
    for month in months:
        turn = by_owner[month["person"]] = by_owner.get(month["person"], -1) + 1
        month["id"] = f"{month['person']}-{months_from(started_on, turn + 1)[turn]:%Y-%m}"
    return answers


def typed(instance, stored):
    """What a browser sends for one page of the walk (`applications.catalogue.walk`) when these answers are typed in."""
    values, sent = values_at(stored, instance.place), {}
    for question in instance.questions:
        value = values.get(question.key)
        if value is None:
            continue
        if isinstance(question, Date):
            for index, part in enumerate(reversed(value.split("-"))):
                sent[f"{question.key}_{index}"] = part
        elif isinstance(question, Amount):
            sent[question.key] = format_amount(value)
        elif isinstance(question, Number):
            sent[question.key] = value.replace(".", ",")
        else:
            sent[question.key] = question.initial(value)
    return sent
