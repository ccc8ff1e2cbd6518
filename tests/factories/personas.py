"""Stored answers of the personas P01 to P03 (invented people), and how to type them into the wizard.

``P01``, ``P02`` and ``P03`` are complete documents as a draft stores them: the people of the demo, who say no to all that
their household does not mention. ``typed(instance, stored)`` gives what a browser sends for one page of the walk;
``fresh(persona)`` a copy.
"""

import copy

from applications.catalogue.complete import complete
from applications.catalogue.kinds import Amount, Date, Number
from applications.catalogue.main_application import FORM
from applications.catalogue.values import values_at
from portal.desk.management.samples import sample_households
from portal.ui.formats import format_amount

_HOUSEHOLDS = {household["email"]: household["answers"] for household in sample_households()}
P01 = complete(FORM, _HOUSEHOLDS["jonas.albers@example.org"])
P02 = complete(FORM, _HOUSEHOLDS["miriam.sander@example.org"])
P03 = complete(FORM, _HOUSEHOLDS["petra.reuter@example.org"])
PERSONAS = {"P01": P01, "P02": P02, "P03": P03}


def fresh(persona):
    """A copy that a test may change."""
    return copy.deepcopy(persona)


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
