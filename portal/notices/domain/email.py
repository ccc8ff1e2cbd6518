"""The content-free e-mail and its delivery."""

import smtplib
import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from portal.notices.enums import AccountTemplate, Template
from portal.notices.errors import NoticeNotSent

MESSAGE_ID_NAMESPACE = uuid.UUID("b7b0b1d5-5d0f-4c3e-9d0c-6f6f1f0b8a11")
PERMANENT = range(500, 600)  # RFC 5321, 4.2.1: trying again will not help


def message_id(key: str) -> str:
    """Return the same Message-ID (RFC 5322, 3.6.4) for the same dispatch, so that a second copy is shown as one."""
    host = urlsplit(settings.PORTAL.base_url).hostname or "localhost"
    return f"<{uuid.uuid5(MESSAGE_ID_NAMESPACE, key)}@{host}>"


def compose(*, template: Template | AccountTemplate, address: str, key: str) -> EmailMessage:
    """Return the e-mail: it says that something is in the portal, not what, for whom or why."""
    context = {"portal_address": settings.PORTAL.base_url}
    subject = render_to_string(f"notices/{template}_subject.txt", context).strip()
    return EmailMessage(
        subject=subject,
        body=render_to_string(f"notices/{template}.txt", context).strip() + "\n",
        to=[address],
        headers={"Message-ID": message_id(key), "Auto-Submitted": "auto-generated"},
    )


def attempt(message: EmailMessage) -> ChannelResult:
    """Hand the e-mail to the mail server; returns what it said. Never raises for what a server or a network does."""
    connection = ReplyingConnection()
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _words in error.recipients.values()]
        refused = codes and all(code in PERMANENT for code in codes)
        return ChannelResult(Outcome.REFUSED if refused else Outcome.RETRY, "/".join(map(str, codes)))
    except (smtplib.SMTPException, OSError) as error:
        return ChannelResult(Outcome.RETRY, type(error).__name__)
    return ChannelResult(Outcome.SENT, connection.reply)
