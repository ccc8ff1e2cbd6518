import copy
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applications.catalogue.main_application import FORM
from applications.catalogue.walk import Walk, find, following, preceding, walk
from tests.factories.personas import P01, P02, P03, PERSONAS, fresh


def slugs(stored):
    return [page.slug for page in walk(FORM, stored)]


def test_empty_answers_already_have_a_course():
    found = slugs({})

    assert found[:3] == ["hilfe", "name", "herkunft"]
    assert found[-2:] == ["unterlagen", "bemerkung"]


def test_addresses_are_unique():
    for stored in PERSONAS.values():
        assert len(slugs(stored)) == len(set(slugs(stored)))


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(list(PERSONAS)), st.data())
def test_walk_is_pure_and_bears_any_gap(name, data):
    stored = fresh(PERSONAS[name])
    for section in data.draw(st.sets(st.sampled_from(sorted(set(stored) - {"started_on", "seen"})))):
        del stored[section]
    before = copy.deepcopy(stored)

    assert slugs(stored) == slugs(stored)
    assert stored == before


def test_conditions_open_and_close_pages():
    answers = fresh(P01)
    answers["you"]["nationality"] = "UA"
    answers["home"]["kind"] = "owned"
    found = slugs(answers)

    assert {"aufenthalt", "eigentum"} <= set(found)
    assert not {"miete", "vermieter"} & set(found)


def test_every_person_gets_an_own_page_in_turn():
    pages = [slug for slug in slugs(fresh(P03)) if slug.startswith(("arbeit-", "geld-applicant", "geld-p2", "geld-c"))]

    assert pages == [
        "arbeit-applicant",
        "geld-applicant",
        "arbeit-p2",
        "geld-p2",
        "arbeit-c1",
        "geld-c1",
        "geld-c2",
        "geld-c3",
    ]


def test_people_entered_before_living_alone_are_not_asked_about():
    answers = fresh(P02)
    answers["people"]["lives_alone"] = True

    assert not [slug for slug in slugs(answers) if slug.endswith(("c1", "c2"))]
    assert FORM.names(FORM.read(answers)) == {"applicant": "Miriam Sander"}


def test_page_names_the_person_and_its_title_does_not():
    page = find(walk(FORM, fresh(P02)), "geld-c1")

    assert (page.heading, str(page.title)) == ("Einkommen von Ella", "Einkommen")


def test_own_page_of_the_applicant_needs_no_name():
    assert find(walk(FORM, fresh(P02)), "geld-applicant").heading == "Einkommen"


@pytest.mark.parametrize(
    ("here", "after"),
    [
        ("alleine", "personen"),
        ("person-c1", "kind-c1"),
        ("kita-schule-c1", "personen"),
        ("personen", "alleinerziehend"),
        ("geld-applicant", "einkommen-applicant"),
        ("leistung-i2", "einkommen-c1"),
        ("bemerkung", None),
    ],
)
def test_following_enters_lists_by_their_own_page(here, after):
    found = following(walk(FORM, fresh(P02)), here)

    assert (found and found.slug) == after


@pytest.mark.parametrize(
    ("here", "before"),
    [
        ("hilfe", None),
        ("personen", "alleine"),
        ("person-c2", "personen"),
        ("kind-c2", "person-c2"),
        ("alleinerziehend", "personen"),
    ],
)
def test_preceding_leads_out_of_an_item_by_its_list(here, before):
    found = preceding(walk(FORM, fresh(P02)), here)

    assert (found and found.slug) == before


def test_new_item_has_no_name_yet():
    stored = {"people": {"lives_alone": False, "persons": [{"id": "new"}, {"id": "left", "first_name": None}]}}
    walked = walk(FORM, stored)

    assert [find(walked, slug).heading for slug in ("person-new", "person-left")] == [
        "Eine Person, die bei Ihnen lebt",
        "Angaben zu Person ohne Namen",
    ]


def test_main_course_leaves_out_single_items():
    walked = walk(FORM, fresh(P02))
    people = walked.number_of("personen")

    assert [page.slug for page in walked.main_course(people)] == [
        page.slug for page in walked.sections()[people] if not page.list_slug
    ]
    assert any(page.list_slug for page in walked.sections()[people])


@pytest.fixture
def read():
    """What has been worked out of a walk, and the walk."""
    known = []
    sections = [list(section) for section in walk(FORM, fresh(P02)).sections()]

    def made(number, *, items=True):
        return (known.append(page.slug) or page for page in sections[number] if items or not page.list_slug)

    numbers = range(len(sections))
    return known, Walk(map(made, numbers), FORM.section_of, partial(made, items=False))


def test_pages_are_worked_out_as_far_as_somebody_reads(read):
    known, walked = read

    assert find(walked, "herkunft").slug == "herkunft"
    assert known == ["name", "herkunft"]
    assert following(walked, "herkunft").slug == "familienstand"
    assert known == ["name", "herkunft", "familienstand"]
    assert [page.slug for page in walked] == slugs(fresh(P02))
    assert len(known) == len(walked)


def test_page_at_the_beginning_of_a_section_looks_back_one_section_only(read):
    known, walked = read

    assert preceding(walked, "adresse").slug == "unterhalt"
    assert [*known] == ["adresse", *(page.slug for page in walked.sections()[2] if not page.list_slug)]


def test_address_that_no_form_has_is_not_searched_for(read):
    known, walked = read

    assert find(walked, "gibt-es-nicht") is None
    assert known == []


@pytest.mark.parametrize(
    ("address", "number"), [("hilfe", 0), ("kita-schule-c1", 2), ("geld-und-konten", 9), ("x", None)]
)
def test_section_of_an_address(address, number):
    assert FORM.section_of(address) == number
