"""The world that is asked, and the number of answers at the end."""

import pytest
from django.db import transaction
from django.urls import reverse

from tests.access.table import ROLES
from tests.access.world import build_world
from tests.browser import Browser


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Built once and rolled back at the end; every question is asked inside a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = build_world()
        built.browsers = {role: browser_of(built, role) for role in ROLES}
        yield built
        transaction.set_rollback(True)


def browser_of(built, role: str) -> Browser:
    browser = Browser()
    if role in built.users:
        browser.force_login(built.users[role])
    if role in built.codes:
        browser.post(reverse("guest:resume"), {"code": built.codes[role]})
    return browser
