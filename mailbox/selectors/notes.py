"""Reads of internal notes and of the steps of conversations: for staff alone."""

from uuid import UUID

from django.db.models import QuerySet

from mailbox.models import Note, Thread, ThreadStep
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to


def notes_of_case(actor: Actor, case_id: UUID) -> QuerySet[Note]:
    """Return the notes of a case with their authors, newest first; none for everybody but staff."""
    if not actor.is_staff:
        return Note.objects.none()
    return Note.objects.filter(case_id=case_id, case__in=cases_visible_to(actor)).select_related("author")


def steps_of(thread: Thread) -> QuerySet[ThreadStep]:
    """Return what the office did with the conversation, newest first, with names."""
    return thread.steps.select_related("membership", "from_team", "to_team").order_by("-at", "-pk")
