"""A guest with a browser, as Django's test client."""

import re

from django.test import Client

from portal.accounts.enums import GUEST_STANDING

_GROUPS = re.compile(r'<p class="jc-resume-code"[^>]*><span>([^<]+)</span><span>([^<]+)</span></p>')


def shown_code(response) -> str:
    """The code on the page, as somebody writes it down."""
    return "".join(_GROUPS.search(response.content.decode()).groups())


def begin(client: Client | None = None) -> tuple[Client, str]:
    """A visitor who has begun without an account, and the code."""
    visitor = client or Client()
    return visitor, shown_code(visitor.post("/weiter/ohne-konto/"))


def resume(code: str, client: Client | None = None, **fields) -> Client:
    """The same person on another device."""
    visitor = client or Client()
    response = visitor.post("/weiter/", {"code": code, **fields})
    assert response.status_code == 302, response.content.decode()
    return visitor


def standing_in(client: Client) -> str | None:
    return client.session.get(GUEST_STANDING)


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())
