"""Papers that were handed in before: which of them still prove what they proved, and for how long.

Nothing is asked for twice (§ 65(1) no. 3 SGB I). What shows a state that changes every month (statements, payslips, a
balance) is always asked for anew: only the classes named here are not. `Keeps.section` is the part of the form whose
answers the paper proves: when these change, the old paper proves nothing any more; "" where it holds all the same.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from applications.claim.base import ClaimPart
from applications.enums import DocumentClass as Doc
from applications.law.dates import add_months
from applications.law.parameter import whole


class Span(StrEnum):
    """How long a paper holds; the months stand in `papers.valid_months`."""

    LASTING = "lasting"
    YEARLY = "yearly"


class Keeps(NamedTuple):
    """How long a class of papers holds, and with the answers of which section."""

    span: Span
    section: str = ""


KEPT: dict[Doc, Keeps] = {
    Doc.ID_DOC: Keeps(Span.LASTING),
    Doc.BIRTH_CERT: Keeps(Span.LASTING),
    Doc.EU_REGISTRATION: Keeps(Span.LASTING),
    Doc.RESIDENCE_PERMIT: Keeps(Span.YEARLY),
    Doc.POWER_OF_ATTORNEY: Keeps(Span.LASTING, "you"),
    Doc.GUARDIANSHIP_ORDER: Keeps(Span.LASTING, "you"),
    Doc.SEPARATION_STATEMENT: Keeps(Span.LASTING, "you"),
    Doc.MAINTENANCE_TITLE: Keeps(Span.LASTING, "people"),
    Doc.LEASE: Keeps(Span.LASTING, "home"),
    Doc.RENT_CERT: Keeps(Span.LASTING, "home"),
    Doc.SUBLEASE: Keeps(Span.LASTING, "home"),
    Doc.OWNER_COSTS: Keeps(Span.YEARLY, "home"),
    Doc.EMPLOYMENT_CONTRACT: Keeps(Span.LASTING, "work"),
    Doc.SCHOOL_CERT: Keeps(Span.YEARLY, "work"),
    Doc.CHILD_BENEFIT_NOTICE: Keeps(Span.YEARLY, "work"),
    Doc.UVG_NOTICE: Keeps(Span.YEARLY, "work"),
    Doc.BENEFIT_NOTICE: Keeps(Span.YEARLY, "work"),
    Doc.DISABILITY_CARD: Keeps(Span.LASTING, "needs"),
    Doc.PREGNANCY_PROOF: Keeps(Span.YEARLY, "needs"),
    Doc.MEDICAL_DIET_CERT: Keeps(Span.YEARLY, "needs"),
    Doc.PARTICIPATION_NOTICE: Keeps(Span.YEARLY, "needs"),
    Doc.SPECIAL_NEED_PROOF: Keeps(Span.YEARLY, "needs"),
    Doc.VEHICLE_REGISTRATION: Keeps(Span.LASTING, "assets"),
    Doc.LAND_REGISTER: Keeps(Span.LASTING, "assets"),
    Doc.HEALTH_INSURANCE_PROOF: Keeps(Span.LASTING, "insurance"),
}


class PaperOnFile(ClaimPart):
    """A paper that the office has had since a day, of the person and the thing it was handed in for."""

    document_class: Doc
    person_id: str | None = None
    item_id: str | None = None
    received_on: date


def holds_on(kind: Doc, received_on: date, on: date) -> bool:
    """Whether a paper of this kind, received on a day, need not be sent again on another."""
    keeps = KEPT.get(kind)
    if keeps is None:
        return False
    return add_months(received_on, whole(f"papers.valid_months.{keeps.span}", on)) >= on
