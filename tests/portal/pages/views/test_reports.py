import json
import logging

import pytest
from django.test import Client

from portal.pages.views import reports

OLD = {
    "csp-report": {
        "effective-directive": "script-src-elem",
        "document-uri": "https://x.example/antrag/a/?name=Erika#x",
        "script-sample": "Erika",
    }
}
NEW = [
    {"type": "csp-violation", "body": {"effectiveDirective": "img-src", "documentURL": "https://x.example/kontakt/"}}
]


def send(data, content_type="application/csp-report"):
    body = data if isinstance(data, bytes) else json.dumps(data)
    return Client(enforce_csrf_checks=True).post("/csp-meldung/", body, content_type=content_type).status_code


@pytest.mark.parametrize(
    ("report", "directive", "path"), [(OLD, "script-src-elem", "/antrag/a/"), (NEW, "img-src", "/kontakt/")]
)
def test_report_leaves_directive_and_path_only(caplog, report, directive, path):
    with caplog.at_level(logging.WARNING, logger=reports.__name__):
        assert send(report) == 204
    [record] = caplog.records
    assert (record.directive, record.page) == (directive, path)
    assert "Erika" not in str(record.__dict__)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"[]",
        b"{}",
        b'"x"',
        b'{"csp-report": 1}',
        b'{"csp-report": {"effective-directive": 1}}',
        b"\xff",
        b"[" * 8000,
        b'{"csp-report": {"effective-directive": "a", "document-uri": "http://[x"}}',
    ],
)
def test_anything_else_is_refused(body):
    assert send(body) == 400


def test_large_report_is_refused():
    assert send(b" " * (reports.MAX_BYTES + 1)) == 413


def test_flood_is_stopped(monkeypatch):
    monkeypatch.setattr(reports, "MAX_PER_MINUTE", 2)
    assert [send(OLD) for _ in range(3)] == [204, 204, 429]


def test_report_cannot_be_read(client):
    assert client.get("/csp-meldung/").status_code == 405
