"""The content-free e-mail and its delivery."""

import re
import smtplib
import uuid
from email.mime.text import MIMEText
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string

from portal.accounts.selectors import office_for_page
from portal.notices.domain.channels.base import ChannelResult, Outcome
from portal.notices.enums import OR_CALL, AccountTemplate, Template
from portal.notices.errors import NoticeNotSent

MESSAGE_ID_NAMESPACE = uuid.UUID("b7b0b1d5-5d0f-4c3e-9d0c-6f6f1f0b8a11")
PERMANENT = range(500, 600)  # RFC 5321, 4.2.1: trying again will not help
OUR_FAULT = re.compile(rb"\b5\.7\.\d")  # RFC 3463: policy; says nothing about the address, a person has to look
OUR_IDS = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>\s]+)>")


def dispatch_id(key: str) -> uuid.UUID:
    """Return the same number for the same dispatch; its Message-ID is made of it."""
    return uuid.uuid5(MESSAGE_ID_NAMESPACE, key)


def message_id(key: str) -> str:
    """Return the same Message-ID (RFC 5322, 3.6.4) for the same dispatch, so that a second copy is shown as one."""
    return f"<{dispatch_id(key)}@{_host()}>"


def dispatch_ids_in(text: str) -> tuple[uuid.UUID, ...]:
    """Return the numbers of our dispatches whose Message-IDs stand in the text."""
    return tuple(dict.fromkeys(uuid.UUID(number) for number, host in OUR_IDS.findall(text) if host == _host()))


def compose(*, template: Template | AccountTemplate, address: str, key: str) -> EmailMessage:
    """Return the e-mail: it says that something is in the portal, not what, for whom or why."""
    context = {"portal_address": settings.PORTAL.base_url}
    if template in OR_CALL.values():
        office = office_for_page(None)  # the one on every page: the number tells no more than the address does
        context["phone"] = office.phone if office is not None else ""
    subject = render_to_string(f"notices/{template}_subject.txt", context).strip()
    return EmailMessage(
        subject=subject,
        body=render_to_string(f"notices/{template}.txt", context).strip() + "\n",
        to=[address],
        headers={"Message-ID": message_id(key), "Auto-Submitted": "auto-generated"},
    )


def calendar_part(calendar: bytes, method: str) -> MIMEText:
    """Return a calendar file as a part that programs for mail open as an entry (RFC 6047, 2.4)."""
    part = MIMEText(calendar.decode(), "calendar", "utf-8")
    part.set_param("method", method)
    part.add_header("Content-Disposition", "attachment", filename="termin.ics")
    return part


def attempt(message: EmailMessage) -> ChannelResult:
    """Hand the e-mail to the mail server; returns what it said. Never raises for what a server or a network does."""
    connection = message.connection or get_connection()
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        return _refused(list(error.recipients.values()))
    except (smtplib.SMTPException, OSError) as error:
        reply = getattr(connection, "reply", "")
        return ChannelResult(Outcome.SENT, reply) if reply else ChannelResult(Outcome.RETRY, type(error).__name__)
    return ChannelResult(Outcome.SENT, getattr(connection, "reply", ""))


def deliver(message: EmailMessage) -> str:
    """The same for what is kept nowhere. Returns an empty text, or the SMTP code of a refusal for good.

    Raises NoticeNotSent for everything that may pass.
    """
    result = attempt(message)
    if result.outcome is Outcome.RETRY:
        raise NoticeNotSent(result.reply)
    return result.reply if result.outcome is Outcome.REFUSED else ""


def _refused(replies: list[tuple[int, bytes]]) -> ChannelResult:
    is_final = bool(replies) and all(code in PERMANENT and not OUR_FAULT.search(words) for code, words in replies)
    return ChannelResult(Outcome.REFUSED if is_final else Outcome.RETRY, str(replies[0][0]) if replies else "")


def _host() -> str:
    return urlsplit(settings.PORTAL.base_url).hostname or "localhost"
