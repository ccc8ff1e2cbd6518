"""Text typed into a page whose session had ended: kept encrypted for an hour, shown again after signing in."""

import base64
import binascii
import json
import time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, QueryDict

from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt, encrypt

KEY = "applications.typed"
LIFETIME = 3600  # seconds
LARGEST = 64 * 1024  # bytes; a page of answers has far less
_UNWANTED = frozenset({"csrfmiddlewaretoken", "go"})


def keep_typed(request: HttpRequest, draft_id: UUID, slug: str) -> bool:
    """Keep the posted fields in the anonymous session, readable only for this page of this draft; says whether."""
    fields = {name: values for name, values in request.POST.lists() if name not in _UNWANTED}
    plaintext = json.dumps(fields).encode()
    if len(plaintext) > LARGEST:
        return False
    sealed = encrypt(plaintext, context=_context(draft_id, slug))
    kept: dict[str, Any] = {"page": slug, "at": int(time.time()), "data": base64.b64encode(sealed).decode()}
    request.session[KEY] = kept
    return True


def take_typed(request: HttpRequest, draft_id: UUID, slug: str) -> QueryDict | None:
    """The fields kept for this page, once; None when there are none, they are too old, or belong to another draft.

    Call it only for a draft the person may fill in.
    """
    kept = request.session.get(KEY)
    if kept is None or kept.get("page") != slug:
        return None
    del request.session[KEY]
    if time.time() - kept["at"] > LIFETIME:
        return None
    try:
        fields = json.loads(decrypt(base64.b64decode(kept["data"]), context=_context(draft_id, slug)))
    except (DecryptionFailed, binascii.Error):
        return None
    typed = QueryDict(mutable=True)
    for name, values in fields.items():
        typed.setlist(name, values)
    return typed


def _context(draft_id: UUID, slug: str) -> bytes:
    return f"applications.typed:{draft_id}:{slug}".encode()
