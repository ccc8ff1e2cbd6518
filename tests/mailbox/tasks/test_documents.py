import datetime
import uuid

import pytest
from django.core import mail
from django.utils import timezone

from mailbox import tasks
from mailbox.models import Message
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.decisions import drafted, house
from tests.factories.documents import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]


def test_handler_hears_of_refused_documents():
    assert tasks.post_document_refused in [each.handler for each in subscriptions.of("document.refused")]


def test_refusal_is_one_message_and_one_mail_that_names_nothing():
    document = DocumentFactory(is_checked=False, name="Lohn.pdf")
    Document.objects.filter(pk=document.pk).update(created_at=timezone.now() - datetime.timedelta(hours=1))
    advance(document, DocumentStatus.REFUSED, actor=CHECKER, refusal="unreadable")
    for _ in range(2):
        tasks.post_document_refused(document.pk)
        tasks.notify_person(Message.objects.get().pk)
    deliver_due()

    assert len(mail.outbox) == 1
    assert "Lohn" not in mail.outbox[0].subject + mail.outbox[0].body


def test_document_that_is_gone_is_nobodys_news():
    tasks.post_document_refused(uuid.uuid4())

    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("fact", "handler"),
    [
        ("document.reviewed", tasks.post_document_judged),
        ("document.deletion_proposed", tasks.ask_about_deleting),
    ],
)
def test_handlers_hear_of_what_staff_say(fact, handler):
    assert handler in [each.handler for each in subscriptions.of(fact)]
    handler(uuid.uuid4())
    assert not Message.objects.exists()


def test_refused_file_of_the_office_is_not_told_to_the_person():
    document = drafted(house(), is_checked=False).document
    document.status, document.refusal = "refused", "unreadable"
    document.created_at -= datetime.timedelta(days=1)
    document.save()
    tasks.post_document_refused(document.pk)

    assert not Message.objects.exists()
