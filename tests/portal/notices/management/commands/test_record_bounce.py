import io
import logging
import uuid
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from tests.factories.cases import CaseFactory
from tests.portal.notices.domain.test_bounce_report import report

pytestmark = pytest.mark.django_db


def pipe(monkeypatch, raw):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("record_bounce")


def test_report_from_the_mail_server_is_taken_in(monkeypatch):
    sent = Dispatch.objects.create(
        id=uuid.uuid4(),
        case=CaseFactory(),
        template="new_message",
        subject_id=uuid.uuid4(),
        key="a",
        status=DispatchStatus.SENT,
        sent_at=timezone.now(),
    )
    pipe(monkeypatch, report(message=f"<{sent.pk}@localhost>"))
    sent.refresh_from_db()
    assert sent.returned_at is not None


def test_odd_input_ends_well_and_leaves_no_trace_in_the_log(monkeypatch, caplog):
    with caplog.at_level(logging.INFO):
        pipe(monkeypatch, "Subject: Hallo\n\nLiebe Grüße, Anna\udcff".encode("utf-8", "surrogateescape"))
    assert "none of ours" in caplog.text
    assert "Anna" not in caplog.text
