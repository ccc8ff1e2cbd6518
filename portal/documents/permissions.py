"""Who may do what with documents."""

from uuid import UUID

from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.documents.models import Document


def may_upload(actor: Actor, case_id: UUID) -> bool:
    """Whoever has the scope for the case, and the portal itself."""
    return actor.is_system or actor.may(Scope.UPLOAD, case_id)


def may_remove(actor: Actor, document: Document) -> bool:
    """As for uploading; staff never remove what a person has uploaded."""
    return may_upload(actor, document.case_id)
