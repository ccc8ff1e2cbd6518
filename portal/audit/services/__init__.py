"""Writing to the audit trail, forgetting who is behind an actor key, the rights of the portal's database role."""

from portal.audit.services.grants import grant_app_role
from portal.audit.services.recording import current_request_id, record, record_for_cases, request_id, shred_actor

__all__ = ["current_request_id", "grant_app_role", "record", "record_for_cases", "request_id", "shred_actor"]
