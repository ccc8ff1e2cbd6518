import pytest
from django.core import mail

from mailbox import tasks
from mailbox.models import Message
from portal.cases.models import AccessLetter
from portal.outbox.models import subscriptions
from tests.factories.cases import AccessLetterFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fact", "handlers"),
    [
        ("access_letter.printed", [tasks.post_letter_printed, tasks.notify_of_letter]),
        ("access_letter.used", [tasks.post_letter_used, tasks.notify_of_new_access, tasks.notify_former_address]),
    ],
)
def test_handlers_hear_of_their_facts(fact, handlers):
    assert [subscription.handler for subscription in subscriptions.of(fact)] == handlers


def test_printing_is_one_line_and_one_mail_however_often():
    letter = AccessLetterFactory()
    for _ in range(2):
        tasks.post_letter_printed(letter.pk)
        tasks.notify_of_letter(letter.pk)

    assert Message.objects.count() == 1
    assert [message.subject for message in mail.outbox] == ["Zugangsbrief für das Portal"]


def test_use_is_one_line_and_a_mail_to_each_address():
    letter = AccessLetterFactory(former_email="alt@example.org")
    for _ in range(2):
        tasks.post_letter_used(letter.pk)
        tasks.notify_of_new_access(letter.pk)
        tasks.notify_former_address(letter.pk)

    assert Message.objects.count() == 1
    assert [message.to for message in mail.outbox] == [[letter.person.user.email], ["alt@example.org"]]
    assert AccessLetter.objects.get().former_email is None


def test_without_an_account_nobody_gets_mail():
    letter = AccessLetterFactory(person=PersonFactory(member=True))

    tasks.notify_of_letter(letter.pk)

    assert mail.outbox == []
