import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.carry import carried_over, known_sections
from applications.catalogue.progress import is_visited, missing_in, position, progress
from applications.catalogue.renewal import FORM
from applications.catalogue.renewal.household import HOUSEHOLD
from applications.catalogue.summary import summarise
from applications.catalogue.walk import find, following, preceding, walk
from applications.enums import HouseholdPart
from tests.factories.personas import P01, P02, P03, fresh

SECTIONS = [section.key for section in HOUSEHOLD]


def begun(persona=P03, **changes):
    """What a renewal of this household begins with, and what was said in it since."""
    stored = {**carried_over(FORM, [fresh(persona)]), "started_on": "2026-11-26"}
    return {**stored, "known": known_sections(FORM, stored), **changes}


def confirmed(*sections):
    return {"confirm": {"confirmed": list(sections or SECTIONS)}}


def changed(*sections):
    return {"changes": {"changed": list(sections), "remarks": None, "foreseeable": None}}


def course(stored):
    walked = walk(FORM, stored)
    return [page.slug for number, _ in enumerate(FORM.sections) for page in walked.main_course(number)]


def test_parts_that_can_change_are_the_sections_of_the_household():
    assert [part.value for part in HouseholdPart] == SECTIONS


@pytest.mark.parametrize("persona", [P01, P02, P03], ids=["P01", "P02", "P03"])
def test_household_that_was_told_as_a_whole_is_only_to_be_confirmed(persona):
    stored = begun(persona)

    assert stored["known"] == SECTIONS
    assert course(stored) == ["aenderungen", "stimmt-noch", "unterlagen"]


def test_without_anything_known_everything_is_asked_and_nothing_is_to_be_confirmed():
    found = course({"known": []})

    assert found[:3] == ["bald", "name", "herkunft"]
    assert not {"aenderungen", "stimmt-noch", "beginn"} & set(found)


def test_what_has_changed_is_asked_in_full():
    found = course(begun(**changed("home")))

    assert found[:4] == ["aenderungen", "stimmt-noch", "adresse", "wohnen"]
    assert not {"bankkonto", "alleine"} & set(found)


def test_address_alone_from_a_short_form_is_not_the_whole_dwelling():
    stored = carried_over(FORM, [{"home": {"street": "Weg 1", "postcode": "00123", "city": "Ort"}}])

    assert known_sections(FORM, stored) == []


def test_one_open_answer_does_not_bring_the_section_back():
    earlier = fresh(P03)
    del earlier["home"]["landlord_name"]
    stored = {**carried_over(FORM, [earlier]), "started_on": "2026-11-26"}

    assert "home" in known_sections(FORM, stored)


def test_child_that_has_turned_fifteen_brings_work_back():
    stored = {**carried_over(FORM, [fresh(P03)]), "started_on": "2029-10-01"}

    assert {"work", "insurance", "benefits"}.isdisjoint(known_sections(FORM, stored))


def test_only_what_is_confirmed_or_asked_is_sent():
    stored = begun(**changed("bank"), **confirmed("people", "home"))
    sent = applicable(walk(FORM, stored), stored)

    assert {key for key in sent if key in SECTIONS} == {"people", "home", "bank"}
    assert sent["people"] == stored["people"]


def test_tick_for_what_has_changed_since_says_nothing():
    stored = begun(**changed("home"), **confirmed("people", "home"))

    assert applicable(walk(FORM, stored), stored)["confirm"] == {"confirmed": ["people"]}


def test_paper_in_the_file_proves_nothing_where_its_answer_is_new():
    papers = [{"class": "LEASE", "section": "home"}, {"class": "ID_DOC", "section": ""}]
    same, moved = begun(on_file=papers), begun(on_file=papers, **changed("home"))

    assert applicable(walk(FORM, same), same)["on_file"] == papers
    assert applicable(walk(FORM, moved), moved)["on_file"] == papers[1:]


