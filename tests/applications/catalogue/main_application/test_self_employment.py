"""The statement of self-employed people: six months for each, which keep their answers."""

from datetime import date

from applications.catalogue.applicable import applicable
from applications.catalogue.main_application import FORM
from applications.catalogue.values import without_item
from applications.catalogue.walk import Place, find, walk
from tests.factories.personas import P01, P03, P05, fresh, moved


def pages(stored):
    return [page.slug for page in walk(FORM, stored) if page.section.key == "self_employment"]


def with_self_employed_partner():
    stored = fresh(P03)
    next(own for own in stored["work"]["people"] if own["id"] == "p2")["self_employed"] = True
    return stored


def test_nobody_else_sees_the_section():
    assert pages(P01) == []


def test_six_months_follow_from_the_day_of_the_application():
    assert pages(P05)[:5] == [
        "betrieb-applicant",
        "feste-ausgaben-applicant",
        "auto-arbeit-applicant",
        "monat-einnahmen-applicant-2026-11",
        "monat-ausgaben-applicant-2026-11",
    ]
    assert pages(P05)[-1] == "monat-ausgaben-applicant-2027-04"
    assert len(pages(P05)) == 3 + 6 * 2


def test_who_wishes_a_later_month_is_asked_about_the_months_from_then_on():
    stored = fresh(P05)
    stored["you"] |= {"wished": "later", "wished_start": "2027-01-01"}

    assert pages(stored)[3] == "monat-einnahmen-applicant-2027-01"
    kept = applicable(walk(FORM, stored), stored)["self_employment"]["months"]
    assert {month["id"][-7:]: month.get("sales") for month in kept} == {
        "2027-01": "550.00",
        "2027-02": "650.00",
        "2027-03": "750.00",
        "2027-04": "850.00",
        "2027-05": None,
        "2027-06": None,
    }


def test_work_without_profit_is_enough():
    stored = with_self_employed_partner()

    assert pages(stored)[0] == "betrieb-p2"


def test_month_says_whose_it_is():
    walked = walk(FORM, with_self_employed_partner())
    own = find(walk(FORM, P05), "monat-einnahmen-applicant-2026-12")

    assert find(walked, "monat-einnahmen-p2-2026-12").heading == "Einnahmen im Dezember 2026 (Oliver)"
    assert (own.heading, str(own.title)) == ("Einnahmen im Dezember 2026", "Einnahmen in einem Monat")


def test_months_go_with_the_person():
    stored = with_self_employed_partner()
    month = {"id": "p2-2026-11", "person": "p2", "sales": "100.00"}
    stored["self_employment"] = {"people": [{"id": "p2", "activity": "Kiosk"}], "months": [month]}

    assert find(walk(FORM, stored), "monat-einnahmen-p2-2026-11").place.owner == "p2"
    gone = without_item(stored, Place("people", "persons", "p2"))
    assert gone["self_employment"] == {"people": [], "months": []}


def test_persona_begun_on_another_day_has_that_day_s_months():
    stored = moved(P05, date(2027, 2, 3))

    assert [month["id"][-7:] for month in stored["self_employment"]["months"]][:2] == ["2027-02", "2027-03"]
    assert applicable(walk(FORM, stored), stored)["self_employment"] == stored["self_employment"]
