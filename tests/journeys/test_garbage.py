"""Every page of the application gets what no person means: it saves, or it says what is wrong, and never breaks."""

import re

import pytest

from applications.catalogue.main_application import FORM
from applications.catalogue.structure import Page
from applications.catalogue.walk import walk
from portal.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.personas import P03, fresh
from tests.journeys.drafts import filled_draft, path_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
GARBAGE = {
    "nul": "\x00",
    "owls": "🦉" * 300,
    "script": "<script>alert(1)</script>",
    "negative": "-1",
    "huge": "9" * 40,
    "arabic": "٣٤",
    "exponent": "1e400",
    "nan": "NaN",
    "sql": "' OR 1=1 --",
    "blank": " \t\n",
}
NAME = re.compile(r'name="([^"]+)"')
OURS = {"csrfmiddlewaretoken", "wizard-current_step", "version", "go", "viewport", "color-scheme", "format-detection"}


def one_of_each_step():
    pages = {page.step.slug: page.slug for page in walk(FORM, P03) if page.page is Page.FORM}
    return list(pages.values())


@pytest.mark.parametrize("kind", list(GARBAGE))
def test_garbage_is_saved_or_explained(client, kind):
    user = User.objects.get(pk=UserFactory().pk)
    client.force_login(user)
    draft = filled_draft(user, P03)
    answers = fresh(draft.answers)

    for slug in one_of_each_step():
        draft.answers = answers
        draft.save()
        address = path_of(draft, slug)
        names = set(NAME.findall(client.get(address).content.decode())) - OURS
        response = client.post(
            address, {"wizard-current_step": slug, "go": "next", **dict.fromkeys(names, GARBAGE[kind])}
        )
        shown = client.get(response.url) if response.status_code == 302 else response
        assert shown.status_code == 200, slug
        assert names, slug
        assert response.status_code == 302 or "<title>Fehler: " in response.content.decode(), slug
        assert "<script>alert" not in shown.content.decode(), slug
