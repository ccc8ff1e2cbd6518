"""What a page of the wizard costs: forms that are made, SQL, audit events."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from formtools.wizard.forms import ManagementForm

from applications.catalogue.main_application import FORM
from applications.catalogue.values import step_version
from applications.catalogue.walk import find, walk
from applications.forms.step import StepForm
from portal.audit.models import AuditEvent
from tests.applications.views.typing_in import NAME, send, url
from tests.factories.applications import DraftFactory
from tests.factories.personas import P03, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


@pytest.fixture
def built_forms(monkeypatch):
    """Counts every form that is made: pages and formtools' own."""
    made = []
    for form in (StepForm, ManagementForm):
        original = form.__init__

        def counted(self, *args, original=original, **kwargs):
            made.append(type(self).__name__)
            original(self, *args, **kwargs)

        monkeypatch.setattr(form, "__init__", counted)
    return made


@pytest.mark.parametrize("fields", [NAME, {"birth_date_0": "99"}], ids=["valid", "invalid"])
def test_post_makes_two_forms(visitor, draft, built_forms, fields):
    send(visitor, draft, "name", fields)

    assert len(built_forms) == 2


def test_get_makes_one_form(visitor, draft, built_forms):
    visitor.get(url(draft, "name"))

    assert len(built_forms) == 1


def statements(run):
    """SQL of a request, BEGIN and COMMIT included, the frame's office cached."""
    with CaptureQueriesContext(connection) as captured:
        run()
    return [query["sql"] for query in captured]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("version", [0, 1], ids=["first_save_after_a_pause", "save_while_editing"])
def test_step_post_sql(client, version):
    draft = DraftFactory(answers=fresh(P03), version=version)
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    found = statements(lambda: send_known(client, draft, "name", NAME))

    assert len(found) == (5 if version == 0 else 4), found


def send_known(client, draft, slug, fields):
    """As `send`, without reading the draft again."""
    page = find(walk(FORM, draft.answers), slug)
    hidden = {"wizard-current_step": slug, "version": step_version(draft.answers, page.place, page.keys), "go": "next"}
    return client.post(url(draft, slug), hidden | fields)


@pytest.mark.django_db(transaction=True)
def test_step_get_sql(client):
    draft = DraftFactory(answers=fresh(P03))
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    assert len(statements(lambda: client.get(url(draft, "name")))) == 3


@pytest.mark.django_db(transaction=True)
def test_task_list_sql(client):
    draft = DraftFactory(answers=fresh(P03))
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    assert len(statements(lambda: client.get(reverse("applications:tasks", args=[draft.pk])))) == 3


def test_one_audit_event_per_editing_period(visitor, draft):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for pause in (0, 29, 29, 31, 1):
            clock.shift(datetime.timedelta(minutes=pause))
            visitor.force_login(draft.person.user)
            send(visitor, draft, "name", NAME | {"first_name": f"Miriam {'abcd'[pause % 4]}{pause}"})

    assert AuditEvent.objects.filter(event="draft.edited").count() == 2
