"""Titles and addresses stay in a browser's history, for whoever uses it next: they say nothing about anybody."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter, StringConverter, UUIDConverter

from tests.access.history import tells, title_of

UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# Django's own pages of the office's set-up; they hold nothing of claimants.
OFFICE_DATA = re.compile(r"^desk:\w+_(change|delete|history)$|^desk:(app_list|view_on_site)$")
# Numbers of allauth's own passkeys, told to their owner only and asked together with the account.
OWN_PASSKEYS = {"mfa_remove_webauthn", "mfa_edit_webauthn"}
# A link that was sent to somebody: it leads on at once, so that browsers keep the page behind it, and works once.
# Counted from one; the document, decision or request itself has a UUID.
PAGES_OF_A_DOCUMENT = {
    "desk:page_picture",
    "desk:turn_page",
    "desk:decision_page",
    "mailbox:request_sheet",
    "desk:pile_page",
}
LEADS_ON = {"helping:open"}
# Words of a form or of the settings, the same for everybody; a code that is printed on a receipt to be typed in.
WORDS = {"step", "slug", "key", "form_key", "version", "item", "item_id", "code", "provider_id"}
# An id and a version with our signature: nobody else can make one, and it ends.
SIGNED = {"token"}


def patterns(found, namespace=""):
    for entry in found:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry.url_patterns, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{namespace}{entry.name}", entry.pattern


def test_addresses_name_things_by_uuid_only():
    numbers = {
        name: converter
        for name, pattern in patterns(get_resolver().url_patterns)
        for key, converter in getattr(pattern, "converters", {}).items()
        if not OFFICE_DATA.match(name)
        and name not in OWN_PASSKEYS | LEADS_ON | PAGES_OF_A_DOCUMENT
        and not isinstance(converter, UUIDConverter)
        and not (isinstance(converter, StringConverter | SlugConverter) and key in WORDS | SIGNED)
    }
    assert numbers == {}


class Somebody:
    """What `tells` asks of a world."""

    telling = ("sander", "miriam@example.org")


@pytest.mark.parametrize(
    ("address", "location", "title"),
    [
        ("/antrag/?q=SANDER", "", "Ihre Anträge"),
        ("/", "/konto/miriam@example.org/", ""),
        ("/", "", "Bescheid für Frau Sander"),
        ("/", "", "Antrag von M. S."),
    ],
    ids=["address", "leads on", "title", "of whom"],
)
def test_whoever_is_named_is_noticed(address, location, title):
    assert tells(Somebody, address, location, title) != ""


def test_what_names_nobody_is_in_order():
    assert tells(Somebody, "/antrag/", "/konto/", "Ihre Anträge") == ""


def test_title_is_read_as_people_see_it():
    assert (
        title_of(b"<head><title>\n Stra\xc3\x9fe &amp; Haus\xff</title></head><title>x</title>") == "\n Straße & Haus"
    )
