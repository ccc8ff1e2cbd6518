"""Tell people before their copies go with the case (§ 36a(2b) SGB I)."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.models import Application
from applications.selectors.copies import cases_with_copies_ending
from mailbox.services import post_notice
from portal.law.dates import day_of
from portal.law.retention import last_day_of_copy
from portal.ui.formats import format_date


def remind_of_copies(now: datetime) -> int:
    """Put a notice into the postbox of everybody whose copies will soon go with the case; returns how many were told.

    Once for each application and end: a case that was opened and ended again has another one. An e-mail without
    contents follows. Nothing is deleted that was not told of (`last_day_of_copy`). Figure: retention.copy_notice_weeks.
    """
    return sum(_tell(case_id, now) for case_id in cases_with_copies_ending(day_of(now)))


@transaction.atomic
def _tell(case_id: UUID, now: datetime) -> int:
    """Tell every person of a case of all that she has sent, in one message; returns how many persons."""
    sent = Application.objects.filter(case_id=case_id).select_for_update(of=("self",))
    by_person = attrgetter("person_id")
    untold = [
        application
        for application in sent.select_related("case", "submission").order_by("person", "received_at", "id")
        if not _is_told(application)
    ]
    persons = [list(own) for _person, own in groupby(untold, key=by_person)]
    for own in persons:
        _tell_person(own, now)
    return len(persons)


def _is_told(application: Application) -> bool:
    """Whether the case goes on, or the person was told since it ended."""
    ended_at, told_at = application.case.closed_at, application.copy_told_at
    return ended_at is None or (told_at is not None and told_at >= ended_at)


def _tell_person(sent: Sequence[Application], now: datetime) -> None:
    first, ended_at = sent[0], sent[0].case.closed_at
    if ended_at is None:
        return
    until = last_day_of_copy(ended_on=day_of(ended_at), told_until=None, today=day_of(now))
    with override("de"):
        post_notice(
            case_id=first.case_id,
            person_id=first.person_id,
            subject=_("Laden Sie Ihre Kopie herunter"),
            body=_words(sent, until),
            key=f"applications.copy:{first.pk}:{until.isoformat()}",
        )
    for application in sent:
        application.copy_told_at, application.copy_told_until = now, until
        application.save(update_fields=["copy_told_at", "copy_told_until"])


def _words(sent: Sequence[Application], until: date) -> str:
    what = "\n".join(
        _("– %(title)s, eingegangen am %(day)s (Vorgangsnummer %(reference)s)")
        % {
            "title": application.submission.title,
            "day": format_date(application.received_at),
            "reference": application.submission.reference,
        }
        for application in sent
    )
    return _(
        "Ihr Fall beim Jobcenter ist beendet. Was Sie uns geschickt haben, bleibt hier noch bis zum %(day)s. Danach "
        "löschen wir alles, auch Ihre Kopien und die Eingangsbestätigungen.\n\nMöchten Sie etwas behalten? Dann laden "
        "Sie es vorher herunter: Gehen Sie auf „Antrag stellen“. Wählen Sie dort unter „Abgeschickt“ den Vorgang und "
        "dann „Kopie Ihrer Angaben (PDF)“.\n\nDas ist bis dahin noch da:\n%(what)s\n\nBrauchen Sie nichts davon? Dann "
        "müssen Sie nichts tun."
    ) % {"day": format_date(until), "what": what}
