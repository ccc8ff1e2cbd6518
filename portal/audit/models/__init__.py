"""Events, their seals and anchors, and the separate table that says who is behind an actor key."""

from portal.audit.models.actor_key import ActorKey
from portal.audit.models.event import AuditEvent
from portal.audit.models.insert_only import INSERT_ONLY_TABLES
from portal.audit.models.seal import AuditAnchor, AuditSeal

__all__ = ["INSERT_ONLY_TABLES", "ActorKey", "AuditAnchor", "AuditEvent", "AuditSeal"]
