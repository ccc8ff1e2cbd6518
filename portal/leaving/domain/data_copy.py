"""The life of a copy: asked for, ready, gone. It is made before its row is locked, so that nobody waits for it."""

from datetime import datetime, timedelta
from typing import BinaryIO, cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation

from portal.audit.events import SystemActor
from portal.audit.services import record
from portal.documents.services import discard_file, store_file
from portal.law.parameter import whole
from portal.leaving.domain.contents import gather
from portal.leaving.domain.package import ZipReader, zip_pieces
from portal.leaving.domain.personal_data import COPY_DAYS
from portal.leaving.events import COPY_EXPIRED, COPY_MADE
from portal.leaving.models import DataCopy
from portal.outbox.services import publish

LANGUAGE = "de"  # the official language (§ 19 SGB X)
ZIP = "application/zip"
WORKER = SystemActor("leaving.copy", "data_copy")


@transaction.atomic
def make_copy(copy_id: UUID) -> None:
    """Put the copy together and store it, unless that was done or it is not wanted any more.

    A worker that dies on the way leaves nothing but an encrypted file without a row, which ``remove_orphans`` takes.
    Raises OSError when the disk is full.
    """
    wanted = DataCopy.objects.filter(pk=copy_id, ready_at=None).first()
    if wanted is None:
        return
    now = timezone.now()
    with translation.override(LANGUAGE):
        contents = gather(wanted.user_id, at=now)
        source = cast("BinaryIO", ZipReader(zip_pieces(contents.files, at=now, finish=contents.finish)))  # it reads
        stored = store_file(source, media_type=ZIP)
    copy = DataCopy.objects.select_for_update().filter(pk=copy_id, ready_at=None).first()
    if copy is None:  # made by another worker, or the account was closed meanwhile
        discard_file(stored)
        return
    copy.stored, copy.ready_at = stored, now
    copy.expires_at = now + timedelta(days=whole(COPY_DAYS, timezone.localdate(now)))
    copy.save(update_fields=["stored", "ready_at", "expires_at"])
    record(WORKER, COPY_MADE, subject=copy)
    publish("data_copy.ready", copy.pk)


@transaction.atomic
def delete_copy(copy: DataCopy) -> None:
    """Delete a copy and its file for good; deleting twice is the same as once."""
    locked = DataCopy.objects.select_for_update(of=("self",)).select_related("stored").filter(pk=copy.pk).first()
    if locked is None:
        return
    stored = locked.stored
    locked.delete()
    if stored is not None:
        discard_file(stored)


@transaction.atomic
def delete_expired_copies(*, now: datetime) -> int:
    """Delete copies whose time is over; returns how many."""
    expired = list(DataCopy.objects.filter(expires_at__lte=now))
    for copy in expired:
        record(WORKER, COPY_EXPIRED, subject=copy)
        delete_copy(copy)
    return len(expired)
