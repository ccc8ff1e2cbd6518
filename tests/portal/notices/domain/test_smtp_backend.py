import pytest
from django.core.mail import EmailMessage

from portal.notices.domain.smtp_backend import ReplyingBackend, kept_of_reply


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (b"2.0.0 Ok: queued as 4F1B2C9D", "250 2.0.0 4F1B2C9D"),  # Postfix
        (b"OK id=1rVxYz-0001ab-Cd", "250 1rVxYz-0001ab-Cd"),  # Exim
        (b"2.6.0 <x@y.example> [InternalId=77391, Hostname=mx.example] Queued mail for delivery", "250 2.6.0 77391"),
        (b"2.0.0 OK  1700000000 a1-20020a05 - gsmtp", "250 2.0.0 1700000000"),
        (b"OK", "250"),
        (b"Ok: queued for anna.1985@example.org", "250"),
        (b"accepted for <anna1985@example.org>", "250"),
        ("\xff\xfe kaputt 12345678".encode("latin-1"), "250 12345678"),
        (b"x" * 500 + b"1", "250 " + "x" * 76),
    ],
)
def test_reply_is_kept_without_addresses(words, kept):
    assert kept_of_reply(250, words) == kept


def test_backend_knows_what_was_said(inbox):
    backend = ReplyingBackend()
    backend.send_messages([EmailMessage("s", "b", to=["anna@example.org"])])
    assert backend.reply == "250 2.0.0 4F1B2C9D"


def test_backend_knows_nothing_of_a_refusal(inbox):
    inbox.reply = "451 later"
    backend = ReplyingBackend(fail_silently=True)
    backend.send_messages([EmailMessage("s", "b", to=["anna@example.org"])])
    assert backend.reply == ""
