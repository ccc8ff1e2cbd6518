"""What the page of papers says of each: what lies in the file, what may be blacked out, where to get it."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from applications.services.draft import start_draft
from portal.cases.selectors import actor_for_user
from tests.factories.applications import DraftFactory
from tests.factories.personas import P02, P03, fresh
from tests.factories.renewals import household

pytestmark = pytest.mark.django_db


def line_of(client, draft, key):
    """The words of one line of the page of papers."""
    response = client.get(reverse("applications:evidence", args=[draft.pk]))
    numbers = {entry["line"].key: entry["number"] for entry in response.context["lines"]}
    text = response.content.decode()
    start, end = (text.find(f'id="unterlage-{numbers[key] + more}"') for more in (0, 1))
    return " ".join(text[start:end].split())


@pytest.fixture
def line(client):
    draft = DraftFactory(answers=fresh(P02))
    client.force_login(draft.person.user)
    return lambda key: line_of(client, draft, key)


@pytest.fixture
def again(client):
    """A line of the main application that somebody begins four months after the last one."""
    with time_machine.travel(datetime.datetime(2026, 7, 1, 10, tzinfo=datetime.UTC)):
        user, _application = household(P03, papers=("LEASE", "BANK_STATEMENT", "SERVICE_CHARGE_BILL"))
    with time_machine.travel(datetime.datetime(2026, 11, 1, 10, tzinfo=datetime.UTC)):
        draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key="main_application")
        client.force_login(user)
        yield lambda key: line_of(client, draft, key)


def test_picture_stands_only_at_statements(line):
    assert "applications/statement" in line("BANK_STATEMENT")
    assert "applications/statement" not in line("LEASE")


def test_help_is_folded_up_and_has_a_name_of_its_own(line):
    text = line("UVG_NOTICE:c1")

    assert '<h3 class="kern-title">Hilfe: Bescheid über Unterhaltsvorschuss – Ella</h3>' in text
    assert "Daran sehen wir, wie viel Unterhaltsvorschuss für ein Kind kommt." in text
    assert "Wo Sie das bekommen: Bei der Unterhaltsvorschussstelle im Jugendamt." in text


def test_lasting_paper_of_before_need_not_be_sent_again(again):
    text = again("LEASE")

    assert "Liegt uns vor, eingegangen am 1. Juli 2026. Gilt, solange sich daran nichts ändert." in text
    assert "Das müssen Sie nicht noch einmal schicken. Haben Sie etwas Neueres, können Sie es hier schicken." in text
    assert 'type="radio"' not in text


def test_yearly_paper_of_before_says_until_when_it_counts(again):
    assert "Gilt noch bis 1. Juli 2027." in again("SERVICE_CHARGE_BILL")


def test_statements_of_before_are_added_to(again):
    text = again("BANK_STATEMENT")

    assert "Zuletzt bekamen wir das am 1. Juli 2026. Schicken Sie nur, was seitdem dazugekommen ist." in text
    assert "Wir brauchen die Zeit vom 1. August 2026 bis heute." in text
