import pytest
from django.utils import timezone

from mailbox.models import Note, Thread, ThreadStep
from tests.factories.accounts import TeamFactory
from tests.factories.cases import CaseFactory
from tests.factories.mailbox import MessageFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread(jobcenter):
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    return MessageFactory(
        from_claimant=True, thread__person=application.person, thread__waiting_since=timezone.now()
    ).thread


def at(thread, step):
    return f"/verwaltung/postfach/{thread.pk}/{step}/"


def test_no_answer_needed_clears_the_waiting_and_stands_in_the_history(desk_of, worker, thread):
    page = desk_of(worker).post(at(thread, "erledigt"), follow=True).content.decode()

    assert Thread.objects.get(pk=thread.pk).waiting_since is None
    assert "braucht keine Antwort" in page


def test_moved_conversation_says_where_and_why(desk_of, worker, jobcenter, thread):
    team = TeamFactory(jobcenter=jobcenter, name="Team Süd")
    data = {"team": team.pk, "topic": "work", "reason": "Es geht um Arbeit."}

    page = desk_of(worker).post(at(thread, "weitergeben"), data, follow=True).content.decode()

    for word in ("weitergegeben: Team Süd, Arbeit, Ausbildung oder Einkommen", "Es geht um Arbeit.", "Frau Yıldız"):
        assert word in page


def test_move_without_reason_or_to_another_house_is_not_made(desk_of, worker, jobcenter, thread):
    desk = desk_of(worker)
    for data in (
        {"team": TeamFactory(jobcenter=jobcenter).pk, "topic": "work", "reason": ""},
        {"team": TeamFactory().pk, "topic": "work", "reason": "x"},
    ):
        assert desk.post(at(thread, "weitergeben"), data).status_code == 422
    assert not ThreadStep.objects.exists()


def test_note_is_kept_beside_the_conversation(desk_of, worker, thread):
    page = desk_of(worker).post(at(thread, "notiz"), {"kind": "placement", "body": "Sucht Arbeit."}, follow=True)

    note = Note.objects.get()
    assert (note.thread, note.kind, note.author) == (thread, "placement", worker)
    assert "Sucht Arbeit." in page.content.decode()


def test_note_on_the_case_stands_on_its_page(desk_of, worker, thread):
    data = {"kind": "benefit", "body": "Unterlagen prüfen."}

    page = desk_of(worker).post(f"/verwaltung/faelle/{thread.case_id}/notiz/", data, follow=True).content.decode()

    assert "Unterlagen prüfen." in page
    assert Note.objects.get().thread is None


def test_empty_note_comes_back(desk_of, worker, thread):
    response = desk_of(worker).post(at(thread, "notiz"), {"kind": "benefit", "body": ""})

    assert (response.status_code, "Bitte schreiben Sie etwas." in response.content.decode()) == (422, True)


def test_language_is_noted_and_stands_in_the_inbox(desk_of, worker, thread):
    desk = desk_of(worker)

    page = desk.post(at(thread, "sprache"), {"language": "ar"}, follow=True).content.decode()

    assert "<strong>Arabisch</strong>" in page
    assert '<span class="desk-badge">Arabisch</span>' in desk.get("/verwaltung/postfach/").content.decode()
