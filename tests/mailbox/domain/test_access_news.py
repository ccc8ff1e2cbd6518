import pytest

from mailbox.domain.access_news import say_letter_printed, say_letter_used
from mailbox.models import Message
from tests.factories.cases import AccessLetterFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_applicant_reads_of_the_letter_once():
    letter = AccessLetterFactory()

    message = say_letter_printed(letter)
    say_letter_printed(letter)

    assert Message.objects.count() == 1
    assert message.thread.subject == "Zugangsbrief gedruckt"
    assert "Haben Sie keinen Brief bekommen? Dann rufen Sie uns bitte sofort an." in message.body


def test_applicant_reads_of_the_new_access():
    assert "Waren Sie das nicht?" in say_letter_used(AccessLetterFactory()).body


def test_letters_of_other_members_stay_out_of_the_postbox_of_all():
    letter = AccessLetterFactory(person=PersonFactory(member=True))

    assert say_letter_printed(letter) is None
    assert say_letter_used(letter) is None
    assert not Message.objects.exists()
