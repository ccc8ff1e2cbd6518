"""Delete cases whose time to be kept is over, with everything in them."""

import logging
from datetime import datetime

from django.db import transaction

from applications.selectors.copies import cases_to_erase
from applications.services.discard import erase_applications
from appointments.services import erase_appointments
from mailbox.services import erase_threads
from portal.cases.models import Case, system_actor
from portal.cases.services import erase_case
from portal.documents.services import erase_documents
from portal.submissions.services import erase_submissions

logger = logging.getLogger(__name__)


def erase_ended_cases(*, now: datetime) -> int:
    """Delete the cases whose time is over and whose people were told in time; returns how many.

    Each by itself: one that cannot be deleted holds up no other, and stands in the log by its id.
    """
    erased = 0
    for case in cases_to_erase(now):
        try:
            _erase(case)
        except Exception as error:  # noqa: BLE001 -- whatever it is: the others still go, this one tomorrow
            # The words of a database may quote a row: kind of error and id only.
            logger.error("case %s could not be erased: %s", case.pk, type(error).__name__)  # noqa: TRY400 -- as above
        else:
            erased += 1
    return erased


@transaction.atomic
def _erase(case: Case) -> None:
    """All of it or nothing, in the order in which one thing points to another; a case opened meanwhile stays whole."""
    actor = system_actor("leaving.retention")
    erase_applications(actor=actor, case=case)
    erase_appointments(actor=actor, case=case)
    erase_threads(actor=actor, case=case)
    erase_submissions(actor=actor, case=case)
    erase_documents(actor=actor, case=case)
    erase_case(actor=actor, case=case)
