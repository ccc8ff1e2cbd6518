"""Stored answers of the personas P01 to P03 (invented people), and how to type them into the wizard.

``P01``, ``P02`` and ``P03`` are complete documents as a draft stores them. ``typed(instance, stored)`` gives what a browser
sends for one page of the walk; ``fresh(persona)`` a copy with the start date given.
"""

import copy

from applications.catalogue.kinds import Amount, Date, Number
from applications.catalogue.values import values_at
from portal.ui.formats import format_amount

STARTED_ON = "2026-11-16"


def person_answers(name, *, previous=False):
    """The last years of one adult, nothing special."""
    return {
        "id": name,
        "previous_benefit": previous,
        "previous_benefit_office": None,
        "previous_benefit_until": None,
        "had_jobs": False,
        "wage_replacement": False,
        "service": False,
        "cares_for_relative": False,
        "lived_on": "Von Lohn und Ersparnissen",
        "claims_against_others": False,
        "claims_note": None,
        "accident": False,
        "accident_note": None,
        "in_institution": False,
        "institution_kind": None,
        "institution_since": None,
        "institution_until": None,
    }


def worker(person, *, has_income, education="none", note=None, **costs):
    """Work and training of one person."""
    paid = ("car_liability", "riester", "private_insurance", "maintenance_paid", "work_costs")
    return {
        "id": person,
        "fit_for_work": True,
        "education": education,
        "education_note": note,
        "lives_away_for_education": False if note else None,
        "has_income": has_income,
        **(dict.fromkeys(paid) | costs if has_income else {}),
    }


def benefit(item, person, kind, amount, *, for_person=None, office=None):
    """A benefit or maintenance of one person."""
    return {
        "id": item,
        "person": person,
        "kind": kind,
        "amount": amount,
        "office": office,
        "for_person": [for_person] if for_person else None,
        "paid_since": None,
        "paid_until": None,
        "note": None,
    }


def insured(person, kind="statutory"):
    """Health insurance of one person."""
    return {"id": person, "kind": kind, "fund": "AOK", "number": None, "monthly_contribution": None}


def rent(base, operating, heating, total, area, rooms, persons, *, boiler=False):
    """A rented flat in the Musterkreis."""
    return {
        "no_fixed_dwelling": False,
        "street": "Musterweg 1",
        "address_extra": None,
        "postcode": "00123",
        "city": "Musterstadt",
        "care_of": None,
        "post_box": None,
        "kind": "rented",
        "has_costs": True,
        "since": "2021-05-01",
        "persons_in_dwelling": persons,
        "moved": False,
        "dwelling": "flat",
        "area_total": area,
        "area_own": None,
        "area_let": None,
        "rooms": rooms,
        "year_built": None,
        "base_rent": base,
        "operating_costs": operating,
        "heating_costs": heating,
        "other_costs": None,
        "total_stated": total,
        "household_electricity_included": False,
        "heating_kind": "Gas",
        "hot_water_decentral": boiler,
        "hot_water_in_heating": not boiler,
        "hot_water_need_asked": True if boiler else None,
        "landlord_name": "Wohnbau Musterstadt GmbH",
        "landlord_address": None,
        "landlord_is_relative": False,
        "landlord_in_household": False,
        "direct_payment": False,
        "landlord_iban": None,
        "arrears": False,
        "arrears_amount": None,
        "eviction_threat": False,
        "energy_cut_threat": False,
    }


def you(first_name, last_name, birth_date, marital_status, **changes):
    """A German applicant without representative."""
    return {
        "first_name": first_name,
        "last_name": last_name,
        "birth_name": None,
        "birth_date": birth_date,
        "birth_place": "Musterstadt",
        "birth_country": "DE",
        "nationality": "DE",
        "sex": None,
        "marital_status": marital_status,
        "marital_status_since": None,
        "separated_since": None,
        "phone": None,
        "email": None,
        "tax_id": None,
        "pension_insurance_number": None,
        "wished": "now",
        "wished_start": None,
        "represented": False,
    } | changes


