"""Answers to every question of a form, so that every builder runs and every field is filled."""

from applications.catalogue import kinds
from applications.catalogue.structure import APPLICANT
from applications.claim.base import ClaimPart

# What is stored for kinds that do not store any text.
EXAMPLES = {
    kinds.Amount: "7",
    kinds.Date: "2026-01-02",
    kinds.Number: "7",
    kinds.PersonReference: [APPLICANT],
    kinds.YesNo: True,
}

SAYING_MORE = {"months": f"{APPLICANT}-2026-11"}  # ids of things that builders read something from


def example(question, turn=-1):
    """A stored answer; of several choices another one in each turn, of several check boxes all."""
    if isinstance(question, kinds.Choice):
        return question.members[turn % len(question.members)].value
    if isinstance(question, kinds.Several):
        return [member.value for member in question.only or tuple(question.options)]
    return EXAMPLES.get(type(question), "Text")


def everything(form, turn=-1):
    """Every question answered and one item, the applicant's, in every list."""
    stored = {}
    for section in form.sections:
        part = stored.setdefault(section.key, {})
        part |= {key: example(question, turn) for key, question in section.layout.questions.items()}
        for group, layout in section.layout.groups.items():
            item = {key: example(question, turn) for key, question in layout.questions.items()}
            part[group] = [item | {"id": SAYING_MORE.get(group, APPLICANT), "person": APPLICANT}]
    return stored


def filled(part):
    """`Part.field` for every field of a claim that says something, from the top down."""
    for key, value in part:
        if value not in (None, ()):
            yield f"{type(part).__name__}.{key}"
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, ClaimPart):
                yield from filled(inner)
