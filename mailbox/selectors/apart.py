"""What is uploaded for the postbox and not sent yet: it belongs to no application and stays when one goes."""

from collections.abc import Collection
from uuid import UUID

from mailbox.selectors.draft import apart_from_messages, files_of_drafts
from mailbox.selectors.evidence_papers import apart_from_answers, files_of_answers
from portal.documents.models.document import DocumentQuerySet


def apart_from_postbox(documents: DocumentQuerySet) -> DocumentQuerySet:
    """Leave out the files of messages and answers that somebody is writing. No query of its own."""
    return apart_from_answers(apart_from_messages(documents))


def files_of_postbox(case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Ids of all these files in these cases, with their parts and wholes."""
    return files_of_drafts(case_ids) | files_of_answers(case_ids)
