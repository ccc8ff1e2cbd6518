"""What is hashed, and how."""

import hashlib
import json
from datetime import UTC

from portal.audit.models import AuditEvent

GENESIS = bytes(32)  # the "hash before" of the first event


def link(previous: bytes, seq: int, event: AuditEvent) -> bytes:
    """SHA-256 over the hash before and a JSON array of the number and every column of the event, in fixed order."""
    columns = [
        seq,
        event.pk,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(event.actor_key),
        event.role,
        event.purpose,
        event.event,
        event.subject_type,
        event.subject_id,
        str(event.case_id) if event.case_id else None,
        event.request_id,
    ]
    return hashlib.sha256(previous + json.dumps(columns, separators=(",", ":")).encode()).digest()
