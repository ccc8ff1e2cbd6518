"""The households of the domain notes (§ 5) go through the real wizard over HTTP, as they are. P02 does it in a browser,
too (`tests.journeys.test_main_job`).

What comes out is held against the notes: annexes, papers, findings with their weight. Differences, each with its reason:

- EVD-01 for every paper, since nobody hands one in here; BANK-02, because the bank code 99999999 is invented.
- PAR-01 is a note and no blocker: it is true of every application until the figures for 2027 are known.
- P02: NEED-08 beside NEED-07 for the child at school, and for the one in day-care. P03: NEED-08, REP-01 for the husband.
- P05: the EKS is no paper here, its months are answered in the form. P04: JUR-04 and the always-rules.
- P12: APP-03, APP-04, APP-06 and ID-04 to ID-06 need the e-mail and the paper form, which are no part of the online way;
  BANK-01 cannot come, because the field refuses an IBAN whose check digits are wrong.
"""

import pytest
from django.utils import timezone

from applications.catalogue.main_application import FORM
from applications.claim.evidence import evidence_needed
from applications.models import Application
from applications.selectors.application import claim_of
from applications.tasks import run_checks
from portal.law.dates import BERLIN
from tests.factories.personas import PERSONAS, fresh, moved
from tests.walks.visiting import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ALWAYS = {("APP-01", "I"), ("PAR-01", "I"), ("AST-01", "I"), ("HOU-03", "I"), ("BANK-02", "W"), ("EVD-01", "E")}
PERSON = ("ID_DOC", "HEALTH_INSURANCE_PROOF")
EXPECTED = {
    "P01": (
        ["HA", "EK", "VM", "KDU"],
        [*PERSON, "TERMINATION_LETTER", "BANK_STATEMENT", "LEASE"],
        {("ELI-14", "F")},
    ),
    "P02": (
        ["HA", "KI", "KI", "EK", "VM", "KDU", "UH1", "UH3", "UH3"],
        [
            *PERSON,
            "BIRTH_CERT",
            "UVG_NOTICE",
            "BIRTH_CERT",
            "UVG_NOTICE",
            "BANK_STATEMENT",
            "CHILD_BENEFIT_NOTICE",
            "LEASE",
        ],
        {("HH-09", "F"), ("HOU-16", "F"), ("NEED-07", "F"), ("NEED-08", "F"), ("AST-05", "I")},
    ),
    "P03": (
        ["HA", "WEP", "WEP", "KI", "KI", "EK", "EK", "EK", "VM", "KDU"],
        [
            *(*PERSON, *PERSON, "HEALTH_INSURANCE_PROOF", "SCHOOL_CERT", "BIRTH_CERT", "BIRTH_CERT"),
            *("BANK_STATEMENT", "PAYSLIP", "CHILD_BENEFIT_NOTICE", "LEASE"),
        ],
        {("INC-29", "F"), ("NEED-07", "F"), ("NEED-08", "F"), ("ELI-14", "F"), ("REP-01", "I")},
    ),
    "P04": (
        ["HA", "EK", "VM", "KDU", "UH3"],
        [*PERSON, "BANK_STATEMENT", "LEASE"],
        {("HOU-13", "W"), ("HOU-14", "W"), ("JUR-04", "I")},
    ),
    "P05": (
        ["HA", "EK", "EKS", "VM", "KDU", "SV"],
        [*PERSON, "CONTRIBUTION_NOTICE", "BANK_STATEMENT", "TAX_ASSESSMENT", "ASSET_PROOF", "LEASE"],
        {("INC-18", "I"), ("AST-03", "W"), ("AST-20", "F")},
    ),
    "P06": (
        ["HA", "EK", "VM", "KDU"],
        [
            *(*PERSON, "BANK_STATEMENT", "BENEFIT_NOTICE", "ASSET_PROOF"),
            *("LAND_REGISTER", "MORTGAGE_STATEMENT", "OWNER_COSTS"),
        ],
        {("HOU-19", "W")},
    ),
    "P12": (
        ["HA", "EK", "VM", "KDU"],
        [*PERSON, "BANK_STATEMENT", "LEASE"],
        {("JUR-03", "W"), ("AST-03", "W"), ("AST-06", "W"), ("AST-10", "W")},
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_household_of_the_notes_gets_its_annexes_papers_and_findings(client, walker, name):
    annexes, papers, findings = EXPECTED[name]
    visit = Visit(client, FORM)

    visit.fill_in(as_noted(name))
    visit.send()
    application = Application.objects.get()
    run_checks(application.pk)

    claim = claim_of(application)
    assert [used.annex for used in claim.annexes] == annexes
    assert [item.document_class for item in evidence_needed(claim) if item.required] == papers
    assert set(application.findings.values_list("rule_id", "severity")) == ALWAYS | findings


def as_noted(name):
    """The persona as of that day; P02 has not asked for the money for hot water."""
    persona = moved(PERSONAS[name], timezone.localdate(timezone=BERLIN))
    if name == "P02":
        persona = fresh(persona)
        persona["home"]["hot_water_need_asked"] = False
    return persona
