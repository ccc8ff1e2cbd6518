import json
import re

import pytest
from django.conf import settings as project
from django.contrib.staticfiles import finders

from portal.accounts.models import User
from portal.pages.offices import forget_cards
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.cases import claimant_actor
from tests.factories.mailbox import MessageFactory, ThreadFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    forget_cards()
    yield OfficeFactory(phone="030 111 222")
    forget_cards()


def files_of(worker):
    return json.loads(re.search(r"const FILES = (\[.*?\]);", worker)[1])


def version_of(worker):
    return re.search(r'const KEPT = "(.*?)";', worker)[1]


def test_manifest_names_the_app_and_icons_that_exist(client, office):
    answer = client.get("/manifest.webmanifest")
    data = answer.json()

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/manifest+json", "public, max-age=86400")
    assert (data["name"], data["start_url"], data["display"]) == (
        f"{office.jobcenter.name} Online-Portal",
        "/",
        "standalone",
    )
    assert {(icon["sizes"], icon["purpose"]) for icon in data["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    assert all(finders.find(icon["src"].removeprefix(project.STATIC_URL)) for icon in data["icons"])


def test_pages_name_the_manifest(client):
    assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get("/kontakt/").text


def test_worker_is_asked_for_anew_and_belongs_to_the_whole_site(client):
    answer = client.get("/sw.js")

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/javascript; charset=utf-8", "no-cache")
    assert "worker-src 'self'" in answer["Content-Security-Policy"]


def test_worker_keeps_static_files_only_and_each_exists(client):
    files = files_of(client.get("/sw.js").text)

    assert {"/static/ui/kern.css", "/static/ui/site.css", "/static/ui/fonts/fira-sans-semibold-latin1.woff2"} <= set(
        files
    )
    assert [name for name in files if not finders.find(name.removeprefix(project.STATIC_URL))] == []


def test_worker_is_another_one_when_the_page_it_keeps_changes(client, office):
    before = client.get("/sw.js").text
    assert client.get("/sw.js").text == before
    office.phone = "030 999"
    office.save()
    forget_cards()

    assert version_of(client.get("/sw.js").text) != version_of(before)


def test_offline_page_is_the_same_for_everybody(client, django_assert_num_queries):
    stranger = client.get("/offline/")
    client.force_login(UserFactory())
    with django_assert_num_queries(1):  # session with account, before the page
        member = client.get("/offline/")

    assert member.content == stranger.content
    assert ("030 111 222" in stranger.text, "csrfmiddlewaretoken" in stranger.text) == (True, False)
    assert stranger["Cache-Control"] == "no-cache"


def test_number_of_unread_messages_is_told_to_the_person(client):
    thread = ThreadFactory()
    MessageFactory.create_batch(2, thread=thread)
    client.force_login(User.objects.get(pk=claimant_actor(thread.case).user_id))

    assert client.get("/konto/ungelesen/").json() == {"unread": 2}


def test_number_is_for_who_is_signed_in(client):
    assert client.get("/konto/ungelesen/").status_code == 302


def test_number_is_kept_nowhere(client):
    client.force_login(UserFactory())

    assert client.get("/konto/ungelesen/")["Cache-Control"] == "no-store"
