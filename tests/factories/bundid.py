"""A portal that knows an invented BundID: what it asks, what is answered, true or forged."""

import dataclasses
import functools
from urllib.parse import urlsplit

from django.conf import settings as portal_settings
from django.test import Client
from msgspec import structs

from ops.mock_bundid import answers
from ops.mock_bundid.keys import KeyPair, new_pair
from ops.mock_bundid.questions import Question, read_question
from portal.accounts.domain.bundid_connection import ANSWER_PATH, BundIdConnection
from portal.settings.identity_providers import providers

ISSUER = "https://bundid.example/idp"
SSO_URL = "https://bundid.example/sso"
UID = "bpk2-der-invented-person"
START = "/konto/bundid/"


@functools.cache
def pair(name: str) -> KeyPair:
    """Keys are slow to make: one pair of each name for all tests of a process."""
    return new_pair(name)


def connection(**changes) -> BundIdConnection:
    values = {
        "idp_entity_id": ISSUER,
        "sso_url": SSO_URL,
        "idp_certificates": (pair("bundid").certificate,),
        "base_url": portal_settings.PORTAL.base_url,
        "keys": (pair("portal").key,),
        "certificates": (pair("portal").certificate,),
        "service_id": "BMI-0000",
        "organization": "Jobcenter Muster",
    }
    return BundIdConnection(**(values | changes))


class InventedBundId:
    """Plays BundID's part in a test."""

    def __init__(self, settings) -> None:
        settings.BUNDID = connection()
        environment = structs.replace(settings.PORTAL, bundid_sso_url=SSO_URL)
        settings.SOCIALACCOUNT_PROVIDERS = providers(environment)

    def question(self, client: Client, start: str = START, **form) -> Question:
        """What the portal asks when somebody presses the button at ``start``."""
        return read_question(urlsplit(client.post(start, form).url).query, [pair("portal").certificate])

    def answer(self, question: Question, *, uid: str = UID, level: int = 4, email: str = "", **changes):
        """A true answer, or a false one by ``changes``."""
        true = answers.answer_to(question, issuer=ISSUER, uid=uid, level=level, email=email)
        return dataclasses.replace(true, **changes)

    def signed(self, answer):
        return answers.sign(answers.build(answer), pair("bundid"))

    def sealed(self, answer) -> str:
        """Signed, encrypted, encoded."""
        return self.encrypted(self.signed(answer))

    def encrypted(self, response) -> str:
        return answers.encode(answers.encrypt(response, pair("portal").certificate))

    def deliver(self, client: Client, encoded: str):
        """Post it as the browser does and follow to the page that follows, once."""
        received = client.post(ANSWER_PATH, {"SAMLResponse": encoded})
        return client.get(received.url) if received.status_code == 302 else received

    def come_back(self, client: Client, start: str = START, form: dict | None = None, **answer):
        """The whole way there and back."""
        question = self.question(client, start, **(form or {}))
        return self.deliver(client, self.sealed(self.answer(question, **answer)))
