"""A real SMTP server and a push service on the loopback."""

import socket

import pytest
from aiosmtpd.controller import Controller

from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import agreeing
from tests.factories.push import VAPID_KEY, PushService


class Inbox:
    """What the server took; ``refusal`` is its answer to RCPT, ``reply`` to the e-mail itself."""

    def __init__(self):
        self.refusal = ""
        self.reply = "250 2.0.0 Ok: queued as 4F1B2C9D"
        self.envelopes = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 -- named by aiosmtpd
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 -- named by aiosmtpd
        if self.reply.startswith("250"):
            self.envelopes.append(envelope)
        return self.reply

    @property
    def addresses(self):
        return [address for envelope in self.envelopes for address in envelope.rcpt_tos]

    @property
    def texts(self):
        return [envelope.content.decode() for envelope in self.envelopes]

    def lines(self, header):
        """What this header says in each e-mail."""
        return [line for text in self.texts for line in text.splitlines() if line.startswith(f"{header}:")]


@pytest.fixture
def inbox(settings):
    inbox = Inbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "portal.notices.domain.smtp_backend.ReplyingBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield inbox
    controller.stop()


@pytest.fixture
def server_away(settings):
    """Nobody listens there."""
    settings.EMAIL_BACKEND = "portal.notices.domain.smtp_backend.ReplyingBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


@pytest.fixture
def person():
    """Somebody who has agreed to e-mails about news."""
    return PersonFactory(name="Miriam Sander", user=agreeing(UserFactory(email="miriam.sander@example.org")))


@pytest.fixture
def push_service(settings):
    """A push service on the loopback, and a portal that has a key and may call it."""
    service = PushService()
    settings.VAPID_PRIVATE_KEY, settings.VAPID_CONTACT = VAPID_KEY, "mailto:portal@jobcenter.example"
    settings.PUSH_TEST_SERVICE = service.url
    yield service
    service.close()
