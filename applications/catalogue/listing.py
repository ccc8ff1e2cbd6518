"""Every form as plain data: what `manage.py catalogue --json` prints and docs/forms.md is written from. No database."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.catalogue import kinds
from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.question import Question, Words
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Section, Step
from applications.enums import DocumentClass

Listed = dict[str, Any]

KIND_WORDS: dict[str, Words] = {
    "Amount": _("Betrag in Euro"),
    "Choice": _("Auswahl"),
    "City": _("Ort"),
    "Country": _("Staat"),
    "Date": _("Datum"),
    "Email": _("E-Mail-Adresse"),
    "Iban": _("IBAN"),
    "LongText": _("mehrere Zeilen"),
    "Name": _("Name"),
    "Number": _("Zahl"),
    "PensionNumber": _("Rentenversicherungsnummer"),
    "PersonReference": _("eingetragene Person"),
    "Phone": _("Telefonnummer"),
    "Postcode": _("Postleitzahl"),
    "Several": _("Mehrfachauswahl"),
    "Street": _("Straße"),
    "Tick": _("zum Ankreuzen"),
    "TaxId": _("Steuer-Identifikationsnummer"),
    "Text": _("eine Zeile"),
    "YesNo": _("Ja oder Nein"),
}
NO_WORDS = "unter einer Bedingung, die noch keine Worte hat"


def listed_forms() -> list[Listed]:
    """Every form in its current version, in the order in which it is offered."""
    current = [compose(key, current_version(key)) for key in {key for key, _version in forms()}]
    return [listed_form(form) for form in sorted(current, key=lambda form: (form.place, form.key))]


def listed_form(form: ApplicationType) -> Listed:
    """One form. `condition` is None for what is always asked; `official` is None where no paper form is known.

    Of a section with `only_confirmed_unless` nothing is asked again that is known, unless that holds.
    """
    return {
        "key": form.key,
        "title": str(form.title),
        "version": form.version,
        "kind": form.kind.value,
        "topic": str(form.topic.label),
        "summary": str(form.summary),
        "duration": str(form.duration),
        "prepare": str(form.prepare),
        "counts_from_first": form.counts_from_first,
        "is_whole": form.is_whole,
        "is_optional": form.is_optional,
        "sections": [_section(section) for section in form.sections],
        "papers": _papers(form),
    }


def _section(section: Section) -> Listed:
    return {
        "key": section.key,
        "title": str(section.title),
        "carried": section.carried,
        "only_confirmed_unless": (str(section.holding.when) or NO_WORDS) if section.holding else None,
        "parts": [_part(part, section.key) for part in section.parts],
    }


def _part(part: Step | Collection | ForEach, path: str) -> Listed:
    if isinstance(part, ForEach):
        inside = f"{path}.{part.key}"
        return {
            "type": "for_each",
            "key": part.key,
            "whom": str(part.when) or NO_WORDS,
            # A list inside has a key of its own in the section; the items carry their person's id.
            "parts": [_part(inner, inside if isinstance(inner, Step) else path) for inner in part.parts],
        }
    if isinstance(part, Collection):
        return {
            "type": "list",
            "key": part.key,
            "slug": part.slug,
            "title": str(part.title),
            "most": part.most,
            "condition": _condition(part),
            "parts": [_part(step, f"{path}.{part.key}") for step in part.steps],
        }
    return {
        "type": "step",
        "slug": part.slug,
        "title": str(part.title),
        "page": part.page.value,
        "annex": part.annex.value if part.annex else None,
        "condition": _condition(part),
        "questions": [_question(question, path) for question in part.questions],
    }


def _condition(part: Step | Collection) -> str | None:
    """When the page is asked, in words; None: always."""
    if part.applies_when is None and part.applies_to is None:
        return None
    return str(part.when) or NO_WORDS


def _question(question: Question, path: str) -> Listed:
    asked = (str(question.needed_when) or NO_WORDS) if question.needed_if is not None else None
    return {
        "path": f"{path}.{question.key}",
        "kind": type(question).__name__,
        "export_type": question.export_type,
        "label": str(question.label),
        "options": [{"value": member.value, "label": str(member.label)} for member in _members(question)],
        "help": str(question.help),
        "example": str(question.example),
        "where": str(question.where),
        "why": str(question.why),
        "condition": asked,
        "voluntary": not question.required and question.needed_if is None,
        "basis": question.basis,
        "official": question.official._asdict() if question.official else None,
        "sensitive": question.sensitive,
        "for_staff_only": question.for_staff_only,
        "carried": question.carried,
        "papers": [_paper(kind) for kind in question.proof],
        "papers_if_there": [_paper(kind) for kind in question.proof_if_there],
    }


def _members(question: Question) -> Iterable[Any]:
    """What can be chosen; nothing for other kinds."""
    if isinstance(question, kinds.Choice):
        return question.members
    return (question.only or tuple(question.options)) if isinstance(question, kinds.Several) else ()


def _paper(kind: DocumentClass) -> Listed:
    return {"class": kind.value, "label": str(kind.label)}


def _papers(form: ApplicationType) -> list[Listed]:
    """The papers that questions of the form name, each once, with the questions."""
    found: dict[tuple[DocumentClass, bool], list[str]] = {}
    for path, question in form.questions():
        for kind, required in _named(question):
            found.setdefault((kind, required), []).append(path)
    return [
        {**_paper(kind), "required": required, "asked_by": paths} for (kind, required), paths in sorted(found.items())
    ]


def _named(question: Question) -> Iterator[tuple[DocumentClass, bool]]:
    yield from ((kind, True) for kind in question.proof)
    yield from ((kind, False) for kind in question.proof_if_there)
