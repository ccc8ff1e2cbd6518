import json
from pathlib import Path

import pytest
from django.utils import timezone

from portal.audit.models.personal_data import declarations
from portal.leaving.domain.contents import FORMAT, VERSION, gather

pytestmark = pytest.mark.django_db

DOCS = (Path(__file__).parents[4] / "docs" / "leaving.md").read_text()


def test_contents_hold_a_part_of_every_app(household):
    contents = gather(household.user.pk, at=timezone.now())

    assert [part.key for part in contents.parts] == [
        "account",
        "cases",
        "standings",
        "access_letters",
        "access",
        "notices",
        "push_devices",
        "documents",
        "submissions",
        "mailbox",
        "evidence_requests",
        "decisions",
        "drafts",
        "applications",
        "grant_periods",
        "own_part",
        "appointments",
    ]
    assert [file.path for file in contents.files] == ["unterlagen/001_Mietvertrag.pdf", "unterlagen/002_Lohn: Mai?.pdf"]


def test_data_says_its_format(household):
    data = json.loads(gather(household.user.pk, at=timezone.now()).data())

    assert (data["format"], data["version"]) == (FORMAT, VERSION)


@pytest.mark.parametrize("key", ["format", "version", "made_at", "parts", "files", "kept"])
def test_keys_of_the_data_are_documented(key):
    assert f"`{key}`" in DOCS


@pytest.mark.parametrize("part", declarations.parts, ids=lambda part: part.key)
def test_parts_of_the_data_are_documented(part):
    assert f"`{part.key}`" in DOCS


def test_page_escapes_what_people_typed(household):
    household.person.name = "<script>alert(1)</script>"
    household.person.save()

    assert "<script" not in gather(household.user.pk, at=timezone.now()).page()
