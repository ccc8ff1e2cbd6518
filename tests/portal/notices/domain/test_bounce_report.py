import uuid

import pytest

from portal.notices.domain.bounce_report import Bounce, read_bounce
from portal.notices.domain.email import message_id

KEY = "email:new_message:1:2"
OURS = uuid.UUID(message_id(KEY)[1:37])

REPORT = """\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: keine-antwort@jobcenter.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anna@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {status} user unknown

--b
Content-Type: {kind}

From: keine-antwort@jobcenter.example
Message-ID: {message}
Subject: Neue Nachricht im Portal

--b--
"""


def report(action="failed", status="5.1.1", message="", kind="message/rfc822"):
    text = REPORT.format(action=action, status=status, message=message or message_id(KEY), kind=kind)
    return text.encode()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_failed_delivery_names_the_dispatch(kind):
    assert read_bounce(report(kind=kind)) == Bounce((OURS,), "5.1.1")


def test_lines_of_servers_that_end_in_crlf():
    assert read_bounce(report().replace(b"\n", b"\r\n")) == Bounce((OURS,), "5.1.1")


def test_report_without_action_counts_by_its_status():
    assert read_bounce(report().replace(b"Action: failed\n", b"")) == Bounce((OURS,), "5.1.1")


def test_old_form_without_a_report():
    raw = f"From: MAILER-DAEMON\nX-Failed-Recipients: anna@example.org\n\nMessage-ID: {message_id(KEY)}\n".encode()
    assert read_bounce(raw) == Bounce((OURS,), "")


@pytest.mark.parametrize(
    "raw",
    [
        report(action="delayed", status="4.4.7"),
        report(action="delivered", status="2.0.0"),
        report(action="relayed", status="2.0.0"),
        report(message="<abc@elsewhere.example>"),
        f"Subject: Abwesend\nIn-Reply-To: {message_id(KEY)}\n\nIch bin im Urlaub.".encode(),
        b"",
        b"\x00\xff" * 1000,
        b"Content-Type: message/delivery-status\n\n\xff\xfe\x00: \n\nAction: failed\n",
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n--b",
        b"Content-Type: multipart/mixed; boundary=" + b"b" * 5000,
        report()[:300],
    ],
)
def test_everything_else_is_nothing_of_ours(raw):
    assert read_bounce(raw) is None


def test_report_of_huge_size_is_cut():
    assert read_bounce(report() + b"x" * 5_000_000) == Bounce((OURS,), "5.1.1")
