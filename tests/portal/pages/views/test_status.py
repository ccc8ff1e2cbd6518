import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.utils import OperationalError
from msgspec import structs

from portal.documents.domain.scanner_watch import look
from portal.pages.views import status

pytestmark = pytest.mark.django_db
ALL_WELL = {
    "database": "ok",
    "redis": "ok",
    "outbox": "ok",
    "audit": "ok",
    "scanner": "failing",
}  # nobody has looked at the scanner yet


def test_healthy_portal_answers_200(client, scanner):
    look()
    response = client.get("/gesundheit/")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "checks": ALL_WELL | {"scanner": "ok"}})
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("name", "figure"), [("outbox", "oldest_open_age"), ("audit", "unsealed_age")])
def test_work_that_waits_too_long_answers_503(client, monkeypatch, name, figure):
    monkeypatch.setattr(status, figure, lambda: dt.timedelta(minutes=6))
    response = client.get("/gesundheit/")
    assert (response.status_code, response.json()["checks"]) == (503, ALL_WELL | {name: "failing"})


def test_lost_database_answers_503_without_details(client):
    def broken(*_args):
        raise OperationalError("host=secret")

    with connection.execute_wrapper(broken):
        response = client.get("/gesundheit/")
    assert (response.status_code, "secret" in response.text) == (503, False)
    assert response.json()["checks"] == ALL_WELL | dict.fromkeys(("database", "outbox", "audit"), "failing")


def test_lost_redis_answers_503(client, settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere/redis.sock"}}
    response = client.get("/gesundheit/")
    assert (response.status_code, response.json()["checks"]["redis"]) == (503, "failing")


def test_scanner_away_limits_the_portal_but_does_not_take_it_out_of_service(client):
    response = client.get("/gesundheit/")
    assert (response.status_code, response.json()) == (200, {"status": "limited", "checks": ALL_WELL})


def test_old_signatures_are_said(client, settings, scanner):
    settings.PORTAL = structs.replace(settings.PORTAL, signature_days=3)
    look()
    response = client.get("/gesundheit/")
    assert response.json() == {"status": "limited", "checks": ALL_WELL | {"scanner": "old signatures"}}


def test_health_can_only_be_read(client):
    assert client.post("/gesundheit/").status_code == 405
    assert cache.get("pages:health") is None
