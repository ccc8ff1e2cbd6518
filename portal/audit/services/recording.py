"""One statement per event, without waiting for anybody's lock."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from portal.audit.events import ACTOR_SHREDDED, SYSTEM_ROLE, AuditedActor, EventType
from portal.audit.models import ActorKey
from portal.audit.models.registry import registry

_request_id: ContextVar[str] = ContextVar("audit_request_id", default="")

# Finds the actor's key or makes one, and inserts the event. Under concurrency a second key may come into being; a
# unique index would prevent it by waiting, and waiting is what this statement must never do.
RECORD = """
WITH known AS (
    SELECT key FROM audit_actorkey
    WHERE {condition}
    ORDER BY key LIMIT 1
), made AS (
    INSERT INTO audit_actorkey (key, user_id, description)
    SELECT %(new_key)s, %(user_id)s, %(description)s WHERE NOT EXISTS (SELECT FROM known)
    RETURNING key
)
INSERT INTO audit_auditevent (actor_key, role, purpose, event, subject_type, subject_id, case_id, request_id)
SELECT key, %(role)s, %(purpose)s, %(event)s, %(subject_type)s, %(subject_id)s, %(case_id)s, %(request_id)s
FROM (SELECT key FROM known UNION ALL SELECT key FROM made) AS actor
"""
RECORD_BY_USER = RECORD.format(condition="user_id = %(user_id)s")
RECORD_BY_DESCRIPTION = RECORD.format(condition="user_id IS NULL AND description = %(description)s")


def record(
    actor: AuditedActor, event: EventType, *, subject: models.Model | None = None, case_id: UUID | None = None
) -> None:
    """Write that ``actor`` did ``event`` to ``subject`` in the case; one SQL statement, in the caller's transaction.

    Raises UnknownEventType for a type that no app's ``events`` room declares, and DataError for a role or purpose that
    is too long.
    """
    registry.require(event)
    with connection.cursor() as cursor:
        cursor.execute(
            RECORD_BY_USER if actor.user_id else RECORD_BY_DESCRIPTION, _values(actor, event, subject, case_id)
        )


def record_for_cases(actor: AuditedActor, event: EventType, *, case_ids: Iterable[UUID]) -> None:
    """Write the same of each case, in one go: for what a list shows of many. Raises as `record`."""
    registry.require(event)
    rows = [_values(actor, event, None, case_id) for case_id in dict.fromkeys(case_ids)]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(RECORD_BY_USER if actor.user_id else RECORD_BY_DESCRIPTION, rows)


@transaction.atomic
def shred_actor(user_id: UUID, *, actor: AuditedActor) -> int:
    """Destroy the link between this user and their events; returns how many keys led to them.

    The events and the chain stay as they are. The event of shredding itself does not say whose link it was.
    """
    deleted, _per_model = ActorKey.objects.filter(user_id=user_id).delete()
    record(actor, ACTOR_SHREDDED)
    return deleted


@contextmanager
def request_id(value: str) -> Iterator[None]:
    """All events recorded inside carry ``value``: the id of the web request or of the outbox message."""
    token = _request_id.set(value[:64])
    try:
        yield
    finally:
        _request_id.reset(token)


def current_request_id() -> str:
    """The id that events recorded now would carry; empty outside of ``request_id``."""
    return _request_id.get()


def _values(
    actor: AuditedActor, event: EventType, subject: models.Model | None, case_id: UUID | None
) -> dict[str, Any]:
    return {
        "new_key": uuid.uuid4(),
        "user_id": actor.user_id,
        "description": "" if actor.user_id else _description(actor),
        "role": str(actor.role),
        "purpose": actor.purpose,
        "event": event.code,
        "subject_type": subject._meta.label_lower if subject is not None else "",
        "subject_id": str(subject.pk) if subject is not None else "",
        "case_id": case_id,
        "request_id": _request_id.get(),
    }


def _description(actor: AuditedActor) -> str:
    """Names of background work stay readable; a guest's key may open their draft, so only its hash is kept."""
    key = actor.key or ""
    if actor.role == SYSTEM_ROLE or not key:
        return key
    return f"{actor.role}:{hashlib.sha256(key.encode()).hexdigest()[:24]}"
