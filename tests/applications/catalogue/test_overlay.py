import pytest

from applications.catalogue.compose import UnknownForm, compose
from applications.catalogue.kinds import YesNo
from applications.catalogue.main_application import FORM
from applications.catalogue.overlay import Overlay, load_overlays_with, overlaid, stored_overlay
from applications.catalogue.walk import find, walk
from applications.claim.model import AskedPaper
from applications.enums import DocumentClass
from tests.factories.personas import P03

OWN = YesNo("local_dog", "Haben Sie einen Hund?", is_local=True)
PAPER = AskedPaper(document_class=DocumentClass.OTHER, item_id="local_1", title="Formblatt", reason="Für die Steuer.")


@pytest.fixture
def loaded():
    """Overlays of one dictionary, each asked for once; afterwards those of the portal again."""
    asked, stored = [], {}

    def load(version, form_key):
        asked.append((version, form_key))
        return stored.get(version)

    from applications.selectors.local_settings import load_overlay

    load_overlays_with(load)
    yield asked, stored
    load_overlays_with(load_overlay)


def test_questions_stand_on_a_page_at_the_end_of_the_section():
    walked = walk(overlaid(FORM, Overlay("kreis-1", at_end={"you": (OWN,)})), {})
    slugs = [page.slug for page in walked if page.section.key == "you"]

    assert slugs[-1] == "oertlich-you"
    assert find(walked, "oertlich-you").keys == ("local_dog",)


def test_answer_can_be_read_and_others_do_not_know_the_question():
    form = overlaid(FORM, Overlay("kreis-1", at_end={"you": (OWN,)}))

    assert form.read({"you": {"local_dog": True}}).you.local_dog is True
    with pytest.raises(AttributeError):
        FORM.read({}).you.local_dog  # noqa: B018 -- reading is what fails


def test_hints_stand_on_sections_pages_and_lists():
    hints = {"name": "Wie im Ausweis.", "personen": "Auch Kinder.", "kind": "Auch Pflegekinder."}
    form = overlaid(FORM, Overlay("kreis-1", section_hints={"you": "Wir helfen."}, step_hints=hints))
    walked = walk(form, P03)
    shown = {page.step.slug: page.step.hint for page in walked if page.step.hint}

    assert shown == hints
    assert {page.section.key for page in walked if page.section.hint} == {"you"}


def test_papers_are_those_of_the_form():
    assert overlaid(FORM, Overlay("kreis-1", papers=(PAPER,))).papers == (PAPER,)


def test_pages_that_nothing_changes_stay_the_same_object():
    changed = {page.slug: page.step for page in walk(overlaid(FORM, Overlay("k", step_hints={"name": "Hm."})), {})}
    plain = {page.slug: page.step for page in walk(FORM, {})}

    assert changed["kontakt"] is plain["kontakt"]
    assert changed["name"] is not plain["name"]


def test_places_that_are_not_there_change_nothing():
    idle = Overlay("kreis-1", at_end={"x": (OWN,)}, section_hints={"x": "?"}, step_hints={"x": "?"})

    assert [page.slug for page in walk(overlaid(FORM, idle), {})] == [page.slug for page in walk(FORM, {})]


def test_overlay_is_loaded_once_for_each_form(loaded):
    asked, stored = loaded
    stored["einmal-1"] = Overlay("einmal-1", at_end={"you": (OWN,)})

    first, second = (compose(FORM.key, FORM.version, "einmal-1") for _each in range(2))

    assert first is second
    assert first.overlay_version == "einmal-1"
    assert asked == [("einmal-1", FORM.key)]


def test_form_without_overlay_asks_for_none(loaded):
    compose.cache_clear()
    compose(FORM.key, FORM.version)

    assert loaded[0] == []


def test_version_that_is_not_there_is_named_and_asked_for_again(loaded):
    asked, _stored = loaded
    for _each in range(2):
        with pytest.raises(UnknownForm):
            compose(FORM.key, FORM.version, "gibt-es-nicht")

    assert len(asked) == 2
    assert stored_overlay("gibt-es-nicht", FORM.key) is None
