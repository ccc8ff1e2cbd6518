"""A new form is one file of the catalogue and its builder: without another line of code it stands everywhere."""

import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

import applications.catalogue
import applications.claim.builders
from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.listing import listed_forms
from applications.catalogue.listing_page import PUBLISHED, forms_page
from applications.catalogue.walk import walk
from applications.enums import DocumentClass
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.households import YesToEverything
from tests.walks.answering import Answering
from tests.walks.going import assert_exactly_what_applies_has_arrived, go_everywhere, send
from tests.walks.planning import completed
from tests.walks.visiting import Visit

HERE = Path(__file__).parent / "toy"
KEY = "toy_form"
TITLE = "Anmeldung von Spielzeugautos"


def forget():
    forms.cache_clear()
    compose.cache_clear()
    for package in (applications.catalogue, applications.claim.builders):
        sys.modules.pop(f"{package.__name__}.{KEY}", None)


@pytest.fixture
def toy(monkeypatch):
    """The two files are there as if they lay among the others."""
    for package, folder in ((applications.catalogue, "catalogue"), (applications.claim.builders, "builders")):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(HERE / folder)])
    forget()
    yield compose(KEY, current_version(KEY))
    forget()


@pytest.fixture
def visit(toy, client, db, walker):
    """Somebody before the review, with three toys."""
    visit = Visit(client, toy)
    visit.fill_in(completed(toy, visit.typed, Answering(YesToEverything())))
    return visit


@pytest.fixture
def toys(visit):
    return [item["description"] for item in visit.typed["fleet"]["vehicles"]]


def test_forms_are_found_where_the_generated_tests_look(toy):
    assert (KEY, "2026.1") in forms()


def test_overview_offers_it(toy, client, db, walker):
    text = client.get(reverse("applications:overview")).content.decode()

    assert f'name="form" value="{KEY}"' in text
    assert TITLE in text


def test_task_list_and_wizard_lead_through_it(visit, client):
    tasks = client.get(reverse("applications:tasks", args=[visit.draft.pk])).content.decode()
    page = client.get(reverse("applications:step", args=[visit.draft.pk, "fuhrpark"])).content.decode()

    assert "Fuhrpark" in tasks
    assert "Haben Sie Spielzeugautos?" in page
    assert [page.slug.split("-")[0] for page in walk(visit.form, visit.typed)] == [
        *("name", "kontakt", "fuhrpark"),
        *("spielzeugauto",) * 3,
        *("spielzeugautos", "unterlagen"),
    ]


def test_list_of_papers_asks_for_what_its_questions_name(visit, client):
    text = client.get(reverse("applications:evidence", args=[visit.draft.pk])).content.decode()

    assert str(DocumentClass.VEHICLE_REGISTRATION.label) in text


def test_review_receipt_claim_data_copy_and_desk_show_it(visit, client, walker, toys):
    arrived = send(visit, walker)
    client.force_login(StaffMembershipFactory(administrator=True).user)
    desk = client.get(reverse("desk:application", args=[arrived.application.pk])).content.decode()

    assert_exactly_what_applies_has_arrived(visit, arrived)
    assert TITLE in arrived.confirmation
    assert [each["description"] for each in arrived.submission.data["assets"]["vehicles"]] == toys
    assert all(toy.replace("&", "&amp;") in desk for toy in toys)


def test_catalogue_and_docs_list_it(toy):
    printed = StringIO()
    call_command("catalogue", "--json", stdout=printed)

    assert KEY in {form["key"] for form in json.loads(printed.getvalue())["forms"]}
    assert f"## {TITLE}" in forms_page(listed_forms())
    assert TITLE not in PUBLISHED.read_text(encoding="utf-8")  # so the test of the page fails until `make forms`


def test_generated_walk_goes_through_it(toy, client, db, on_the_day):
    for visit, user in go_everywhere(client, toy):
        assert_exactly_what_applies_has_arrived(visit, send(visit, user))
