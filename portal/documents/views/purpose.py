"""Staff say what for they open a specially protected document. Kept in the session, for that document, for a while."""

from django.http import HttpRequest
from django.utils import timezone
from msgspec.structs import replace

from portal.cases.models import Actor
from portal.documents.enums import Purpose
from portal.documents.models import Document

KEY = "documents.purposes"
LASTS = 30 * 60  # seconds: long enough to read it and to look again, too short to leave it open over lunch


def with_purpose(request: HttpRequest, actor: Actor, document: Document) -> Actor:
    """The actor with what this document is opened for, when that was said; else the actor as they are.

    Nothing changes for documents that are not restricted, and for everybody who is not staff.
    """
    if not actor.is_staff or not document.is_restricted:
        return actor
    purpose, until = request.session.get(KEY, {}).get(str(document.pk), ("", 0))
    return replace(actor, purpose=purpose) if purpose and until > _now() else actor


def keep_purpose(request: HttpRequest, document: Document, purpose: Purpose) -> None:
    """Remember what for this document is opened, and forget what was said too long ago."""
    now = _now()
    current = {key: kept for key, kept in request.session.get(KEY, {}).items() if kept[1] > now}
    request.session[KEY] = {**current, str(document.pk): [purpose.value, now + LASTS]}


def _now() -> int:
    return int(timezone.now().timestamp())
