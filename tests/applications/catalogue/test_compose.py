import pytest

from applications.catalogue.compose import Overlay, UnknownForm, compose, current_version, forms, overlaid
from applications.catalogue.kinds import YesNo
from applications.catalogue.main_application import FORM
from applications.catalogue.walk import find, walk

OWN = YesNo("dog", "Haben Sie einen Hund?", for_staff_only="Hundesteuer der Gemeinde")


def test_main_application_is_found():
    assert forms()["main_application", FORM.version] is FORM
    assert current_version("main_application") == FORM.version


def test_compose_gives_the_same_object_every_time():
    assert compose("main_application", FORM.version) is FORM
    assert compose("main_application", FORM.version) is compose("main_application", FORM.version, "")


@pytest.mark.parametrize(
    "arguments", [("x", "1"), ("main_application", "1999"), ("main_application", FORM.version, "x")]
)
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
