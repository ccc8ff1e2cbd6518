"""Invented people for the benchmarks, made through the portal's own services: ``python -m benchmarks.people NAME``.

Runs in a process of its own (as the app role, like the portal) and prints one JSON document.
"""

from __future__ import annotations

import json
import string
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from applications.catalogue.kinds import Name, Text, YesNo
from applications.catalogue.walk import StepInstance, find
from applications.domain.draft import course_of
from applications.domain.draft_answers import store_answers
from applications.models import Draft
from applications.services.draft import start_draft
from portal.accounts.models import User
from portal.accounts.services.sessions import SessionStore
from portal.cases.selectors import actor_for_user
from tests.factories.households import large_household
from tests.factories.personas import P02, fresh, typed

FORM = "main_application"
TOKEN = "b" * 32
FIELDS = 6  # what the floor's page has
PEOPLE = 8  # in the largest draft
FEW, MANY = 1, 20  # people in the drafts that shall cost the same
OF_THE_LARGEST_SECTION = "arbeit-applicant"  # a page of the section with most pages


def person(number: int, answers: dict[str, Any]) -> tuple[Draft, dict[str, str]]:
    """A signed-in user with a filled-in draft, and the cookies of their browser."""
    user = User.objects.create_user(f"bench-{number}@example.org", None)
    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key=FORM)
    store_answers(draft=draft, answers={**draft.answers, **fresh(answers)}, slug="", at=draft.created_at)
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return draft, {settings.SESSION_COOKIE_NAME: str(session.session_key), settings.CSRF_COOKIE_NAME: TOKEN}


def wizard() -> dict[str, Any]:
    """The largest draft, a page with six fields, and the SQL of a save and a read of it.

    ``flat`` holds a page of the largest section in a draft of few people and the same page in one of many.
    """
    draft, cookies = person(1, large_household(PEOPLE))
    course = course_of(Draft.objects.get(pk=draft.pk))
    page = next(page for page in course.walked if len(page.questions) == FIELDS and _asks_a_name(page))
    facts = _page(draft, cookies, page)
    address, data, changed = facts["path"], facts["data"], facts["changed"]
    browser = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    browser.cookies.load(cookies)
    counts = {}
    browser.get(address, secure=True)  # what is cached per process is cached now
    for name, send in (
        ("get", lambda: browser.get(address, secure=True)),
        (
            "post",
            lambda: browser.post(
                address,
                {**data, changed: "Miriam"},
                secure=True,
                headers={"x-csrftoken": TOKEN, "referer": "https://localhost/"},
            ),
        ),
    ):
        with CaptureQueriesContext(connection) as queries:
            response = send()
        if response.status_code not in {200, 302}:
            raise SystemExit(f"{name} answered {response.status_code}")
        counts[name] = len(queries)
    return {
        **facts,
        "fields": len(page.questions),
        "pages": len(course.walked),
        "draft_bytes": len(json.dumps(course.stored)),
        "sql": counts,
        "flat": {str(number): _in_a_household_of(number) for number in (FEW, MANY)},
    }


def _in_a_household_of(number: int) -> dict[str, Any]:
    """A page of the largest section of a draft about so many people."""
    draft, cookies = person(100 + number, large_household(number))
    course = course_of(Draft.objects.get(pk=draft.pk))
    page = find(course.walked, OF_THE_LARGEST_SECTION)
    if page is None:
        raise SystemExit(f"no page {OF_THE_LARGEST_SECTION}")
    return _page(draft, cookies, page)


def _page(draft: Draft, cookies: dict[str, str], page: StepInstance) -> dict[str, Any]:
    """A page as its browser knows it. ``changed``: a field that every save sends with the next of the ``values``, for
    saving the same again would write nothing.
    """
    changed = next(question for question in page.questions if isinstance(question, (Text, YesNo)))
    values = ["yes", "no"] if isinstance(changed, YesNo) else [f"Miriam {letter}" for letter in string.ascii_uppercase]
    data = {name: _text(value) for name, value in typed(page, course_of(draft).stored).items()}
    data["wizard-current_step"] = page.slug
    address = reverse("applications:step", args=[draft.pk, page.slug])
    return {"cookies": cookies, "path": address, "data": data, "changed": changed.key, "values": values}


def _asks_a_name(page: StepInstance) -> bool:
    return any(isinstance(question, Name) for question in page.questions)


def receipt(number: int = 68) -> list[dict[str, Any]]:
    """People about to send: cookies and the address to post to."""
    people = [person(1000 + index, P02) for index in range(number)]
    return [{"cookies": cookies, "path": reverse("applications:send", args=[draft.pk])} for draft, cookies in people]


def documents() -> dict[str, Any]:
    """Somebody on the page of papers."""
    draft, cookies = person(2000, P02)
    return {"cookies": cookies, "path": reverse("applications:evidence", args=[draft.pk])}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value[0] if isinstance(value, list) else value)


if __name__ == "__main__":
    makers: dict[str, Callable[[], Any]] = {"wizard": wizard, "receipt": receipt, "documents": documents}
    print(json.dumps(makers[sys.argv[1]]()))
