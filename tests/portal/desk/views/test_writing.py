import io

import pytest
from django.utils import timezone

from mailbox.models import Message, MessageDraft, Thread
from portal.documents.models import Document
from tests.factories.cases import CaseFactory
from tests.factories.desk_postbox import TextTemplateFactory
from tests.factories.documents import make_pdf, release
from tests.factories.mailbox import MessageFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
TOKEN = "8a3c1d62-9f40-4a7e-b1d8-6f0f6f2c9a11"


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


@pytest.fixture
def thread(application):
    return MessageFactory(
        from_claimant=True, thread__person=application.person, thread__waiting_since=timezone.now()
    ).thread


def answer(desk, thread, action, body="Danke.", **more):
    data = {"token": TOKEN, "action": action, "body": body} | more
    return desk.post(f"/verwaltung/postfach/{thread.pk}/antwort/", data, follow=True)


def test_answer_is_sent_ends_the_waiting_and_leaves_no_draft(desk_of, worker, thread):
    page = answer(desk_of(worker), thread, "send", needs_translation="on").content.decode()

    message = Message.objects.get(thread=thread, author=worker)
    assert (message.body, message.needs_translation) == ("Danke.", True)
    assert Thread.objects.get(pk=thread.pk).waiting_since is None
    assert "Gesendet. Die Person bekommt eine Nachricht ohne Inhalt" in page
    assert not MessageDraft.objects.exists()


def test_answer_sent_twice_is_one_message(desk_of, worker, thread):
    desk = desk_of(worker)
    answer(desk, thread, "send")

    page = answer(desk, thread, "send").content.decode()

    assert "Diese Nachricht ist schon gesendet." in page
    assert Message.objects.filter(author=worker).count() == 1


def test_text_is_filled_put_into_the_box_and_kept(desk_of, worker, thread):
    version = TextTemplateFactory(jobcenter=worker.jobcenter, published="Guten Tag {name}, bis {frist}.").versions.get()
    desk = desk_of(worker)

    page = answer(desk, thread, "insert", body="Vorweg", text=version.pk).content.decode()

    assert "Vorweg\n\nGuten Tag Miriam Sander, bis {frist}.</textarea>" in page
    refused = answer(desk, thread, "send", body="Guten Tag, bis {frist}.").content.decode()
    assert "Bitte ersetzen oder löschen Sie {frist}." in refused
    assert not Message.objects.filter(author=worker).exists()


def test_text_of_another_house_cannot_be_chosen(desk_of, worker, thread):
    foreign = TextTemplateFactory(published="Geheim").versions.get()

    assert "Geheim" not in answer(desk_of(worker), thread, "insert", text=foreign.pk).content.decode()


def test_draft_is_kept_for_its_writer_and_given_up(desk_of, worker, thread):
    desk = desk_of(worker)

    assert "Halb fertig</textarea>" in answer(desk, thread, "save", body="Halb fertig").content.decode()
    answer(desk, thread, "discard", body="Halb fertig")
    assert not MessageDraft.objects.exists()


def test_file_goes_along_once_it_is_checked(desk_of, worker, thread):
    desk = desk_of(worker)
    upload = io.BytesIO(make_pdf())
    upload.name = "Formular.pdf"

    waits = answer(desk, thread, "send", files=upload).content.decode()
    document = Document.objects.get()
    release(document)
    answer(desk, thread, "send")

    assert "Eine Datei wird gerade geprüft." in waits
    message = Message.objects.get(author=worker)
    assert [each.document for each in message.attachments.all()] == [document]
    document.refresh_from_db()
    assert (document.is_from_office, document.handed_in_at) == (True, message.created_at)


def test_empty_answer_is_not_sent(desk_of, worker, thread):
    assert "Bitte schreiben Sie etwas." in answer(desk_of(worker), thread, "send", body=" ").content.decode()


def test_new_conversation_begins_at_the_case(desk_of, worker, application):
    desk = desk_of(worker)
    address = f"/verwaltung/faelle/{application.case_id}/nachricht/"
    page = desk.get(f"/verwaltung/antraege/{application.pk}/").content.decode()
    data = {"token": TOKEN, "action": "send", "body": "Eine Frage.", "person": application.person_id, "topic": "money"}

    sent = desk.post(address, data, follow=True)

    thread = Thread.objects.get(topic="money")
    assert address in page
    assert (thread.person, thread.subject, thread.waiting_since) == (
        application.person,
        "Geld, Auszahlung oder Bescheid",
        None,
    )
    assert "Eine Frage." in sent.content.decode()
