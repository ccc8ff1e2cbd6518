"""A form that was posted after its session had ended: kept, encrypted, for the same account in the same browser.

The session's row is still there when its time has run out, and it alone says whose form this is; a session that was
ended on purpose leaves no row, and nothing is kept. What is kept lies in the anonymous session that follows, sealed for
one owner: nobody else can open it, and signing in as somebody else throws it away. See docs/adr/0009.
"""

import base64
import binascii
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from msgspec import Struct

from portal.accounts.domain.ended_sessions import KEPT_AFTER_END
from portal.accounts.enums import GUEST_CASE
from portal.accounts.models import Session, User
from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt, encrypt

KEY = "portal.kept_form"
LIFETIME = 3600  # seconds from posting to signing in again
LARGEST = 64 * 1024  # bytes; a page of answers has far less


class KeptForm(Struct, frozen=True):
    """What was posted: where to (address with query), the fields with their values, whether files were among them."""

    path: str
    fields: dict[str, list[str]]
    had_files: bool


def owner_of_ended_session(session_key: str, *, guests: bool = False) -> UUID | None:
    """Whose session this was, if it has run out by itself: an account that is as it was, password included, or a
    guest's case where ``guests`` count, too.
    """
    now = timezone.now()
    row = Session.objects.filter(
        session_key=session_key, expire_date__lte=now, expire_date__gt=now - KEPT_AFTER_END
    ).first()
    data = row.get_decoded() if row is not None else {}
    if SESSION_KEY not in data:
        return UUID(data[GUEST_CASE]) if guests and GUEST_CASE in data else None
    user = User.objects.filter(pk=data[SESSION_KEY], is_active=True).first()
    if user is None or not constant_time_compare(data.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    return user.pk


def keep_form(
    session: SessionBase, *, owner_id: UUID, path: str, fields: Iterable[tuple[str, list[str]]], had_files: bool
) -> bool:
    """Keep it in the anonymous session; says whether it was small enough."""
    plaintext = json.dumps({"fields": dict(fields), "files": had_files}).encode()
    if len(plaintext) > LARGEST:
        return False
    sealed = encrypt(plaintext, context=_context(owner_id, path))
    data = base64.b64encode(sealed).decode()
    session[KEY] = {"path": path, "at": int(timezone.now().timestamp()), "data": data}
    return True


def kept_form(session: SessionBase, owner_id: UUID, *, path: str | None = None) -> KeptForm | None:
    """What was kept for this account (and this address, if one is given); None when there is none or it is too old."""
    kept: dict[str, Any] | None = session.get(KEY)
    if kept is None or path not in {None, kept["path"]} or timezone.now().timestamp() - kept["at"] > LIFETIME:
        return None
    try:
        content = json.loads(decrypt(base64.b64decode(kept["data"]), context=_context(owner_id, kept["path"])))
    except (DecryptionFailed, binascii.Error):
        return None
    return KeptForm(kept["path"], content["fields"], content["files"])


def forget_form(session: SessionBase, *, path: str | None = None) -> None:
    """Throw it away, because it was taken, sent or not wanted; with a path only what was kept for that address."""
    kept = session.get(KEY)
    if kept is not None and path in {None, kept["path"]}:
        del session[KEY]


def forget_unless_of(session: SessionBase, owner_id: UUID) -> None:
    """Somebody has signed in: what was kept for another account goes before they see a page."""
    if KEY in session and kept_form(session, owner_id) is None:
        del session[KEY]


def _context(owner_id: UUID, path: str) -> bytes:
    return f"accounts.kept_form:{owner_id}:{path}".encode()
