import re
from pathlib import Path

import pytest
from django.http import Http404
from django.test import RequestFactory

from applications.catalogue.kinds import KINDS as KINDS_OF_QUESTIONS
from portal.pages.views.design import DesignView, fields
from portal.ui.blocks import KINDS
from portal.ui.icons import ICONS
from portal.ui.templatetags.ui import register
from tests.factories.accounts import OfficeFactory

ROOT = Path(__file__).parents[4]
SOURCE = (ROOT / "templates/pages/design.html").read_text()


@pytest.fixture
def shown(db, settings) -> str:
    OfficeFactory()
    settings.PORTAL_IS_DEMO = True
    return DesignView.as_view()(RequestFactory().get("/design/")).render().content.decode()


def test_page_does_not_exist_outside_the_demo(client):
    assert client.get("/design/").status_code == 404


def test_view_checks_again_that_it_is_the_demo(settings):
    settings.PORTAL_IS_DEMO = False
    with pytest.raises(Http404):
        DesignView.as_view()(RequestFactory().get("/design/"))


def test_every_tag_and_filter_is_shown():
    assert {name for name in register.tags if not re.search(rf"{{% {name}\b", SOURCE)} == set()
    assert {name for name in register.filters if f"|{name} " not in f"{SOURCE} ".replace("}", " ")} == set()


def test_every_kind_of_badge_and_alert_and_every_icon_is_shown(shown):
    wanted = {f"kern-{block}--{kind}" for block in ("badge", "alert") for kind in KINDS}
    wanted |= {f"kern-icon--{icon}" for icon in ICONS}
    assert {name for name in wanted if f"{name} " not in shown.replace('"', " ")} == set()


def test_every_kind_of_question_is_shown():
    assert {row["kind"] for row in fields()["rows"]} == {kind.__name__ for kind in KINDS_OF_QUESTIONS}


def test_every_question_is_shown_empty_answered_and_refused():
    rows = [row["states"] for row in fields()["rows"]]
    assert {empty.name for empty, _filled, _refused in rows if empty.value()} == set()
    assert {filled.name for _empty, filled, _refused in rows if not filled.value()} == set()
    assert {refused.name for _empty, _filled, refused in rows if not refused.errors} == set()


def test_ids_are_given_once(shown):
    ids = re.findall(r' id="([^"]+)"', shown)
    assert sorted(ids) == sorted(set(ids))


def test_every_rule_of_the_common_stylesheet_is_shown(shown):
    css = (ROOT / "static/ui/site.css").read_text()
    ours = set(re.findall(r"\.(jc-[\w-]+)", css))
    assert {name for name in ours if not re.search(rf'class="[^"]*\b{name}\b', shown)} - OF_SINGLE_PAGES == set()


OF_SINGLE_PAGES = {"jc-acting", "jc-add", "jc-prose", "jc-pre", "jc-code", "jc-form", "jc-phone"}
OF_SINGLE_PAGES |= {"jc-session__until", "jc-session__warning"}  # of who is signed in