def test_section_without_its_tick_is_missing_and_nothing_else_of_it():
    stored = begun(**changed(), **confirmed(*SECTIONS[1:]))
    walked = walk(FORM, stored)
    missing = [lack for page in walked for lack in missing_in(page, stored)]

    assert [(lack.instance.slug, lack.label) for lack in missing] == [("stimmt-noch", "Sie")]


def test_what_is_true_for_once_only_is_not_missing_where_nothing_has_changed():
    stored = begun(**changed(), **confirmed())

    assert "arrears" not in stored["home"]
    assert [lack for page in walk(FORM, stored) for lack in missing_in(page, stored)] == []


def test_gap_of_the_last_application_is_still_missing():
    earlier = fresh(P03)
    del earlier["home"]["landlord_name"]
    stored = begun(earlier, **changed(), **confirmed())

    assert [lack.label for page in walk(FORM, stored) for lack in missing_in(page, stored)] == ["Name oder Firma"]


def test_review_and_receipt_show_confirmed_answers_and_no_others():
    stored = begun(**changed(), **confirmed("people", "home"))
    sections = summarise(walk(FORM, stored), stored, {"applicant": "Petra Reuter"})

    assert [part.section.key for part in sections] == ["changes", "confirm", "people", "home"]
    assert sections[1].blocks[0].entries[0].value == "wer bei mir wohnt\nAdresse, Wohnung oder Miete"


def test_nobody_is_led_through_what_is_held():
    walked = walk(FORM, begun())

    assert following(walked, "stimmt-noch").slug == "unterlagen"
    assert preceding(walked, "unterlagen").slug == "stimmt-noch"


def test_who_opens_a_held_page_goes_on_in_its_section_and_then_leaves_it():
    walked = walk(FORM, begun())
    here = find(walked, "adresse")

    assert (here.is_held, here.counts) == (True, False)
    assert following(walked, "adresse").slug == "wohnen"
    assert following(walked, "schulden").slug == "unterlagen"
    assert following(walked, "person-c1").slug == "weitere-angaben-c1"
    assert (position(walked, here).number, position(walked, here).count) == (1, 7)


def test_held_sections_stand_apart_in_the_progress():
    stored = begun(**changed(), **confirmed("people"))
    parts = {part.section.key: part for part in progress(walk(FORM, stored), stored)}

    assert [key for key, part in parts.items() if not part.is_held] == ["changes", "confirm", "evidence"]
    assert parts["confirm"].missing == len(SECTIONS) - 1
    assert is_visited(find(walk(FORM, stored), "schulden"), stored)


def test_gists_are_short_and_name_what_matters():
    answers = FORM.read(begun())
    said = {section.key: [str(line) for line in section.holding.gist(answers)] for section in HOUSEHOLD}

    assert said["you"][:2] == ["Petra Reuter, geboren am 12.\xa0Mai 1985", "verheiratet"]
    assert said["people"][0] == "Oliver, geboren am 30.\xa0Januar 1988 (verheiratet)"
    assert said["home"] == [
        "Musterweg 1, 00123 Musterstadt",
        "Sie wohnen zur Miete.",
        "Zusammen 1.010,00\xa0Euro im Monat",
    ]
    assert said["work"][0] == "Petra Reuter: Arbeit, Bäckerei Korn, 1.310,00\xa0Euro; Kindergeld, 777,00\xa0Euro"
    assert said["work"][1] == "Oliver: kein Einkommen"
    assert said["benefits"] == ["Nichts ist beantragt."]
    assert said["needs"] == ["Nichts davon trifft zu."]
    assert said["assets"] == ["Girokonto, 6.400,00\xa0Euro", "VW Polo, 4.000,00\xa0Euro"]
    assert said["insurance"][0] == "Petra Reuter: gesetzlich pflichtversichert, AOK"
    assert said["bank"] == ["Konto von Petra Reuter, letzte Ziffern 0303"]


@pytest.mark.parametrize("persona", [{}, P01, P02], ids=["nothing", "P01", "P02"])
def test_gists_bear_any_answers(persona):
    answers = FORM.read(begun(persona))

    assert all(str(line) for section in HOUSEHOLD[1:] for line in section.holding.gist(answers) if line)