def money(item, owner, value, iban):
    """A current account."""
    return {
        "id": item,
        "kind": "bank_account",
        "belongs_to": [owner],
        "value": value,
        "valued_on": STARTED_ON,
        "iban": iban,
        "joint_with_outsider": False,
        "for_old_age": None,
        "note": None,
    }


def member(item, relation, first_name, last_name, birth_date, **changes):
    """Somebody who lives with the applicant."""
    return {
        "id": item,
        "relation": relation,
        "first_name": first_name,
        "last_name": last_name,
        "birth_date": birth_date,
        "nationality": "DE",
        "sex": None,
    } | changes


def child(item, first_name, last_name, birth_date, parents, *, school=None, outside=False):
    """A child that always lives here."""
    at_school = {"school": school} if school else {}
    return (
        member(item, "own_child", first_name, last_name, birth_date)
        | at_school
        | {
            "parents": parents,
            "residence": "always",
            "parent_outside": outside,
            "maintenance_unsafe": False if outside else None,
        }
    )


def bank(holder, iban):
    """Where the money goes."""
    return {"has_account": True, "holder": holder, "iban": iban, "holder_agreed": None}


def owns(*, vehicles=False):
    """Accounts and perhaps a car."""
    return {"has_money": True, "has_vehicles": vehicles, "has_real_estate": False, "has_gifts": False}


def nothing_special(*people):
    """Every list of check boxes seen and left empty."""
    return [{"id": person, "situations": []} for person in people]


def nothing_applied_for(*people):
    """As above, for benefits."""
    return [{"id": person, "applied_for": []} for person in people]


P01 = {
    "started_on": STARTED_ON,
    "seen": ["unterlagen"],
    "urgent": {"dangers": []},
    "you": you("Jonas", "Albers", "1992-03-14", "single", phone="+49151000000", email="jonas@example.org"),
    "people": {"lives_alone": True},
    "home": rent("350.00", "80.00", "60.00", "490.00", "45", "1", "1"),
    "work": {"people": [worker("applicant", has_income=False)]},
    "benefits": {"people": nothing_applied_for("applicant")},
    "needs": {"people": nothing_special("applicant")},
    "assets": owns() | {"money": [money("a1", "applicant", "1250.00", "DE12999999990000000101")]},
    "insurance": {"people": [insured("applicant")]},
    "bank": bank("Jonas Albers", "DE12999999990000000101"),
    "past": {
        "people": [person_answers("applicant") | {"had_jobs": True}],
        "jobs": [
            {
                "id": "j1",
                "person": "applicant",
                "employer": "Lager Nord",
                "since": "2026-02-01",
                "until": "2026-09-30",
                "wages_owed": False,
            }
        ],
    },
    "closing": {"remarks": None},
}

P02 = {
    "started_on": STARTED_ON,
    "seen": ["unterlagen"],
    "urgent": {"dangers": []},
    "you": you("Miriam", "Sander", "1997-01-25", "separated", separated_since="2026-03-01", email="miriam@example.org"),
    "people": {
        "lives_alone": False,
        "persons": [
            child("c1", "Ella", "Sander", "2022-02-09", ["applicant"], school="day_care", outside=True),
            child("c2", "Finn", "Sander", "2018-06-30", ["applicant"], school="school", outside=True),
        ],
        "single_parent": False,
        "maintenance_unsafe": False,
    },
    "home": rent("540.00", "120.00", "85.00", "745.00", "68", "3", "3", boiler=True),
    "work": {
        "people": [
            worker("applicant", has_income=True),
            {"id": "c1", "has_income": True},
            {"id": "c2", "has_income": True},
        ],
        "incomes": [
            benefit("i1", "applicant", "child_benefit", "518.00", office="Familienkasse"),
            benefit("i2", "c1", "maintenance_advance", "227.00", for_person="c1", office="Jugendamt"),
            benefit("i3", "c2", "maintenance_advance", "299.00", for_person="c2", office="Jugendamt"),
        ],
    },
    "benefits": {"people": nothing_applied_for("applicant")},
    "needs": {"people": nothing_special("applicant", "c1", "c2")},
    "assets": owns() | {"money": [money("a1", "applicant", "420.00", "DE98999999990000000202")]},
    "insurance": {"people": [insured("applicant")]},
    "bank": bank("Miriam Sander", "DE98999999990000000202"),
    "past": {"people": [person_answers("applicant")]},
    "closing": {"remarks": "Ich bin vormittags gut zu erreichen."},
}

