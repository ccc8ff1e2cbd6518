"""One friendly reminder before a deadline. Nothing else ever follows from a deadline by itself."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from mailbox.domain.evidence_deadline import reminder_from
from mailbox.domain.evidence_lifecycle import lock_request
from mailbox.domain.evidence_posting import say_to_person
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.enums import UNANSWERED_ITEMS, MessageKind
from mailbox.events import REQUEST_REMINDED
from mailbox.models import EvidenceRequest
from mailbox.selectors.evidence import requests_to_remind_of
from portal.audit.services import record
from portal.cases.models import system_actor
from portal.law.dates import day_of
from portal.ui.formats import format_weekday_date

REMINDER = system_actor("mailbox.reminder")


def remind_of_deadlines(now: datetime.datetime) -> int:
    """Remind of every request whose deadline is near and to which something is missing; returns of how many.

    Once for each request and deadline; not on the day on which it was sent, nor after the deadline, nor of what is on
    its way on paper. Figure: procedure.evidence_request.reminder_days.
    """
    return sum(_remind(request_id, now) for request_id in requests_to_remind_of(day_of(now)))


@transaction.atomic
def _remind(request_id: UUID, now: datetime.datetime) -> bool:
    request, today = lock_request(request_id), day_of(now)
    number = request.items.filter(status__in=UNANSWERED_ITEMS).count()
    if request.deadline is None or request.sent_at is None or request.reminded_at or not request.is_open or not number:
        return False
    if not reminder_from(request.deadline, today) <= today <= request.deadline or day_of(request.sent_at) == today:
        return False
    request.reminded_at = now
    request.save(update_fields=["reminded_at"])
    with override(LANGUAGE):
        say_to_person(
            request,
            actor=REMINDER,
            kind=MessageKind.NOTICE,
            body=_words(request, number, request.deadline),
            key=f"reminder:{request.pk}:{request.deadline.isoformat()}",
        )
    record(REMINDER, REQUEST_REMINDED, subject=request, case_id=request.case_id)
    return True


def _words(request: EvidenceRequest, number: int, deadline: datetime.date) -> str:
    is_asked = request.extensions.filter(decided_at__isnull=True).exists()
    words = ngettext(
        "Eine kleine Erinnerung: Bis %(day)s brauchen wir noch eine Antwort von Ihnen, zu %(number)s Punkt.",
        "Eine kleine Erinnerung: Bis %(day)s brauchen wir noch Antworten von Ihnen, zu %(number)s Punkten.",
        number,
    )
    parts = [words % {"day": format_weekday_date(deadline), "number": number}]
    if is_asked:
        parts.append(_("Sie haben um mehr Zeit gebeten. Darauf antworten wir noch."))
    parts.append(
        _("Haben Sie etwas nicht oder brauchen Sie mehr Zeit? Dann sagen Sie uns das bitte. Auch das ist eine Antwort.")
    )
    parts.append(_("Haben Sie es gerade geschickt? Dann müssen Sie nichts tun."))
    return "\n\n".join(parts)
