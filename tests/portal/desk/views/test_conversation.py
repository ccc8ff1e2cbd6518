import pytest
from django.utils import timezone

from mailbox.enums import NoteKind
from mailbox.models import Message
from mailbox.services import write_note
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory
from tests.factories.representations import RepresentationFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(jobcenter, worker):
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    application.assigned_to = worker
    application.save()
    return application


@pytest.fixture
def thread(application):
    return MessageFactory(
        from_claimant=True,
        body="Die Miete steigt.",
        thread__person=application.person,
        thread__waiting_since=timezone.now(),
        thread__own_words="Miete ab Januar",
    ).thread


def url(thread):
    return f"/verwaltung/postfach/{thread.pk}/"


def test_page_shows_words_files_notes_and_who_is_written_to(desk_of, worker, application, thread):
    document = DocumentFactory(case=application.case)
    document.handed_in_at = timezone.now()
    document.save()
    thread.messages.get().attachments.create(document=document, position=1)
    write_note(
        actor=staff_actor(worker), case=thread.case, thread=thread, kind=NoteKind.SOCIAL_WORK, body="Braucht Hilfe."
    )
    RepresentationFactory(person=application.person)

    page = desk_of(worker).get(url(thread)).content.decode()

    for word in (
        "Die Miete steigt.",
        "Miete ab Januar",
        f"/verwaltung/antraege/{application.pk}/unterlagen/{document.pk}/",
        "Braucht Hilfe.",
        "Sozialarbeit",
        "Nur intern: verlässt das Jobcenter nicht",
        "Kopie an Miriam Sander",
        application.submission.reference,
    ):
        assert word in page


def test_look_is_noted_by_kind(desk_of, worker, thread):
    desk_of(worker).get(url(thread))

    seen = AuditEvent.objects.filter(case_id=thread.case_id, event__startswith="seen.")
    assert list(seen.values_list("event", flat=True)) == ["seen.messages"]


def test_answer_of_the_office_says_whether_it_was_read(desk_of, worker, thread):
    MessageFactory(thread=thread, kind="message", author=worker, body="Bitte den Bescheid der Vermieterin.")
    read = MessageFactory(thread=thread, kind="message", author=worker, read_at=timezone.now())

    page = desk_of(worker).get(url(thread)).content.decode()

    assert page.count("noch nicht gelesen") == 1
    assert "gelesen am" in page
    assert read.author.display_name in page


def test_conversation_of_a_colleagues_case_asks_why(desk_of, jobcenter, worker, thread):
    colleague = StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter))

    response = desk_of(colleague).get(url(thread))

    assert response.status_code == 302
    assert f"/verwaltung/faelle/{thread.case_id}/grund/" in response.url


def test_conversation_of_another_house_is_not_there(desk_of, thread):
    assert desk_of(StaffMembershipFactory()).get(url(thread)).status_code == 404
    assert Message.objects.get(thread=thread).read_at is None


def test_next_one_that_waits_is_one_click_away(desk_of, worker, jobcenter, thread):
    other = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter, team=worker.team))
    waiting = MessageFactory(
        from_claimant=True, thread__person=other.person, thread__waiting_since=timezone.now()
    ).thread

    assert f'href="{url(waiting)}" rel="next"' in desk_of(worker).get(url(thread)).content.decode()


@pytest.mark.parametrize("number", [1, 12])
def test_page_costs_the_same_however_much_was_said(desk_of, worker, thread, number, django_assert_max_num_queries):
    for _ in range(number):
        MessageFactory(thread=thread, kind="message", author=worker, from_claimant=False)
    desk = desk_of(worker)

    with django_assert_max_num_queries(45):
        desk.get(url(thread))


def test_what_waits_stands_above_the_answer_and_the_rest_below(desk_of, worker, thread):
    MessageFactory(thread=thread, kind="message", author=worker, body="Schon gesagt.")
    MessageFactory(thread=thread, from_claimant=True, body="Noch eine Frage.")

    response = desk_of(worker).get(url(thread))

    assert [entry.body for entry in response.context["unanswered"]] == ["Noch eine Frage."]
    assert [entry.body for entry in response.context["earlier"]] == ["Schon gesagt.", "Die Miete steigt."]


def test_answer_and_note_are_labelled_each_for_itself(client, worker, thread):
    client.force_login(worker.user)

    html = client.get(url(thread)).content.decode()

    assert html.count('id="id_body"') == html.count('for="id_body"') == 1
    assert html.count('id="note_body"') == html.count('for="note_body"') == 1