P03 = {
    "started_on": STARTED_ON,
    "seen": ["unterlagen"],
    "urgent": {"dangers": []},
    "you": you("Petra", "Reuter", "1985-05-12", "married", marital_status_since="2009-08-01", phone="+49151111111"),
    "people": {
        "lives_alone": False,
        "persons": [
            member("p2", "spouse", "Oliver", "Reuter", "1988-01-30"),
            child("c1", "Mia", "Reuter", "2010-03-03", ["applicant", "p2"]),
            child("c2", "Tom", "Reuter", "2014-09-17", ["applicant", "p2"], school="school"),
            child("c3", "Ida", "Reuter", "2024-05-20", ["applicant", "p2"], school="none"),
        ],
        "single_parent": False,
        "represents_all": True,
    },
    "home": rent("730.00", "150.00", "130.00", "1010.00", "98", "5", "5"),
    "work": {
        "people": [
            worker("applicant", has_income=True, car_liability="42.00"),
            worker("p2", has_income=False),
            worker("c1", has_income=False, education="school", note="Gymnasium Musterstadt"),
            {"id": "c2", "has_income": False},
            {"id": "c3", "has_income": False},
        ],
        "incomes": [
            {
                "id": "i1",
                "person": "applicant",
                "kind": "employment",
                "payer": "Bäckerei Korn",
                "gross": "1650.00",
                "net": "1310.00",
                "varies": False,
                "one_off": None,
                "weekly_hours": "25",
                "paid_in_following_month": False,
                "since": "2019-04-01",
                "until": None,
                "commute_days_per_week": "5",
                "commute_km": "7.5",
            },
            benefit("i2", "applicant", "child_benefit", "777.00", office="Familienkasse"),
        ],
    },
    "benefits": {"people": nothing_applied_for("applicant", "p2", "c1")},
    "needs": {"people": nothing_special("applicant", "p2", "c1", "c2", "c3")},
    "assets": owns(vehicles=True)
    | {
        "money": [money("a1", "applicant", "6400.00", "DE87999999990000000303")],
        "vehicles": [
            {
                "id": "v1",
                "description": "VW Polo",
                "belongs_to": ["applicant"],
                "first_registration": "2015-06-01",
                "value": "4000.00",
                "declared_appropriate": True,
            }
        ],
    },
    "insurance": {"people": [insured("applicant"), insured("p2", "family"), insured("c1", "family")]},
    "bank": bank("Petra Reuter", "DE87999999990000000303"),
    "past": {"people": [person_answers("applicant"), person_answers("p2")]},
    "closing": {"remarks": None},
}

PERSONAS = {"P01": P01, "P02": P02, "P03": P03}


def fresh(persona):
    """A copy that a test may change."""
    return copy.deepcopy(persona)


def typed(instance, stored):
    """What a browser sends for one page of the walk (`applications.catalogue.walk`) when these answers are typed in."""
    values, sent = values_at(stored, instance.place), {}
    for question in instance.questions:
        value = values.get(question.key)
        if value is None:
            continue
        if isinstance(question, Date):
            for index, part in enumerate(reversed(value.split("-"))):
                sent[f"{question.key}_{index}"] = part
        elif isinstance(question, Amount):
            sent[question.key] = format_amount(value)
        elif isinstance(question, Number):
            sent[question.key] = value.replace(".", ",")
        else:
            sent[question.key] = question.initial(value)
    return sent
