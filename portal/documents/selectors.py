"""Reads of documents; each starts from what the actor may see. And how the virus scanner was when last seen."""

from typing import Final
from uuid import UUID

from django.core.cache import cache

from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to
from portal.documents.enums import DocumentStatus, ScannerState
from portal.documents.models import Document
from portal.documents.models.document import DocumentQuerySet

SCANNER_SEEN: Final = "documents:scanner"  # in the cache; written by domain.scanner_watch


def documents_visible_to(actor: Actor) -> DocumentQuerySet:
    """Documents that are there, newest first: staff those of their cases, others those of cases they fill in or read.

    A standing that only allows to upload does not show what others have uploaded.
    """
    documents = Document.objects.present().select_related("stored", "clean")
    if actor.is_citizen:
        readable = actor.case_ids_with(Scope.FILL_IN) | actor.case_ids_with(Scope.READ_POSTBOX)
        return documents.filter(case_id__in=readable)
    return documents.filter(case__in=cases_visible_to(actor))


def usable_documents(actor: Actor, *, case_id: UUID) -> DocumentQuerySet:
    """Of the waiting documents those that something can be made of, or may still."""
    return waiting_documents(actor, case_id=case_id).exclude(status=DocumentStatus.REFUSED)


def waiting_documents(actor: Actor, *, case_id: UUID) -> DocumentQuerySet:
    """Visible documents of one case that are not part of anything sent yet; joined ones without their parts."""
    return documents_visible_to(actor).whole().filter(case_id=case_id, handed_in_at__isnull=True)


def scanner_state() -> ScannerState:
    """What the document workers saw when they last looked, at most some minutes ago; AWAY when none of them looks."""
    return ScannerState(cache.get(SCANNER_SEEN, ScannerState.AWAY.value))
