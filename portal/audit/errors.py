"""Situations around the audit trail."""


class AuditError(Exception):
    """Base of the situations below."""


class DuplicateEventType(AuditError):
    """Two apps declare an event type with the same code."""


class UnknownEventType(AuditError):
    """An event type was used that no app declares in its ``events`` room."""


class DuplicateDeclaration(AuditError):
    """Two apps say something about personal data under the same key."""


class AnchorFileUnwritable(AuditError):
    """The second place for anchors, a file in the data folder, cannot be written."""


class RoleUnfit(AuditError):
    """The database role of the portal is missing or has more power than grants can take away."""
