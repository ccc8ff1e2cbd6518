"""Who gets what at which address."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from portal.cases.views.space import CASE_APPS, space_of
from tests.access.history import tells, title_of
from tests.access.table import (
    IN_SPACE,
    LEAK,
    LEARN_NOTHING,
    LOGIN,
    OPEN,
    ROLES,
    SHUT_OUT,
    TABLE,
    TELLING,
    WITHOUT_VIEW_OF_OURS,
    Answers,
    Row,
    assembled,
)
from tests.factories.personas import P02

pytestmark = pytest.mark.django_db

TO_SIGN_IN = re.compile(r"/(konto/anmelden|verwaltung/login)/")
ROWS = [(name, row) for name, rows in TABLE.items() for row in (rows if isinstance(rows, list) else [rows])]


def addresses(patterns, namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}"


def address(world, role: str, name: str, row: Row) -> str:
    """Who helps does so in the space of the case; pages that are about no case have one address for all."""
    plain = reverse(name, args=row.arguments(world))
    about_a_case = name.partition(":")[0] in CASE_APPS
    return space_of(world.submission.case_id) + plain[1:] if about_a_case and role in IN_SPACE else plain


def ask(world, role: str, name: str, row: Row) -> int | str:
    cookies = world.browsers[role].cookies.copy()
    asked = address(world, role, name, row)
    with transaction.atomic():
        response = getattr(world.browsers[role], row.method)(asked)
        body = b"".join(response)  # streamed files are closed when they were read
        transaction.set_rollback(True)
    world.browsers[role].cookies = cookies  # signing out, for example, is undone as well
    if told := tells(world, asked, response.get("Location", ""), title_of(body)):
        return f"{TELLING}: {told}"
    if response.status_code in {301, 302}:
        return LOGIN if TO_SIGN_IN.match(response.headers["Location"]) else "redirect"
    if role in LEARN_NOTHING and any(key in body for key in world.keys):
        return LEAK
    return response.status_code


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name} {row.method}" for name, row in ROWS])
def test_address_answers_as_the_table_says(world, name, row):
    assert {role: ask(world, role, name, row) for role in ROLES} == expected(name, row)


def test_everybody_of_the_household_is_looked_for_in_titles_and_addresses(world):
    iban = P02["bank"]["iban"].lower()

    assert {"miriam", "sander", iban, world.users["stranger"].email.lower()} <= set(world.telling)


def expected(name: str, row: Row) -> Answers:
    """What the table says; and in a space that is not theirs, nobody is told anything but what everybody may see."""
    if name.partition(":")[0] not in CASE_APPS or row.answers == OPEN.answers:
        return row.answers
    return row.answers | dict.fromkeys(SHUT_OUT, 404)


def test_no_address_stands_in_the_table_twice():
    part = {"pages:home": OPEN}

    with pytest.raises(ValueError, match="twice"):
        assembled(part, {"pages:contact": OPEN}, part)


def test_every_address_stands_in_the_table():
    known = set(TABLE) | WITHOUT_VIEW_OF_OURS

    assert set(addresses(get_resolver().url_patterns)) - known == set()
