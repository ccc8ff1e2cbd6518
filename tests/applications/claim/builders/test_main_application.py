"""Answers -> claim: every question arrives, nothing can break it."""

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applications.catalogue.applicable import applicable
from applications.catalogue.compose import Overlay, overlaid
from applications.catalogue.main_application import FORM
from applications.catalogue.structure import APPLICANT, Collection, ForEach, Step
from applications.catalogue.walk import walk
from applications.claim import sources
from applications.claim.builders import build_claim, copying
from applications.claim.evidence import evidence_needed
from applications.claim.model import Claim, DocumentReference
from applications.enums import HousingKind, IncomeKind, MaritalStatus, PersonRole
from tests.applications.claim.builders.everything import everything
from tests.factories.personas import P01, P02, P03, PERSONAS, fresh

FILE = DocumentReference(id="d1", name="vertrag.pdf", sha256="0" * 64, pages=3)
PROOF = {
    "id": "LEASE",
    "class": "LEASE",
    "about": "c1",
    "item": "i1",
    "documents": [FILE.id],
    "choice": "not_available",
}
RECEIVED = datetime.datetime(2026, 11, 16, 9, 30, tzinfo=datetime.UTC)


def household(**home):
    """Everything the form asks, with a paper."""
    stored = everything(FORM)
    stored["evidence"] = {"proofs": [PROOF]}
    stored["home"] |= home
    return stored


RENTED, OWNED = household(kind="rented", no_fixed_dwelling=False), household(kind="owned", no_fixed_dwelling=False)
LODGED = household(kind="lodging", no_fixed_dwelling=False)
BENEFIT = {"work": {"incomes": [{"id": "i1", "person": APPLICANT, "kind": "pension"}]}}  # its amounts are not given yet
ANSWERS = (RENTED, OWNED, LODGED, BENEFIT)


def test_every_question_is_read_or_for_staff_only():
    read = set()
    for stored in ANSWERS:
        build_claim(FORM, stored, observe=read.add)

    asked = {path for path, question in FORM.questions() if not question.for_staff_only}
    assert asked - read == set()


def test_question_for_staff_only_gives_its_reason():
    assert [
        path for path, question in FORM.questions() if question.for_staff_only and len(question.for_staff_only) < 10
    ] == []


def test_builders_and_catalogue_agree_on_the_applicant():
    assert APPLICANT == copying.APPLICANT == sources.APPLICANT


def test_empty_answers_make_a_claim():
    claim = build_claim(FORM, {})

    assert (claim.form, claim.applicant.id, claim.incomes, claim.urgency.violence) == (
        "main_application",
        APPLICANT,
        (),
        None,
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_any_gap_still_makes_a_claim(name, data):
    stored = fresh(PERSONAS[name])
    for section in data.draw(st.sets(st.sampled_from(sorted(set(stored) - {"started_on", "seen"})))):
        answers = stored[section]
        for key in data.draw(st.sets(st.sampled_from(sorted(answers)))):
            del answers[key]

    assert isinstance(build_claim(FORM, stored), Claim)


@pytest.mark.parametrize("name", PERSONAS)
def test_claim_survives_json(name):
    claim = build_claim(FORM, PERSONAS[name], received_at=datetime.datetime(2026, 11, 16, 9, 30, tzinfo=datetime.UTC))

    assert Claim.model_validate_json(json.dumps(claim.model_dump(mode="json"))) == claim


def slugs(parts):
    """Every address that an overlay can switch off."""
    for part in parts:
        if not isinstance(part, ForEach):
            yield part.slug
        if not isinstance(part, Step):
            yield from slugs(part.steps if isinstance(part, Collection) else part.parts)


@pytest.mark.parametrize("slug", [slug for section in FORM.sections for slug in slugs(section.parts)])
def test_form_without_a_step_still_makes_a_claim(slug):
    form = overlaid(FORM, Overlay(switched_off=frozenset({slug})))

    assert build_claim(form, {}) == build_claim(FORM, {})
    assert build_claim(form, applicable(walk(form, P02), P02)).applicant.id == APPLICANT


def test_p01_single_and_unemployed():
    claim = build_claim(FORM, P01, on=datetime.date(2026, 11, 16))

    assert claim.applicant.display_name == "Jonas Albers"
    assert claim.housing.gross_cold_rent == Decimal("430.00")
    assert [(job.employer, job.until) for job in claim.applicant.background.past_jobs] == [
        ("Lager Nord", datetime.date(2026, 9, 30))
    ]
    assert {"LEASE", "TERMINATION_LETTER:applicant", "BANK_STATEMENT"} <= {item.key for item in evidence_needed(claim)}


def test_p02_separated_with_two_children():
    claim = build_claim(FORM, P02, on=datetime.date(2026, 11, 16))

    assert [(person.role, person.parent_ids) for person in claim.household.members] == [
        (PersonRole.CHILD, (APPLICANT,))
    ] * 2
    assert sum(income.amount for income in claim.incomes) == Decimal("1044.00")
    assert [income.for_person_id for income in claim.incomes] == [None, "c1", "c2"]
    assert claim.housing.hot_water_decentral is True
    assert claim.remarks == "Ich bin vormittags gut zu erreichen."


def test_p03_family_with_low_wage():
    claim = build_claim(FORM, P03, on=datetime.date(2026, 11, 16))
    wage = claim.incomes[0]

    assert [person.role for person in claim.persons] == ["applicant", "partner", "child", "child", "child"]
    assert claim.household.members[0].marital_status is MaritalStatus.MARRIED
    assert (wage.kind, wage.gross, wage.net, wage.weekly_hours) == (
        IncomeKind.EMPLOYMENT,
        Decimal(1650),
        Decimal(1310),
        Decimal(25),
    )
    assert [(item.kind, item.amount) for item in claim.deductions] == [("car_liability", Decimal("42.00"))]
    assert claim.assets.vehicles[0].description == "VW Polo"


def test_owner_costs_take_the_place_of_rent():
    home = {"kind": "owned", "owner_interest": "300.00", "owner_operating": "90.00", "base_rent": "999.00"}

    assert build_claim(FORM, {"home": home}).housing.gross_cold_rent == Decimal("390.00")


def test_who_has_no_dwelling_is_known_as_that():
    assert build_claim(FORM, {"home": {"no_fixed_dwelling": True}}).housing.kind is HousingKind.NONE


def test_evidence_names_files_that_are_there():
    proofs = [
        {"id": "LEASE", "class": "LEASE", "documents": ["d1", "gone"]},
        {"id": "UVG_NOTICE:c1", "class": "UVG_NOTICE", "about": "c1", "choice": "later"},
        {"id": "BANK_STATEMENT", "class": "BANK_STATEMENT", "choice": "not_available"},
    ]
    documents = {"d1": DocumentReference(id="d1", name="vertrag.pdf", pages=3)}
    lease, advance, statements = build_claim(FORM, {"evidence": {"proofs": proofs}}, documents=documents).evidence

    assert [document.name for document in lease.documents] == ["vertrag.pdf"]
    assert (advance.person_id, advance.promised_later) == ("c1", True)
    assert (statements.promised_later, statements.note) == (False, "Das habe ich nicht.")
