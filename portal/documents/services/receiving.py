"""Taking an upload in."""

import datetime
import io
from typing import Any, BinaryIO, cast

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone
from msgspec import Struct

from portal.audit.services import record
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import is_own_post
from portal.documents import events
from portal.documents.domain import limits
from portal.documents.domain.files import store_file
from portal.documents.domain.inspection import HEADER, media_type_of
from portal.documents.domain.names import complete_name
from portal.documents.enums import StoredFileKind
from portal.documents.errors import FileEmpty, FileTooLarge, NotAllowed, TooManyFiles, TooMuchAtOnce, TooMuchToday
from portal.documents.models import Document, DocumentStep, HandOver
from portal.documents.permissions import may_upload
from portal.outbox.services import publish

DAY = datetime.timedelta(days=1)


def receive_document(  # noqa: PLR0913 -- what is known of an upload, each by name
    *,
    actor: Actor,
    case: Case,
    person: Person | None,
    upload: BinaryIO,
    name: str,
    evidence_code: str = "",
    evidence_person: str = "",
    is_restricted: bool = False,
    hand_over: HandOver | None = None,
) -> Document:
    """Take an upload in: encrypted on the way, its hash computed on the way, noted in the case; workers do the rest.

    ``upload`` is read once from where it stands. Raises NotAllowed, and UploadRefused with a ``message`` for the
    person: then nothing was kept.
    """
    if not may_upload(actor, case.pk, person):
        raise NotAllowed
    source = Incoming(upload, _room_left(case))
    media_type = media_type_of(source.header, name=name)
    with transaction.atomic():
        stored = store_file(cast("BinaryIO", source), media_type=media_type, kind=StoredFileKind.UPLOAD)
        document = Document.objects.create(
            case=case,
            person=person,
            stored=stored,
            original_name=complete_name(name, media_type),
            media_type=media_type,
            size=stored.size,
            sha256=stored.sha256,
            evidence_code=evidence_code,
            evidence_person=evidence_person,
            is_restricted=is_restricted,
            hand_over=hand_over,
            is_own_post=hand_over.is_own_post if hand_over else is_own_post(actor, person),
            uploaded_by_standing_id=actor.acting_standing_id,
            uploaded_by_role=actor.role,
        )
        DocumentStep.objects.create(document=document, status=document.status, at=document.created_at)
        record(actor, events.DOCUMENT_RECEIVED, subject=document, case_id=case.pk)
        publish("document.received", document.pk)
    return document


class Room(Struct, frozen=True):
    """How many bytes more there is room for: in what is sent together, and today."""

    together: int = limits.TOGETHER
    today: int = limits.A_DAY


def _room_left(case: Case) -> Room:
    """In one query. Raises TooManyFiles."""
    waiting = Q(handed_in_at__isnull=True, removed_at__isnull=True, is_joined=False)
    used = Document.objects.filter(case=case, is_from_office=False).aggregate(
        files=Count("pk", filter=waiting),
        together=Sum("size", filter=waiting, default=0),
        today=Sum("size", filter=Q(created_at__gte=timezone.now() - DAY, is_joined=False), default=0),
    )
    if used["files"] >= limits.FILES:
        raise TooManyFiles
    return Room(together=limits.TOGETHER - used["together"], today=limits.A_DAY - used["today"])


class Incoming(io.RawIOBase):
    """What is uploaded, as it flows by: its beginning is known, and it ends where it becomes too much."""

    def __init__(self, upload: BinaryIO, room: Room) -> None:
        super().__init__()
        self._upload = upload
        self._room = room
        self._size = 0
        self.header = upload.read(HEADER)
        self._first = self.header
        if not self.header:
            raise FileEmpty

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1) -> Any:
        """As the upload. Raises the UploadRefused that fits as soon as it is too much."""
        data, self._first = (self._first, b"") if self._first else (self._upload.read(size), b"")
        self._size += len(data)
        if self._size > limits.FILE:
            raise FileTooLarge
        if self._size > self._room.together:
            raise TooMuchAtOnce
        if self._size > self._room.today:
            raise TooMuchToday
        return data
