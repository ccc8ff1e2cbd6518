import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from applications.models import Draft
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory
from tests.factories.personas import P01, fresh
from tests.factories.submissions import SubmissionFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def states(client, draft):
    """Title and state of every line."""
    client.force_login(draft.person.user)
    response = client.get(reverse("applications:tasks", args=[draft.pk]))
    return {str(task["title"]): task["state"] for task in response.context["tasks"]}


def test_new_draft_has_nothing_begun(client):
    assert set(states(client, DraftFactory()).values()) == {"nicht begonnen"}


def test_every_state_is_told_apart(client):
    answers = fresh(P01)
    answers["you"]["first_name"] = answers["you"]["tax_id"] = None
    del answers["home"]["base_rent"], answers["past"], answers["seen"]

    found = states(client, DraftFactory(answers=answers))

    assert found["Sie"] == "1 Angabe fehlt"
    assert found["Wohnen"] == "angefangen"
    assert found["Die letzten Jahre"] == "nicht begonnen"
    assert found["Vermögen"] == "fertig"


NEEDED = (
    "ID_DOC:applicant",
    "HEALTH_INSURANCE_PROOF:applicant",
    "TERMINATION_LETTER:applicant",
    "BANK_STATEMENT",
    "LEASE",
)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "5 fehlen noch"),
        ({"LEASE": "later", "BANK_STATEMENT": "not_available"}, "3 fehlen noch"),
        (dict.fromkeys(NEEDED, "later"), "5 kommen später"),
        (dict.fromkeys(NEEDED, "not_available"), "fertig"),
    ],
    ids=["nothing", "some", "later", "never"],
)
def test_papers_that_are_not_there_are_counted(client, time_machine, said, state):
    time_machine.move_to("2026-11-27T09:00+01:00")  # a year later nobody asks for the letter of dismissal
    proofs = [{"id": key, "class": key.split(":")[0], "choice": choice} for key, choice in said.items()]

    assert states(client, DraftFactory(answers=fresh(P01) | {"evidence": {"proofs": proofs}}))["Unterlagen"] == state


def test_continue_leads_to_the_last_page(client):
    draft = DraftFactory(answers=fresh(P01), last_step="miete", version=4)
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:tasks", args=[draft.pk]))

    assert response.context["continue_url"] == reverse("applications:step", args=[draft.pk, "miete"])


def test_continue_leads_to_the_first_gap_when_the_last_page_is_gone(client):
    answers = fresh(P01)
    del answers["bank"]
    draft = DraftFactory(answers=answers, last_step="eigentum", version=4)
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:tasks", args=[draft.pk]))

    assert response.context["continue_url"] == reverse("applications:step", args=[draft.pk, "bankkonto"])


def test_date_that_counts_is_named(client):
    with time_machine.travel(datetime.datetime(2026, 10, 31, 23, 47, tzinfo=timezone.get_default_timezone())):
        draft = DraftFactory()
        client.force_login(draft.person.user)
        text = client.get(reverse("applications:tasks", args=[draft.pk])).content.decode().replace("\xa0", " ")

    assert "Senden Sie bis zum 31. Oktober 2026 ab, dann gilt der Antrag ab dem 1. Oktober 2026." in text


def test_sent_draft_leads_to_its_receipt(client):
    draft = DraftFactory()
    draft.submission = SubmissionFactory(case=draft.case)
    draft.submitted_at = draft.cleared_at = timezone.now()
    draft.save()
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:tasks", args=[draft.pk]))

    assert response.url == reverse("submissions:confirmation", args=[draft.submission_id])


def test_expired_draft_says_what_happened(client):
    draft = DraftFactory(expired=True, cleared_at=timezone.now(), answers={})
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:step", args=[draft.pk, "name"]))

    assert response.status_code == 410
    assert "Dieser Entwurf ist abgelaufen" in response.content.decode()
    assert Draft.objects.get().answers == {}


def test_task_list_says_who_changed_something_last(client):
    draft = DraftFactory(version=1)
    helping = StandingFactory(helper=True, person=draft.person, holder_name="Julia")
    client.force_login(draft.person.user)
    address = reverse("applications:tasks", args=[draft.pk])
    assert "Zuletzt geändert" not in client.get(address).content.decode()
    client.force_login(helping.user)
    assert "Zuletzt geändert von der Person selbst." in client.get(f"/fuer/{draft.case_id}{address}").content.decode()
    Draft.objects.update(touched_by_standing_id=helping.pk)
    assert "Zuletzt geändert" not in client.get(f"/fuer/{draft.case_id}{address}").content.decode()
    client.force_login(draft.person.user)
    assert "Zuletzt geändert von Julia (helfende Person)." in client.get(address).content.decode()


def test_pages_that_came_up_are_counted(client):
    answers = fresh(P01)
    answers["you"]["nationality"] = "SY"
    draft = DraftFactory(answers=answers, version=3)

    assert states(client, draft)["Sie"] == "2 neue Seiten"
    text = client.get(reverse("applications:tasks", args=[draft.pk])).content.decode()
    assert "2 Seiten sind neu dazugekommen" in text


def test_prefilled_draft_says_from_when_the_answers_are(client):
    draft = DraftFactory(answers={"started_on": "2026-11-16", "carried_on": "2026-10-31"})
    client.force_login(draft.person.user)

    text = client.get(reverse("applications:tasks", args=[draft.pk])).content.decode()

    assert "Wir haben Ihre Angaben vom 31.\xa0Oktober 2026 eingetragen" in text


def test_prefilled_sections_ask_to_be_looked_at_until_somebody_saves(client):
    answers = {**fresh(P01), "carried_on": "2026-10-31"}
    del answers["home"]
    draft = DraftFactory(answers=answers)

    before = states(client, draft)
    Draft.objects.filter(pk=draft.pk).update(version=1)
    after = states(client, draft)

    assert (before["Sie"], before["Wohnen"]) == ("vorausgefüllt, bitte prüfen", "nicht begonnen")
    assert after["Sie"] == "fertig"


def test_correction_begins_with_what_is_done(client):
    answers = {**fresh(P01), "carried_on": "2026-10-31"}
    draft = DraftFactory(answers=answers, follows=ApplicationFactory(), is_correction=True)

    assert states(client, draft)["Sie"] == "fertig"


def test_new_draft_says_which_papers_are_needed(client):
    draft = DraftFactory()
    client.force_login(draft.person.user)

    text = client.get(reverse("applications:tasks", args=[draft.pk])).content.decode()

    assert "Welche Unterlagen werden gebraucht?" in text


def test_correction_has_no_date_to_lose(client):
    draft = DraftFactory(follows=ApplicationFactory(), is_correction=True)
    client.force_login(draft.person.user)

    response = client.get(reverse("applications:tasks", args=[draft.pk]))

    assert "Berichtigung: Antrag auf Grundsicherungsgeld" in response.content.decode()
    assert "counts_until" not in response.context
