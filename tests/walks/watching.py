"""A form that tells which of its conditions were true, which false, and which answers each of them read."""

from collections import defaultdict

from msgspec.structs import replace

from applications.catalogue.structure import Collection, ForEach
from applications.catalogue.walk import pages
from applications.claim.answers import Answers

CONDITIONS = ("applies_when", "applies_to")
HOLDING = ("changed", "confirmed")  # of a section that was told before


class Watched:
    """`look(stored)` gives `(condition, said)` for every condition that these answers ask for.

    A condition is a page's `applies_when` or `applies_to`, a question's `needed_if`, whether a section that was told
    before has changed or is confirmed, or whom a `ForEach` asks about: true means somebody beside the applicant.
    """

    def __init__(self, form):
        self.reads = defaultdict(set)  # condition -> questions it has read
        self.around = {}  # condition -> conditions it stands in
        self._said = set()
        self._reading = []
        sections = tuple(
            replace(
                section,
                parts=tuple(self._part(part, section.key, ()) for part in section.parts),
                holding=self._holding(section),
            )
            for section in form.sections
        )
        self.form = replace(form, sections=sections)

    @property
    def outcomes(self):
        """All that there is to see."""
        return {(name, said) for name in self.around for said in (True, False)}

    def look(self, stored):
        """What the conditions say about answers."""
        self._said = set()
        for page in pages(self.form, self.form.read(stored, self._heard)):
            for question in page.questions:
                question.is_needed(page.own)
        return self._said

    def read_for(self, name, *, alone):
        """Questions on which it depends what a condition says; unless `alone`, or whether it is asked at all."""
        found = set()
        for condition in (name, *(() if alone else self.around[name])):
            found |= self.reads[condition]
        return sorted(found)

    def _heard(self, path):
        for reading in self._reading:
            reading.add(path)

    def _holding(self, section):
        if section.holding is None:
            return None
        names = {f"{section.key} {field}": field for field in HOLDING}
        self.around |= {name: tuple(names)[:number] for number, name in enumerate(names)}
        own = {field: self._watched(name, getattr(section.holding, field), bool) for name, field in names.items()}
        return replace(section.holding, **own)

    def _part(self, part, path, around):
        if isinstance(part, ForEach):
            name = f"{path}.{part.key}"
            self.around[name] = around
            inner = tuple(self._part(each, path, (*around, name)) for each in part.parts)
            return replace(part, subjects=self._watched(name, part.subjects, _somebody_else), parts=inner)
        own = {f"{part.slug} {field}": field for field in CONDITIONS if getattr(part, field) is not None}
        changed = {field: self._watched(name, getattr(part, field), bool) for name, field in own.items()}
        self.around |= {name: around + tuple(own)[:number] for number, name in enumerate(own)}
        inside = (*around, *own)
        if isinstance(part, Collection):
            return replace(part, **changed, steps=tuple(self._part(step, path, inside) for step in part.steps))
        questions = tuple(self._question(question, part.slug, inside) for question in part.questions)
        return replace(part, **changed, questions=questions)

    def _question(self, question, slug, around):
        if question.needed_if is None:
            return question
        name = f"{slug} {question.key}"
        self.around[name] = around
        return replace(question, needed_if=self._watched(name, question.needed_if, bool))

    def _watched(self, name, condition, meaning):
        def said(*arguments):
            for argument in arguments:
                if isinstance(argument, Answers):
                    argument._results.clear()  # what was worked out for another condition is read again for this one
            self._reading.append(set())
            result = condition(*arguments)
            self.reads[name] |= self._reading.pop()
            self._said.add((name, meaning(result)))
            return result

        return said


def _somebody_else(subjects):
    return any(not subject.is_applicant for subject in subjects)
