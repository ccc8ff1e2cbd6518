"""Invented people for the benchmarks, made through the portal's own services: ``python -m benchmarks.people NAME``.

Runs in a process of its own (as the app role, like the portal) and prints one JSON document.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from applications.catalogue.kinds import Name
from applications.catalogue.walk import walk
from applications.domain.draft import course_of
from applications.domain.draft_answers import store_answers
from applications.models import Draft
from applications.services.draft import start_draft
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user
from tests.factories.personas import P02, P03, fresh, typed

FORM = "main_application"
TOKEN = "b" * 32
FIELDS = 6  # what the floor's page has


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
    """One person with eight more in the household, a page with six fields, and the SQL of a save and a read of it.

    ``changed`` names a field of which every save sends another text: saving the same again would write nothing.
    """
    draft, cookies = person(1, P03)
    draft = Draft.objects.get(pk=draft.pk)
    course = course_of(draft)
    pages = [page for page in walk(course.form, draft.answers) if len(page.questions) == FIELDS]
    page = pages[0]
    changed = next(question.key for question in page.questions if isinstance(question, Name))
    address = reverse("applications:step", args=[draft.pk, page.slug])
    data = {name: _text(value) for name, value in typed(page, draft.answers).items()}
    data["wizard-current_step"] = page.slug
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
        "cookies": cookies,
        "path": address,
        "data": data,
        "changed": changed,
        "fields": len(page.questions),
        "pages": len(course.walked),
        "draft_bytes": len(json.dumps(draft.answers)),
        "sql": counts,
    }


def receipt(number: int = 68) -> list[dict[str, Any]]:
    """People about to send: cookies and the address to post to."""
    people = [person(1000 + index, P02) for index in range(number)]
    return [{"cookies": cookies, "path": reverse("applications:send", args=[draft.pk])} for draft, cookies in people]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value[0] if isinstance(value, list) else value)


if __name__ == "__main__":
    print(json.dumps(wizard() if sys.argv[1] == "wizard" else receipt()))
