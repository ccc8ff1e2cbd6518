from datetime import date

import pytest

from applications.claim.evidence import evidence_needed, missing_evidence
from applications.claim.model import ForeignStatus, PaperOnFile
from applications.claim.on_file import Standing, standing
from applications.enums import DocumentClass
from tests.factories.claims import APPLIED, build_claim, build_p02, build_person

ON = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("kind", "received", "expected"),
    [
        (DocumentClass.LEASE, date(2018, 1, 1), Standing(counts=True, until=None)),
        (DocumentClass.LEASE, date(2016, 11, 25), Standing(counts=False, until=None)),
        (DocumentClass.SCHOOL_CERT, date(2025, 11, 26), Standing(counts=True, until=ON)),
        (DocumentClass.SCHOOL_CERT, date(2025, 11, 25), Standing(counts=False, until=date(2026, 11, 25))),
        (DocumentClass.BANK_STATEMENT, ON, Standing(counts=False, until=None)),
        (DocumentClass.OTHER, ON, Standing(counts=False, until=None)),
    ],
)
def test_paper_counts_as_long_as_what_it_shows(kind, received, expected):
    assert standing(kind, received, ON) == expected


def filed(kind, person=None, **changes):
    paper = PaperOnFile(document_class=kind, person_id=person, received_on=date(2026, 1, 2), **changes)
    return build_p02().model_copy(update={"evidence": (), "on_file": (paper,)})


def item(claim, key):
    return {each.key: each for each in evidence_needed(claim)}[key]


def test_paper_on_file_stays_on_the_list_and_is_not_required():
    claim = filed(DocumentClass.LEASE)
    lease = item(claim, "LEASE")

    assert (lease.required, lease.on_file, lease.until) == (False, date(2026, 1, 2), None)
    assert DocumentClass.LEASE not in {each.document_class for each in missing_evidence(claim)}


def test_alternative_on_file_does_as_well():
    assert item(filed(DocumentClass.RENT_CERT), "LEASE").on_file == date(2026, 1, 2)


def test_paper_of_somebody_else_proves_nothing():
    assert not any(each.on_file for each in evidence_needed(filed(DocumentClass.ID_DOC, "nobody")))


def test_paper_counts_until_its_last_day():
    applied = build_p02().application_date
    held = item(filed(DocumentClass.UVG_NOTICE, "p2", until=applied), "UVG_NOTICE:p2")
    over = item(filed(DocumentClass.UVG_NOTICE, "p2", until=date(2026, 1, 2)), "UVG_NOTICE:p2")

    assert (held.required, held.on_file, held.until) == (False, date(2026, 1, 2), applied)
    assert (over.required, over.on_file, over.earlier) == (True, None, date(2026, 1, 2))


def test_statements_of_before_are_named_and_new_ones_required():
    statements = item(filed(DocumentClass.BANK_STATEMENT, counts=False), "BANK_STATEMENT")

    assert (statements.required, statements.on_file, statements.earlier) == (True, None, date(2026, 1, 2))


def test_other_kind_that_counts_no_longer_is_not_named():
    assert item(filed(DocumentClass.BANK_STATEMENT, counts=False), "CHILD_BENEFIT_NOTICE").earlier is None


@pytest.mark.parametrize(("told", "required"), [(date(2030, 1, 1), False), (date(2026, 3, 1), True)])
def test_residence_title_counts_no_longer_than_was_told(told, required):
    holder = build_person(nationality="SY", foreign=ForeignStatus(residence_title_until=told))
    paper = PaperOnFile(
        document_class=DocumentClass.RESIDENCE_PERMIT, person_id="p1", received_on=date(2026, 1, 2), until=APPLIED
    )

    assert item(build_claim(applicant=holder, on_file=(paper,)), "RESIDENCE_PERMIT:p1").required is required
