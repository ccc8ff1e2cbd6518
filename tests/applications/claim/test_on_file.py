from datetime import date

import pytest

from applications.catalogue.renewal.household import HOUSEHOLD
from applications.claim.evidence import evidence_needed, missing_evidence
from applications.claim.model import PaperOnFile
from applications.claim.on_file import KEPT, holds_on
from applications.enums import DocumentClass
from tests.factories.claims import build_p02

ON = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("kind", "received", "holds"),
    [
        (DocumentClass.LEASE, date(2018, 1, 1), True),
        (DocumentClass.LEASE, date(2016, 11, 25), False),
        (DocumentClass.SCHOOL_CERT, date(2025, 11, 26), True),
        (DocumentClass.SCHOOL_CERT, date(2025, 11, 25), False),
        (DocumentClass.BANK_STATEMENT, ON, False),
        (DocumentClass.OTHER, ON, False),
    ],
)
def test_paper_holds_as_long_as_what_it_shows(kind, received, holds):
    assert holds_on(kind, received, ON) is holds


def test_paper_hangs_on_a_section_there_is():
    assert {keeps.section for keeps in KEPT.values()} <= {"", *(section.key for section in HOUSEHOLD)}


def filed(kind, person=None):
    claim = build_p02()
    paper = PaperOnFile(document_class=kind, person_id=person, received_on=date(2026, 1, 2))
    return claim.model_copy(update={"evidence": (), "on_file": (paper,)})


def test_paper_on_file_stays_on_the_list_and_is_not_required():
    claim = filed(DocumentClass.LEASE)
    lease = next(item for item in evidence_needed(claim) if item.document_class == DocumentClass.LEASE)

    assert (lease.required, lease.on_file) == (False, date(2026, 1, 2))
    assert DocumentClass.LEASE not in {item.document_class for item in missing_evidence(claim)}


def test_alternative_on_file_does_as_well():
    items = {item.key: item for item in evidence_needed(filed(DocumentClass.RENT_CERT))}

    assert items["LEASE"].on_file == date(2026, 1, 2)


def test_paper_of_somebody_else_proves_nothing():
    claim = filed(DocumentClass.ID_DOC, "nobody")

    assert not any(item.on_file for item in evidence_needed(claim))
