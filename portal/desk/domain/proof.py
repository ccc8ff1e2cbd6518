"""Which answers a paper speaks of: those whose questions name it as their proof, and what is asked on the same page."""

from functools import cache

from applications.catalogue.compose import UnknownForm, compose
from applications.catalogue.outline import outline
from applications.enums import DocumentClass as Doc

_PEOPLE = frozenset({"people", "persons"})  # lists whose items are persons
_ITEM_DEPTH = 4  # section, list, item, question
# Papers that no single question names: the whole section is shown.
_SECTIONS = {
    Doc.EU_REGISTRATION: ("you", "people"),
    Doc.ASYLUM_BENEFIT_NOTICE: ("you", "benefits"),
    Doc.ASSET_PROOF: ("assets",),
    Doc.INSURANCE_VALUE: ("assets",),
    Doc.BANK_STATEMENT: ("assets", "bank"),
    Doc.EKS: ("work", "business"),
    Doc.TAX_ASSESSMENT: ("work", "business"),
    Doc.BWA: ("work", "business"),
    Doc.RENT_CERT: ("home",),
    Doc.SERVICE_CHARGE_BILL: ("home",),
    Doc.HEATING_BILL: ("home",),
    Doc.SUBLEASE: ("home",),
    Doc.MOVE_REASON: ("home",),
    Doc.SEPARATION_STATEMENT: ("people", "maintenance"),
}
# On a statement stands what these say, too: what comes in every month, and the rent.
_SPEAKS_AS = {Doc.BANK_STATEMENT: (Doc.PAYSLIP, Doc.BENEFIT_NOTICE, Doc.LEASE)}


def speaks_of(form_key: str, version: str, kind: str, person: str, place: str) -> bool:
    """Whether a paper of this kind, about this person ("" for the household), says something about the answer at
    ``place``. A form of which only the name is left says nothing.
    """
    section, *inner = place.split(".")
    if kind not in Doc.values or not inner or (person and _whose(place) not in {"", person}):
        return False
    named = _named(form_key, version)
    kinds = (kind, *_SPEAKS_AS.get(Doc(kind), ()))
    is_named = any((section, inner[-1]) in named.get(each, ()) for each in kinds)
    return is_named or section in _SECTIONS.get(Doc(kind), ())


def _whose(place: str) -> str:
    """The person that an answer is about, when it lies in a list of persons."""
    parts = place.split(".")
    return parts[2] if len(parts) >= _ITEM_DEPTH and parts[1] in _PEOPLE else ""


@cache
def _named(form_key: str, version: str) -> dict[str, frozenset[tuple[str, str]]]:
    """By kind of paper the (section, question) that stand on a page with a question which it proves."""
    try:
        form = compose(form_key, version)
    except UnknownForm:
        return {}
    found: dict[str, set[tuple[str, str]]] = {}
    for page in outline(form):
        keys = {(page.section.key, question.key) for question in page.questions}
        for question in page.questions:
            for kind in (*question.proof, *question.proof_if_there):
                found.setdefault(kind.value, set()).update(keys)
    return {kind: frozenset(keys) for kind, keys in found.items()}
