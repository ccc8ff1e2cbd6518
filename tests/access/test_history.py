"""Titles and addresses stay in a browser's history, for whoever uses it next: they say nothing about anybody."""

import re
from html import unescape

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter, StringConverter, UUIDConverter

from tests.access.test_access import ROWS, address
from tests.factories.personas import P02

pytestmark = pytest.mark.django_db

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# Django's own pages of the office's set-up; they hold nothing of claimants.
OFFICE_DATA = re.compile(r"^desk:\w+_(change|delete|history)$|^desk:(app_list|view_on_site)$")
# Numbers of allauth's own passkeys, told to their owner only and asked together with the account.
OWN_PASSKEYS = {"mfa_remove_webauthn", "mfa_edit_webauthn"}
# A link that was sent to somebody: it leads on at once, so that browsers keep the page behind it, and works once.
# Counted from one; the document, decision or request itself has a UUID.
PAGES_OF_A_DOCUMENT = {"desk:page_picture", "desk:turn_page", "desk:decision_page", "mailbox:request_sheet"}
LEADS_ON = {"helping:open"}
# Words of a form or of the settings, the same for everybody; a code that is printed on a receipt to be typed in.
WORDS = {"step", "slug", "key", "form_key", "version", "item", "item_id", "code", "provider_id"}


def patterns(found, namespace=""):
    for entry in found:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry.url_patterns, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{namespace}{entry.name}", entry.pattern


def telling(world):
    """Words that would say who somebody is or what it is about."""
    household = [P02["you"], *P02["people"]["persons"]]
    names = {person[key] for person in household for key in ("first_name", "last_name") if person.get(key)}
    return sorted(names | {user.email for user in world.users.values()} | {P02["bank"]["iban"]})


def test_addresses_name_things_by_uuid_only():
    numbers = {
        name: converter
        for name, pattern in patterns(get_resolver().url_patterns)
        for key, converter in getattr(pattern, "converters", {}).items()
        if not OFFICE_DATA.match(name)
        and name not in OWN_PASSKEYS | LEADS_ON | PAGES_OF_A_DOCUMENT
        and not isinstance(converter, UUIDConverter)
        and not (isinstance(converter, StringConverter | SlugConverter) and key in WORDS)
    }
    assert numbers == {}


@pytest.mark.parametrize(("name", "row"), [pair for pair in ROWS if pair[1].method == "get"], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_title_and_address_tell_nothing(world, name, row):
    for role, browser in world.browsers.items():
        cookies = browser.cookies.copy()
        shown_address = address(world, role, name, row)
        with transaction.atomic():
            answer = browser.get(shown_address)
            text = b"".join(answer).decode(errors="ignore")
            transaction.set_rollback(True)
        browser.cookies = cookies
        found = TITLE.search(text)
        said = f"{shown_address} {answer.get('Location', '')} {unescape(found[1]) if found else ''}".lower()
        assert [word for word in telling(world) if word.lower() in said] == [], (role, said)
        assert "antrag von" not in said
