"""Small builders of claims and the personas P01 to P03 (fictional people, Jobcenter Musterkreis)."""

from datetime import UTC, date, datetime
from decimal import Decimal

from applications.claim.evidence import evidence_needed
from applications.claim.model import (
    Asset,
    Assets,
    BankAccount,
    Claim,
    Contact,
    Evidence,
    Household,
    Housing,
    Income,
    PastJob,
    Person,
    Vehicle,
)
from applications.enums import (
    AssetKind,
    DwellingKind,
    EducationStatus,
    HousingKind,
    IncomeKind,
    MaritalStatus,
    PersonRole,
    Relation,
)
from applications.plausibility.base import Context, LocalParameters

APPLIED = date(2026, 11, 16)
RECEIVED = datetime(2026, 11, 16, 9, 30, 5, tzinfo=UTC)
MUSTERKREIS = LocalParameters(
    housing_limits={n: Decimal(v) for n, v in enumerate((450, 545, 670, 755, 905), start=1)},
    housing_limit_each_further=Decimal(105),
    jobcenter_name="Jobcenter Musterkreis",
)


def build_context(**changes):
    values = {
        "today": APPLIED,
        "received_at": RECEIVED,
        "local": MUSTERKREIS,
        "responsible_offices": ("Jobcenter Musterkreis",),
        "in_housing_waiting_period": True,
    }
    return Context(**(values | changes))


def build_person(person_id="p1", role=PersonRole.APPLICANT, born="1992-03-14", **changes):
    values = {
        "id": person_id,
        "role": role,
        "first_name": "Jonas",
        "last_name": "Albers",
        "birth_date": date.fromisoformat(born) if born else None,
        "nationality": "DE",
    }
    return Person(**(values | changes))


def build_child(person_id, born, first_name, last_name, **changes):
    values = {
        "role": PersonRole.CHILD,
        "relation": Relation.OWN_CHILD,
        "parent_ids": ("p1",),
        "first_name": first_name,
        "last_name": last_name,
    }
    return build_person(person_id, born=born, **(values | changes))


def build_income(kind, amount=None, person_id="p1", **changes):
    net = None if amount is None else Decimal(str(amount))
    return Income(**({"id": f"i-{kind}-{person_id}", "person_id": person_id, "kind": kind, "net": net} | changes))


def build_asset(value, kind=AssetKind.SAVINGS, person_id="p1", **changes):
    return Asset(**({"id": f"a-{kind}", "person_id": person_id, "kind": kind, "value": Decimal(str(value))} | changes))


def build_rent(base, operating, heating, area, persons, **changes):
    values = {
        "kind": HousingKind.RENTED,
        "dwelling": DwellingKind.FLAT,
        "has_costs": True,
        "street": "Musterweg 1",
        "postcode": "00123",
        "city": "Musterstadt",
        "persons_in_dwelling": persons,
        "area_total": Decimal(area),
        "base_rent": Decimal(base),
        "operating_costs": Decimal(operating),
        "heating_costs": Decimal(heating),
        "total_stated": Decimal(base) + Decimal(operating) + Decimal(heating),
        "hot_water_decentral": False,
        "hot_water_in_heating": True,
    }
    return Housing(**(values | changes))


def build_claim(**changes):
    """A single person with nothing filled in beyond name, birth date and day of application."""
    values = {"form": "main_application", "application_date": APPLIED, "applicant": build_person()}
    return Claim(**(values | changes))


def with_promised_evidence(claim):
    """The same claim with every needed proof promised for later."""
    promised = tuple(
        Evidence(
            document_class=item.document_class, person_id=item.person_id, item_id=item.item_id, promised_later=True
        )
        for item in evidence_needed(claim)
    )
    return claim.model_copy(update={"evidence": promised})


def account_and_bank(iban, holder, balance):
    account = Asset(
        id="a-giro", person_id="p1", kind=AssetKind.BANK_ACCOUNT, iban=iban, value=Decimal(balance), valued_on=APPLIED
    )
    return account, BankAccount(holder=holder, iban=iban)


