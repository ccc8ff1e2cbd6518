"""Maintenance in the main application: who is asked, and that nobody in danger is."""

import pytest

from applications.catalogue.complete import complete
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.walk import find, walk
from tests.factories.personas import P02, P04, fresh

PAGES = {
    "fruehere-beziehung",
    "unterhalt-trennung",
    "anderer-elternteil",
    "unterhalt-betreuung",
    "elternteil-woanders",
    "kindesunterhalt",
    "jugendamt",
    "wir-rufen-an",
}
ALL_IN_DANGER = ["fruehere-beziehung-applicant", "elternteil-woanders-c1", "elternteil-woanders-c2"]


def pages(stored):
    return [page.slug for page in walk(FORM, stored) if page.section.key == "maintenance"]


def without_answers(stored):
    """The same person before anything was said about maintenance."""
    answers = fresh(stored)
    del answers["maintenance"]
    return answers


def missing(stored):
    walked = walk(FORM, stored)
    return [lack for page in walked if page.section.key == "maintenance" for lack in missing_in(page, stored)]


def test_separated_mother_is_asked_about_both():
    assert pages(P02) == [
        "fruehere-beziehung-applicant",
        "unterhalt-trennung-applicant",
        "elternteil-woanders-c1",
        "kindesunterhalt-c1",
        "jugendamt-c1",
        "elternteil-woanders-c2",
        "kindesunterhalt-c2",
        "jugendamt-c2",
    ]


def test_young_adult_is_not_sent_to_the_youth_office():
    assert pages(P04) == ["elternteil-woanders-applicant", "kindesunterhalt-applicant"]


def test_danger_can_be_said_on_the_page_itself_and_then_nothing_is_missing():
    stored = without_answers(P02)
    stored["maintenance"] = {
        "people": [{"id": person, "maintenance_unsafe": ["unsafe"]} for person in ("applicant", "c1", "c2")]
    }

    assert missing(stored) == []
    assert [slug for slug in pages(stored) if not slug.startswith("wir-rufen-an")] == ALL_IN_DANGER
    assert [slug for slug in pages(stored) if slug.startswith("wir-rufen-an")] == [
        "wir-rufen-an-applicant",
        "wir-rufen-an-c1",
        "wir-rufen-an-c2",
    ]


def test_without_the_tick_names_are_missing():
    assert [str(lack.question.label) for lack in missing(complete(FORM, without_answers(P02)))] == [
        "Name der früheren Partnerin oder des früheren Partners",
        *["Name des Elternteils, der woanders lebt", "Was ist mit dem Unterhaltsvorschuss?"] * 2,
    ]


def test_danger_said_elsewhere_asks_nothing_about_the_person():
    stored = without_answers(P02)
    stored["people"]["persons"][0]["maintenance_unsafe"] = True

    # The father of the child is likely the former husband: the mother is not asked about him either.
    assert pages(stored) == [
        "wir-rufen-an-applicant",
        "wir-rufen-an-c1",
        "elternteil-woanders-c2",
        "kindesunterhalt-c2",
        "jugendamt-c2",
    ]


def test_the_page_says_that_somebody_will_call():
    stored = without_answers(P02)
    stored["people"]["persons"][0]["maintenance_unsafe"] = True
    page = find(walk(FORM, stored), "wir-rufen-an-c1")

    assert page.heading == "Unterhalt für Ella: Wir rufen Sie zuerst an"
    assert str(page.step.tells[1]).startswith("Jemand aus dem Jobcenter spricht zuerst mit Ihnen.")


@pytest.mark.parametrize(("here", "expected"), [(False, True), (True, False), (None, False)])
def test_maintenance_for_caring_is_asked_when_the_other_parent_lives_elsewhere(here, expected):
    stored = fresh(P04)
    stored["needs"]["people"][0]["situations"] = ["pregnant"]
    stored["maintenance"]["people"][0]["other_parent_here"] = here

    assert ("unterhalt-betreuung-applicant" in pages(stored)) is expected


@pytest.mark.parametrize(("born", "expected"), [("2023-11-11", True), ("2023-11-10", False)])
def test_caring_for_a_child_counts_until_its_third_birthday(born, expected):
    stored = fresh(P04)
    child = {"id": "c1", "relation": "own_child", "birth_date": born, "parent_outside": True, "parents": ["applicant"]}
    stored["people"] |= {"lives_alone": False, "persons": [child]}

    assert ("anderer-elternteil-applicant" in pages(stored)) is expected
