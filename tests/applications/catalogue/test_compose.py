import pytest
from msgspec.structs import replace

from applications.catalogue.compose import (
    Overlay,
    UnknownForm,
    compose,
    current_version,
    forms,
    known_together,
    overlaid,
)
from applications.catalogue.kinds import Text, YesNo
from applications.catalogue.main_application import FORM
from applications.catalogue.structure import Section, Step
from applications.catalogue.walk import find, walk
from tests.factories.personas import P03

OWN = YesNo("dog", "Haben Sie einen Hund?", for_staff_only="Hundesteuer der Gemeinde")


def test_main_application_is_found():
    assert forms()["main_application", FORM.version].sections is FORM.sections
    assert current_version("main_application") == FORM.version


def test_compose_gives_the_same_object_every_time():
    assert compose("main_application", FORM.version) is compose("main_application", FORM.version, "")


@pytest.mark.parametrize(
    "arguments", [("x", "1"), ("main_application", "1999"), ("main_application", FORM.version, "x")]
)
@pytest.mark.django_db
def test_unknown_versions_are_named(arguments):
    with pytest.raises(UnknownForm):
        compose(*arguments)


def test_unknown_form_has_no_current_version():
    with pytest.raises(UnknownForm):
        current_version("x")


def test_overlay_adds_questions_and_switches_steps_off():
    form = overlaid(FORM, Overlay("kreis-1", {"kontakt": (OWN,)}, frozenset({"nummern"})))
    walked = walk(form, {"you": {"dog": True}})

    assert [question.key for question in find(walked, "kontakt").questions] == ["phone", "email", "dog"]
    assert find(walked, "nummern") is None
    assert form.overlay_version == "kreis-1"
    assert form.read({"you": {"dog": True}}).you.dog is True


def test_overlay_leaves_the_form_itself_alone():
    overlaid(FORM, Overlay("kreis-1", {"kontakt": (OWN,)}))

    with pytest.raises(AttributeError):
        FORM.read({}).you.dog  # noqa: B018 -- reading is what fails


def test_overlay_switches_off_steps_of_lists_and_persons():
    form = overlaid(FORM, Overlay("kreis-1", switched_off=frozenset({"kind", "geld", "fahrzeuge"})))
    switched_on = {instance.step.slug for instance in walk(FORM, P03)}

    assert switched_on - {instance.step.slug for instance in walk(form, P03)} == {
        "kind",
        "geld",
        "fahrzeug",
        "fahrzeuge",
    }


def test_question_of_a_switched_off_step_is_none_and_a_misspelt_one_still_fails():
    home = overlaid(FORM, Overlay(switched_off=frozenset({"miete"}))).read({}).home

    assert home.base_rent is None
    with pytest.raises(AttributeError):
        home.base_rnt  # noqa: B018 -- reading is what fails


def version(name, *questions, section="you"):
    return replace(
        FORM, version=name, sections=(Section(section, "Sie", (Step("eins", "Eins", questions),)),), layouts={}
    )


def test_versions_of_a_form_know_each_others_questions():
    dog, cat = YesNo("dog", "Hund?"), Text("cat", "Katze?")
    known = known_together([version("1", dog), version("2", cat), version("3", dog, section="home")])
    older, other = known["main_application", "1"], known["main_application", "3"]

    assert [path for path, _question in older.questions()] == ["you.dog"]
    assert (older.read({"you": {"dog": True}}).you.dog, older.read({}).you.cat, older.read({}).home.dog) == (
        True,
        None,
        None,
    )
    assert other.read({"home": {"dog": True}}).home.dog is True


def test_other_forms_stay_strange():
    other = replace(version("1", OWN), key="other")
    form = known_together([version("1"), other])["main_application", "1"]

    with pytest.raises(AttributeError):
        form.read({}).you.dog  # noqa: B018 -- reading is what fails
