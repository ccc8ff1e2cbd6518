from datetime import date
from decimal import Decimal

from applications.catalogue.applicable import applicable
from applications.catalogue.change_notice import FORM
from applications.catalogue.walk import walk
from applications.claim.builders import build_claim
from applications.claim.change_notice import ChangedBenefit, ChangeNotice, MovedOut, NewJob
from applications.claim.changes import Change, Told, changes_since
from applications.enums import BenefitState, ChangeKind, IncomeKind, PersonRole, Relation

HOME = {"street": "Neue Gasse 2", "postcode": "00123", "city": "Musterstadt", "kind": "rented", "base_rent": "480.00"}
ELLA = {"id": "c1", "first_name": "Ella", "relation": "own_child"}


def claim(*changes, change=None, **answers):
    """As it is sent: what stands on pages that do not apply is left out."""
    stored = {"change": {"changes": list(changes), **(change or {})}, **answers}
    return build_claim(FORM, applicable(walk(FORM, stored), stored))


def test_change_that_is_not_told_has_no_part():
    assert claim("other", change={"job_start_employer": "Bäckerei"}).change == ChangeNotice(changes=(ChangeKind.OTHER,))


def test_new_job_arrives_typed():
    told = {"job_start_on": "2026-12-01", "job_start_employer": "Bäckerei Korn", "job_start_gross": "1400.00"}

    assert claim("job_start", change=told | {"job_start_person_id": ["c1"]}).change.job_start == NewJob(
        person_id="c1", on=date(2026, 12, 1), employer="Bäckerei Korn", gross=Decimal("1400.00")
    )


def test_benefit_arrives_with_what_became_of_it():
    told = {"benefit_kind": "child_benefit", "benefit_state": "started", "benefit_amount": "259.00"}

    assert claim("benefits", change=told).change.benefit == ChangedBenefit(
        kind=IncomeKind.CHILD_BENEFIT, state=BenefitState.STARTED, amount=Decimal("259.00")
    )


def test_new_account_is_noticed():
    bank = {"has_account": True, "iban": "DE89370400440532013000"}
    told = claim("bank", bank=bank)

    assert changes_since(Told(iban="de02120300000000202051"), told) == (Change.BANK,)


def test_account_of_before_is_not_sent_when_it_has_not_changed():
    assert claim("other", bank={"has_account": True, "iban": "DE89370400440532013000"}).bank.iban is None


def test_new_address_and_rent_stand_where_applications_have_them():
    told = claim("move", change={"lease_signed": True}, home=HOME | {"prior_assurance": True})

    assert (told.housing.street, told.housing.base_rent, told.housing.prior_assurance) == (
        "Neue Gasse 2",
        Decimal("480.00"),
        True,
    )


def test_lease_that_is_not_signed_sends_no_rent():
    told = claim("move", change={"lease_signed": False}, home=HOME)

    assert (told.change.lease_signed, told.housing.base_rent) == (False, None)


def test_who_moved_in_is_a_member_of_the_household():
    told = claim("joined", people={"lives_alone": False, "persons": [ELLA]})

    assert [(each.id, each.role, each.relation) for each in told.household.members] == [
        ("c1", PersonRole.CHILD, Relation.OWN_CHILD)
    ]


def test_who_moved_out_keeps_the_id_of_earlier_forms():
    told = claim("left", change={"left": ["c1"], "left_on": "2026-11-01"}, people={"persons": [ELLA]})

    assert told.change.left == MovedOut(person_ids=("c1",), on=date(2026, 11, 1))


def test_separation_stands_at_the_applicant():
    told = claim("name", you={"marital_status": "separated", "separated_since": "2026-11-02"})

    assert told.applicant.separated_since == date(2026, 11, 2)
