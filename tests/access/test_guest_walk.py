"""A guest follows every link there is, before and after sending: no page needs an account, none breaks without one."""

import io
import re
from collections import deque
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import resolve

from applications.domain.draft_answers import store_answers
from applications.models import Draft
from portal.cases.domain.guest_access import AFTER_SENDING
from portal.cases.views.space import CASE_APPS
from portal.law.dates import day_of
from portal.outbox.services import deliver_due
from portal.submissions.models import Submission
from portal.ui.formats import format_date
from tests.factories.accounts import JobcenterFactory, OfficeFactory, PostcodeAreaFactory
from tests.factories.documents import make_pdf
from tests.factories.personas import P02, fresh
from tests.portal.cases.views.visits import begin

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a [^>]*href="([^"#?]+)')
FORM_OF_REMOVAL = re.compile(r'action="(/unterlagen/[^"]+)"')


@pytest.fixture
def guest():
    """A guest with a filled-in draft and a paper in it."""
    jobcenter = JobcenterFactory()
    OfficeFactory(jobcenter=jobcenter)
    PostcodeAreaFactory(jobcenter=jobcenter, postcode="00123")
    visitor, _code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    draft = Draft.objects.get()
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(P02)}, slug="", at=draft.created_at)
    return visitor


def upload(visitor: Client, draft: Draft) -> None:
    page = f"/antrag/{draft.pk}/unterlagen/"
    field = re.search(r'name="(file-[^"]+)"', visitor.get(page).content.decode())[1]
    file = io.BytesIO(make_pdf())
    file.name = "Mietvertrag.pdf"
    assert visitor.post(page, {field: file, "go": "later"}).status_code == 302


def walk(visitor: Client, start: str = "/") -> dict[str, int]:
    """Status by address of everything that can be reached by links."""
    waiting, found = deque([start]), {}
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        response = visitor.get(address, follow=True)
        found[address] = response.status_code
        body = b"".join(response)
        if response.headers["Content-Type"].startswith("text/html"):
            waiting.extend(path for path in map(unescape, LINK.findall(body.decode())) if path.startswith("/"))
    return found


def apps_of(addresses) -> set[str]:
    return {resolve(urlsplit(address).path).app_name for address in addresses}


def test_every_page_before_sending_opens(guest):
    upload(guest, Draft.objects.get())
    found = walk(guest)
    assert {address: status for address, status in found.items() if status != 200} == {}
    assert len(found) > 60
    assert {"applications", "documents", "mailbox", "appointments", "guest"} <= apps_of(found)


def test_every_page_after_sending_opens(guest):
    draft = Draft.objects.get()
    upload(guest, draft)
    receipt = guest.post(f"/antrag/{draft.pk}/absenden/").headers["Location"]
    deliver_due()
    found = walk(guest)
    assert {address: status for address, status in found.items() if status != 200} == {}
    assert apps_of(found) >= CASE_APPS | {"guest"}
    assert {f"{receipt}bestaetigung.pdf", f"{receipt}kopie.pdf"} <= set(found)


def test_what_a_guest_has_sent_says_until_when_the_code_opens_it(guest):
    draft = Draft.objects.get()
    receipt = guest.post(f"/antrag/{draft.pk}/absenden/").headers["Location"]
    submission = Submission.objects.get()
    application = submission.application
    until = format_date(day_of(submission.received_at + AFTER_SENDING))
    for address in (receipt, f"/antrag/stand/{application.pk}/"):
        page = guest.get(address).content.decode()
        assert f"bis zum <strong>{until}</strong>" in page
    assert (submission.submitted_by_user_id, submission.submitted_by_role) == (None, "guest")
