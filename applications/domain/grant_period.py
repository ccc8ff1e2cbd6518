"""The life of a grant period: it is renewed by an application, or the person is reminded before it ends."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.models import Application, GrantPeriod
from applications.selectors.grant_period import latest_end_to_remind_of, latest_period
from mailbox.services import post_notice
from portal.cases.models import Person
from portal.law.dates import day_of
from portal.ui.formats import format_date


def note_renewal(application: Application) -> None:
    """Note which period the application asks to go on after; nothing when none was entered. Idempotent."""
    period = latest_period(application.case_id)
    if period is not None:
        period.renewed_by = application
        period.save(update_fields=["renewed_by"])


@transaction.atomic
def remind_of_renewals(now: datetime) -> int:
    """Put a reminder into the postbox of everybody whose period ends soon and who has not asked for more yet.

    Once for each period; an e-mail without contents follows. Returns how many were reminded.
    """
    today = day_of(now)
    ending = (
        GrantPeriod.objects.current()
        .not_renewed()
        .filter(ends_on__gte=today, ends_on__lte=latest_end_to_remind_of(today), reminded_at__isnull=True)
        .select_for_update(skip_locked=True, of=("self",))
    )
    applicants = dict(
        Person.objects.filter(case__in=[period.case_id for period in ending], is_applicant=True).values_list(
            "case", "pk"
        )
    )
    for period in ending:
        period.reminded_at = now
        period.save(update_fields=["reminded_at"])
        with override("de"):
            post_notice(
                case_id=period.case_id,
                person_id=applicants[period.case_id],
                subject=_("Weiterbewilligung"),
                body=_words(period),
                key=f"applications.renewal:{period.pk}",
            )
    return len(ending)


def _words(period: GrantPeriod) -> str:
    return _(
        "Ihr Geld vom Jobcenter ist bis zum %(day)s bewilligt. Damit es ohne Lücke weitergeht, stellen Sie bitte "
        "vorher einen Antrag auf Weiterbewilligung.\n\n"
        "Das geht hier in wenigen Minuten: Wählen Sie „Antrag stellen“, dann „Antrag auf Weiterbewilligung“. "
        "Was Sie uns schon gesagt haben, steht darin. Sie sagen nur, was noch stimmt und was neu ist.\n\n"
        "Der Antrag geht auch ohne das Portal: Ein Satz an uns reicht, zum Beispiel am Telefon oder vor Ort."
    ) % {"day": format_date(period.ends_on)}
