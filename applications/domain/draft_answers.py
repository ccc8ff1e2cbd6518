"""Writing of answers: the one place where they enter and leave a draft's row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from applications.catalogue.values import Stored
from applications.domain.draft import expiry
from applications.events import DRAFT_EXPIRED
from applications.models import Draft
from applications.selectors.draft import expired_drafts
from portal.audit.services import record
from portal.cases.models import system_actor

# Written out: every save of every page makes this one statement, and to build it by the ORM costs three times its work.
_STORE = """
    UPDATE applications_draft SET answers = %s, version = version + 1, updated_at = %s, expires_at = %s, last_step = %s,
        touched_by_standing_id = %s
    WHERE id = %s AND version = %s AND cleared_at IS NULL
"""


def store_answers(*, draft: Draft, answers: Stored, slug: str, at: datetime, by: UUID | None = None) -> bool:
    """Write the answers if nobody else has written since they were read; says whether. One conditional UPDATE.

    ``by``: the standing of who writes for the person.
    """
    field, until = Draft._meta.get_field("answers"), expiry(at)
    sealed = field.get_db_prep_value(field.seal(draft, answers), connection)
    with connection.cursor() as cursor:
        cursor.execute(_STORE, [sealed, at, until, slug, by, draft.pk, draft.version])
        if not cursor.rowcount:
            return False
    written = {"updated_at": at, "expires_at": until, "last_step": slug, "touched_by_standing_id": by}
    vars(draft).update(written, version=draft.version + 1, answers=answers)
    return True


def put_beside_answers(*, draft: Draft, key: str, value: Any) -> None:
    """Write something that nobody types beside the answers, as the period that runs. The row is locked by the caller.

    It is no saving by anybody: neither the day on which the draft ends nor who saved last changes.
    """
    draft.answers = {**draft.answers, key: value}
    if draft.version:  # 0 says that nobody has saved anything yet
        draft.version += 1  # a page that is being saved at this moment is put into what stands here now
    draft.save(update_fields=["answers", "version"])


def clear_answers(*, draft: Draft, at: datetime) -> None:
    """Remove the answers for good. Call it in the transaction that makes them dispensable."""
    vars(draft).update(answers={}, cleared_at=at)
    draft.save(update_fields=["answers", "cleared_at", "submission", "submitted_at"])


@transaction.atomic
def clear_expired_drafts(*, now: datetime) -> int:
    """Clear the answers of drafts whose time is over; returns how many. Skips what somebody is saving right now."""
    cleared = 0
    for draft in expired_drafts(now).defer("answers").select_for_update(skip_locked=True):
        clear_answers(draft=draft, at=now)
        record(system_actor("drafts.expire"), DRAFT_EXPIRED, subject=draft, case_id=draft.case_id)
        cleared += 1
    return cleared
