"""What comes to its end by itself: copies, last addresses, what was never sent, cases whose time is over."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from appointments.services import discard_appointments
from mailbox.selectors import files_of_postbox
from mailbox.services import discard_old_contacts, discard_old_piles, discard_threads
from portal.cases.models import system_actor
from portal.cases.services import forget_case
from portal.documents.services import discard_unsent_documents
from portal.law.parameter import whole
from portal.leaving.domain.announcing import forget_old_addresses
from portal.leaving.domain.data_copy import delete_expired_copies
from portal.leaving.domain.erasing import erase_ended_cases
from portal.leaving.selectors.leftovers import cases_with_stale_files, empty_cases

DRAFT_DAYS = "retention.unsubmitted_draft_days"


def tidy_up(*, now: datetime) -> None:
    """Delete what is over. Each kind by itself: what goes wrong with one holds up no other for more than an hour."""
    delete_expired_copies(now=now)
    forget_old_addresses(now=now)
    discard_old_contacts(now=now)
    discard_old_piles(now=now)
    forget_leftovers(now=now)
    erase_ended_cases(now=now)


def forget_leftovers(*, now: datetime) -> int:
    """Delete stale files that were never sent, and cases left with nothing in them; returns how many of both.

    Guests and people who never came back are forgotten like this. The drafts themselves expire before.
    """
    limit = now - timedelta(days=whole(DRAFT_DAYS, timezone.localdate(now)))
    actor = system_actor("leaving.tidying")
    forgotten = 0
    for case_id in cases_with_stale_files(limit):
        forgotten += discard_unsent_documents(actor=actor, case_ids=[case_id], spared=files_of_postbox([case_id]))
    for case in empty_cases(limit):
        with transaction.atomic():
            discard_threads(actor=actor, case=case)
            discard_appointments(actor=actor, case=case)
            forgotten += forget_case(actor=actor, case=case)
    return forgotten
