import smtplib

import pytest
from django.core.mail import EmailMessage
from msgspec import structs

from portal.notices.domain.channels import ChannelResult, Outcome
from portal.notices.domain.email import attempt, compose, deliver, dispatch_id, dispatch_ids_in, message_id
from portal.notices.enums import Template
from portal.notices.errors import NoticeNotSent


@pytest.fixture
def base_url(settings):
    settings.PORTAL = structs.replace(settings.PORTAL, base_url="https://portal.jobcenter.example")


def test_notice_says_that_something_is_there_and_nothing_else(base_url):
    mail = compose(template=Template.NEW_MESSAGE, address="anna@example.org", key="email:new_message:1:2")
    assert mail.subject == "Neue Nachricht im Portal"
    assert mail.body == (
        "Guten Tag,\n\n"
        "im Portal liegt eine neue Nachricht für Sie. Bitte melden Sie sich an:\n\n"
        "https://portal.jobcenter.example\n\n"
        "Geben Sie die Adresse selbst ein, klicken Sie nicht auf Links.\n\n"
        "Diese E-Mail enthält aus Datenschutzgründen keine weiteren Angaben. Bitte antworten Sie nicht darauf.\n"
    )
    assert mail.to == ["anna@example.org"]


@pytest.mark.django_db  # some name the office's phone
@pytest.mark.parametrize("template", Template)
def test_every_template_has_subject_and_text(template):
    mail = compose(template=template, address="anna@example.org", key="k")
    assert mail.subject
    assert "{" not in mail.subject + mail.body


def test_message_id_is_the_same_for_the_same_key_only(base_url):
    assert message_id("a") == message_id("a")
    assert message_id("a") != message_id("b")
    assert message_id("a").endswith("@portal.jobcenter.example>")


class RefusingBackend:
    """A mail server that answers with what the test wants."""

    def __init__(self, error):
        self.error = error

    def send_messages(self, _messages):
        raise self.error


def mail_to(error):
    return EmailMessage("s", "b", to=["anna@example.org"], connection=RefusingBackend(error))


def test_refusal_for_good_returns_its_code():
    assert deliver(mail_to(smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"no such user anna")}))) == "550"


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"anna@example.org": (450, b"anna is busy")}),
        smtplib.SMTPServerDisconnected("anna@example.org"),
        smtplib.SMTPDataError(554, b"anna@example.org"),
        smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"5.7.1 relaying of anna denied")}),
        ConnectionRefusedError("anna@example.org"),
        TimeoutError(),
    ],
)
def test_what_may_pass_raises_without_naming_the_address(error):
    with pytest.raises(NoticeNotSent) as raised:
        deliver(mail_to(error))
    assert "anna" not in str(raised.value)
    assert raised.value.__context__ is None


class AbsentBackend(RefusingBackend):
    """Takes the e-mail and is gone before one can say goodbye."""

    reply = "250 2.0.0 4F1B2C9D"


def test_server_that_ends_after_it_has_taken_the_mail_has_taken_it():
    mail = EmailMessage(
        "s", "b", to=["anna@example.org"], connection=AbsentBackend(smtplib.SMTPServerDisconnected("gone"))
    )
    assert attempt(mail) == ChannelResult(Outcome.SENT, "250 2.0.0 4F1B2C9D")


def test_own_message_ids_are_found_in_a_text(base_url):
    ours = dispatch_id("a")
    text = f"<{ours}@portal.jobcenter.example> <{dispatch_id('b')}@elsewhere.example> <{ours}@portal.jobcenter.example>"
    assert dispatch_ids_in(text) == (ours,)
