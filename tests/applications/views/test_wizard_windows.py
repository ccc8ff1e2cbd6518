"""The wizard in two windows, and with two people on one draft."""

import pytest

from applications.catalogue.main_application import FORM
from applications.catalogue.values import step_version
from applications.catalogue.walk import find, walk
from applications.models import Draft
from applications.services.draft import save_step
from tests.applications.views.typing_in import CLEAN_NAME, NAME, send, url
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def test_somebody_else_who_saved_the_same_page_is_named(client, draft):
    helping = StandingFactory(helper=True, person=draft.person, holder_name="Julia")
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    page = find(walk(FORM, draft.answers), "name")
    save_step(actor=helper_actor(helping), draft=draft, step=page, answers=CLEAN_NAME | {"first_name": "Mirjam"})
    client.force_login(draft.person.user)

    text = send(client, draft, "name", NAME, version=shown).content.decode()

    assert "Jemand anderes hat diese Seite geändert" in text
    assert "Zuletzt gespeichert von Julia (helfende Person)." in text
    assert '<span class="jc-pre">Mirjam</span>' in text


def test_same_page_in_two_windows_keeps_both(visitor, draft):
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    send(visitor, draft, "name", NAME)

    response = send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version=shown)

    text = response.content.decode()
    assert "In einem anderen Fenster hat sich diese Seite geändert" in text
    assert 'name="first_name" value="Mirjam"' in text
    assert '<span class="jc-pre">Miriam</span>' in text
    assert Draft.objects.get().answers["you"]["first_name"] == "Miriam"


def test_conflict_page_can_be_saved_knowingly(visitor, draft):
    send(visitor, draft, "name", NAME)
    conflict = send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version="0" * 16)
    version = conflict.context["version"]

    send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version=version)

    assert Draft.objects.get().answers["you"]["first_name"] == "Mirjam"


def test_different_pages_in_two_windows_are_no_conflict(visitor, draft):
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    send(visitor, draft, "kontakt", {"email": "miriam@example.org"})

    response = send(visitor, draft, "name", NAME, version=shown)

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME | {"phone": None, "email": "miriam@example.org"}
