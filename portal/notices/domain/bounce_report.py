"""Read what a mail server sends back (RFC 3464): which e-mail of ours could not be delivered for good. Pure."""

import re
from email import message_from_bytes
from email.message import Message
from uuid import UUID

from msgspec import Struct

from portal.notices.domain.email import dispatch_ids_in

FOR_GOOD = re.compile(r"\b5\.\d{1,3}\.\d{1,3}\b")  # RFC 3463; 4.x.x is a delay
LARGEST = 2 * 1024 * 1024  # bytes; servers cut what they send back


class Bounce(Struct, frozen=True):
    """``dispatch_ids``: whose Message-IDs stand in it. ``status``: ``5.1.1`` and the like, or empty."""

    dispatch_ids: tuple[UUID, ...]
    status: str


def read_bounce(raw: bytes) -> Bounce | None:
    """Return what failed for good, None for everything else: delays, absence notes, spam, broken mail. Never raises."""
    raw = raw[:LARGEST]
    message = message_from_bytes(raw)
    failed, status = _failure(message)
    if not failed:
        return None
    found = dispatch_ids_in(raw.decode("latin-1"))
    return Bounce(found, status) if found else None


def _failure(message: Message) -> tuple[bool, str]:
    blocks = [block for part in message.walk() for block in _blocks(part)]
    for block in blocks:
        status = FOR_GOOD.search(_header(block, "Status"))
        action = _header(block, "Action").lower()
        if action == "failed" or (not action and status):
            return True, status[0] if status else ""
    has_old_form = not blocks and bool(_header(message, "X-Failed-Recipients"))  # Exim, without a report
    return has_old_form, ""


def _blocks(part: Message) -> list[Message]:
    """The groups of fields in a report: one for the e-mail, one for each recipient."""
    if part.get_content_type() not in {"message/delivery-status", "message/global-delivery-status"}:
        return []
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []


def _header(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip()
