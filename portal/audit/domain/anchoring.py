"""Anchors: the head of the chain at a moment, in the database and in a file outside of it."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.audit.domain.sealing import lock_sealing
from portal.audit.errors import AnchorFileUnwritable
from portal.audit.models import AuditAnchor, AuditSeal
from portal.crypto.services import authenticate, is_authentic

INTERVAL = timedelta(minutes=10)
PURPOSE = "audit.anchor"


def anchor_if_due(*, interval: timedelta = INTERVAL) -> AuditAnchor | None:
    """Anchor the head of the chain when it grew and the last anchor is at least ``interval`` old; else None.

    Raises AnchorFileUnwritable, and then leaves no anchor in the database either, and KeysetMissing.
    """
    with transaction.atomic():
        head = AuditSeal.objects.order_by("-seq").first()
        last = AuditAnchor.objects.order_by("-seq").first()
        now = timezone.now()
        if head is None or (last and (last.seq >= head.seq or now - last.at < interval)) or not lock_sealing():
            return None
        anchor = AuditAnchor(seq=head.seq, hash=bytes(head.hash), at=now)
        anchor.mac = authenticate(_message(anchor), purpose=PURPOSE)
        anchor.save(force_insert=True)
        _append(anchor_file(), anchor)
    return anchor


def is_genuine(anchor: AuditAnchor) -> bool:
    """Whether the anchor was made with our key."""
    return is_authentic(bytes(anchor.mac), _message(anchor), purpose=PURPOSE)


def anchor_file() -> Path:
    """Where anchors are also written; copy it away regularly, at best to a machine the portal cannot reach."""
    return settings.PORTAL.data_dir / "audit" / "anchors.jsonl"


def read_anchors(path: Path) -> Iterator[AuditAnchor]:
    """The anchors in the file, in order. Raises ValueError for a line that is none and OSError without a file."""
    with path.open() as lines:
        for line in lines:
            try:
                entry = json.loads(line)
                yield AuditAnchor(
                    seq=int(entry["seq"]),
                    hash=bytes.fromhex(entry["hash"]),
                    at=datetime.fromisoformat(entry["at"]),
                    mac=bytes.fromhex(entry["mac"]),
                )
            except (KeyError, TypeError):
                raise ValueError(path.name) from None


def _append(path: Path, anchor: AuditAnchor) -> None:
    entry = {"seq": anchor.seq, "hash": anchor.hash.hex(), "at": _moment(anchor), "mac": anchor.mac.hex()}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(json.dumps(entry) + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise AnchorFileUnwritable(f"{path.name}: {error.strerror}") from None


def _message(anchor: AuditAnchor) -> bytes:
    return json.dumps([anchor.seq, bytes(anchor.hash).hex(), _moment(anchor)]).encode()


def _moment(anchor: AuditAnchor) -> str:
    return anchor.at.astimezone(UTC).isoformat(timespec="microseconds")