def build_p01():
    """Jonas Albers, 34, single, straightforward (P01)."""
    account, bank = account_and_bank("DE12 9999 9999 0000 0001 01", "Jonas Albers", "1250")
    person = build_person(marital_status=MaritalStatus.SINGLE, has_income=False, fit_for_work=True)
    job = PastJob(id="j1", employer="Lager Nord", since=date(2026, 2, 1), until=date(2026, 9, 30))
    person = person.model_copy(update={"background": person.background.model_copy(update={"past_jobs": (job,)})})
    claim = build_claim(
        applicant=person,
        contact=Contact(phone="0151 000000", email="jonas@example.org"),
        household=Household(lives_alone=True),
        housing=build_rent(350, 80, 60, 45, 1),
        assets=Assets(items=(account,)),
        bank=bank,
    )
    return with_promised_evidence(claim)


def build_p02():
    """Miriam Sander, 29, separated, two children, single parent not ticked (P02)."""
    account, bank = account_and_bank("DE98999999990000000202", "Sander, Miriam", "420")
    mother = build_person(
        born="1997-01-25",
        first_name="Miriam",
        last_name="Sander",
        marital_status=MaritalStatus.SEPARATED,
        separated_since=date(2026, 3, 1),
        single_parent=False,
    )
    young = build_child("p2", "2022-02-09", "Ella", "Sander", parent_outside=True, education=EducationStatus.DAY_CARE)
    older = build_child("p3", "2018-06-30", "Finn", "Sander", parent_outside=True, education=EducationStatus.SCHOOL)
    claim = build_claim(
        applicant=mother,
        contact=Contact(email="miriam@example.org"),
        household=Household(members=(young, older), lives_alone=False),
        incomes=(
            build_income(IncomeKind.MAINTENANCE_ADVANCE, 227, "p2"),
            build_income(IncomeKind.MAINTENANCE_ADVANCE, 299, "p3"),
            build_income(IncomeKind.CHILD_BENEFIT, 518),
        ),
        housing=build_rent(540, 120, 85, 68, 3, hot_water_decentral=True, hot_water_in_heating=False),
        assets=Assets(items=(account,)),
        bank=bank,
    )
    return with_promised_evidence(claim)


def without_papers(claim):
    """The same, with nothing said about any paper."""
    return claim.model_copy(update={"evidence": ()})


def build_p03():
    """Familie Reuter, two adults, three children, low wage (P03)."""
    account, bank = account_and_bank("DE87999999990000000303", "Petra Reuter", "6400")
    married = {"marital_status": MaritalStatus.MARRIED, "last_name": "Reuter"}
    petra = build_person(born="1985-05-12", first_name="Petra", single_parent=False, **married)
    oliver = build_person("p2", PersonRole.PARTNER, "1988-01-30", first_name="Oliver", has_income=False, **married)
    school = {"parent_ids": ("p1", "p2"), "education": EducationStatus.SCHOOL}
    children = (
        build_child("p3", "2010-03-03", "Mia", "Reuter", marital_status=MaritalStatus.SINGLE, **school),
        build_child("p4", "2014-09-17", "Tom", "Reuter", **school),
        build_child("p5", "2024-05-20", "Ida", "Reuter", parent_ids=("p1", "p2")),
    )
    wage = build_income(IncomeKind.EMPLOYMENT, 1310, gross=Decimal(1650), weekly_hours=Decimal(25))
    claim = build_claim(
        applicant=petra,
        contact=Contact(phone="0151 111111"),
        household=Household(members=(oliver, *children), lives_alone=False),
        incomes=(wage, build_income(IncomeKind.CHILD_BENEFIT, 777)),
        housing=build_rent(730, 150, 130, 98, 5),
        assets=Assets(items=(account,), vehicles=(Vehicle(id="v1", person_id="p1", value=Decimal(4000)),)),
        bank=bank,
    )
    return with_promised_evidence(claim)
