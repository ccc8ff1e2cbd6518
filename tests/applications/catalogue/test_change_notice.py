import pytest
from django.urls import reverse

from applications.catalogue.applicable import applicable
from applications.catalogue.carry import carried_over
from applications.catalogue.change_notice import FORM
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.papers import asked_papers
from applications.catalogue.walk import walk
from applications.enums import ChangeKind
from tests.factories.personas import P02, fresh
from tests.factories.sent import make_draft

ALWAYS = ["aenderung", "warten", "name", "kontakt", "adresse", "unterlagen", "bemerkung"]


def pages(*changes, **answers):
    change = {"changes": list(changes), **answers.pop("change", {})}
    return [page.slug for page in walk(FORM, {"change": change, **answers})]


def asked_besides(*changes, **answers):
    return [slug for slug in pages(*changes, **answers) if slug not in ALWAYS]


def papers(change, **answers):
    stored = {"change": change, **answers}
    return [(paper.document_class.value, paper.required) for paper in asked_papers(walk(FORM, stored), stored)]


def test_without_a_change_only_the_frame_is_asked():
    assert pages() == ALWAYS


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ChangeKind.JOB_START, ["neue-arbeit"]),
        (ChangeKind.JOB_END, ["ende-der-arbeit"]),
        (ChangeKind.INCOME, ["anderes-geld"]),
        (ChangeKind.BENEFITS, ["andere-leistung"]),
        (ChangeKind.JOINED, ["zuzug", "alleine", "personen"]),
        (ChangeKind.LEFT, ["auszug-name", "alleine"]),
        (ChangeKind.PREGNANCY, ["schwangerschaft"]),
        (ChangeKind.BIRTH, ["geburt"]),
        (ChangeKind.BANK, ["bankkonto"]),
        (ChangeKind.NAME, ["neuer-name", "familienstand"]),
        (ChangeKind.EDUCATION, ["bildung"]),
        (ChangeKind.INSURANCE, ["neue-versicherung"]),
        (ChangeKind.ABSENCE, ["abwesend"]),
        (ChangeKind.ILLNESS, ["krankheit"]),
        (ChangeKind.OTHER, ["etwas-anderes"]),
        (ChangeKind.RENT, ["wohnen"]),
        (ChangeKind.MOVE, ["mietvertrag", "wohnen", "umzug"]),
    ],
)
def test_each_change_asks_only_its_own_pages(kind, expected):
    assert asked_besides(kind) == expected


def test_who_has_not_signed_yet_reads_about_the_assurance_first():
    asked = asked_besides("move", change={"lease_signed": False}, home={"kind": "rented"})

    assert asked == ["mietvertrag", "erst-fragen"]


def test_who_has_moved_is_asked_what_the_new_dwelling_costs():
    asked = asked_besides("move", change={"lease_signed": True}, home={"kind": "rented"})

    assert asked == ["mietvertrag", "wohnen", "wohnung", "miete", "heizung", "vermieter", "umzug"]


@pytest.mark.parametrize(("kind", "page"), [("minijob", "neuer-lohn"), ("maintenance", "neuer-betrag")])
def test_wages_and_other_money_have_pages_of_their_own(kind, page):
    assert asked_besides("income", change={"income_kind": kind}) == ["anderes-geld", page]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"changes": ["job_end"], "job_end_on": "2026-11-30"}, [("TERMINATION_LETTER", True)]),
        ({"changes": ["birth"], "birth_on": "2026-11-20"}, [("BIRTH_CERT", True)]),
        ({"changes": ["pregnancy"], "pregnancy_expected_birth": "2027-05-01"}, [("PREGNANCY_PROOF", True)]),
        ({"changes": ["joined"], "joined_on": "2026-11-01"}, [("REGISTRATION_CERT", False)]),
        ({"changes": ["income"], "income_kind": "minijob", "income_net": "300.00"}, [("PAYSLIP", True)]),
    ],
)
def test_papers_belong_to_what_was_told(change, expected):
    assert papers(change) == expected


def test_move_asks_for_the_lease():
    told = {"changes": ["move"], "lease_signed": True}

    assert ("LEASE", True) in papers(told, home={"kind": "rented", "base_rent": "480.00"})


def test_people_of_earlier_forms_can_be_meant_and_nothing_about_them_is_lost():
    begun = carried_over(FORM, [fresh(P02)])
    stored = begun | {"change": {"changes": ["joined"]}}
    after = carried_over(MAIN, [applicable(walk(FORM, stored), stored), fresh(P02)])

    assert list(FORM.names(FORM.read(stored)).values()) == ["Miriam Sander", "Ella", "Finn"]
    assert after["people"]["persons"] == P02["people"]["persons"]


def test_who_has_moved_out_can_be_named_though_the_person_now_lives_alone():
    stored = {
        "change": {"changes": ["left"]},
        "people": {"lives_alone": True, "persons": [{"id": "p2", "first_name": "Jan"}]},
    }

    assert "auszug" in [page.slug for page in walk(FORM, stored)]
    assert FORM.names(FORM.read(stored))["p2"] == "Jan"


@pytest.mark.django_db
def test_every_page_of_everything_that_can_change_answers(client):
    persons = [{"id": "c1", "first_name": "Ella", "relation": "own_child", "birth_date": "2020-02-03"}]
    told = {"changes": ChangeKind.values, "income_kind": "minijob", "lease_signed": True}
    answers = {"change": told, "people": {"lives_alone": False, "persons": persons}, "home": {"kind": "rented"}}
    draft = make_draft("change_notice", answers)
    client.force_login(draft.person.user)
    addresses = [page.slug for page in walk(FORM, draft.answers)]
    shown = {slug: client.get(f"/antrag/{draft.pk}/{slug}/").status_code for slug in addresses}

    assert shown == dict.fromkeys(addresses, 200)
    assert client.get(reverse("applications:review", args=[draft.pk])).status_code == 200
