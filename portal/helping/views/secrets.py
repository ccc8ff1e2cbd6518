"""Link, QR code and code of a new invitation, shown to who has made it: kept encrypted in the session for an hour."""

import base64
import binascii
import json
import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from portal.cases.models import Invitation
from portal.cases.services import Sent
from portal.cases.views.space import outside
from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt, encrypt
from portal.discreet import Discreet
from portal.pdf.services import qr_code

KEY = "helping.secrets"
# Seconds, less than an idle session lasts; afterwards, and in any other session, nobody can show them again.
LIFETIME = 20 * 60


class Shown(Discreet, frozen=True):
    """What the other side needs. ``link`` is a whole address, ``qr`` an image in a ``data:`` address."""

    link: str
    code: str

    @property
    def qr(self) -> str:
        """The link as a QR code."""
        return qr_code(self.link)


def keep_secrets(request: HttpRequest, sent: Sent) -> None:
    """Remember the secrets of this invitation, and of no earlier one."""
    sealed = encrypt(json.dumps([sent.token, sent.code]).encode(), context=_context(sent.invitation))
    kept: dict[str, Any] = {"id": str(sent.invitation.pk), "at": int(time.time())}
    request.session[KEY] = kept | {"sealed": base64.b64encode(sealed).decode()}


def shown_secrets(request: HttpRequest, invitation: Invitation) -> Shown | None:
    """The secrets of this invitation, as long as this session remembers them."""
    kept = request.session.get(KEY)
    if kept is None or kept["id"] != str(invitation.pk) or time.time() - kept["at"] > LIFETIME:
        return None
    try:
        token, code = json.loads(decrypt(base64.b64decode(kept["sealed"]), context=_context(invitation)))
    except (DecryptionFailed, binascii.Error):
        return None
    return Shown(link=settings.PORTAL.base_url + outside(reverse("helping:open", args=[token])), code=code)


def _context(invitation: Invitation) -> bytes:
    return b"helping.secrets:" + invitation.pk.bytes
