"""Trips for which consent is asked (ELI-15)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, number

DAYS_PER_WEEK = 7
_KEY = "absence.without_important_reason_weeks_per_year"


@rule("ELI-15", Severity.INFO, "§ 7b SGB II", _("Ortsabwesenheit geplant"), before_sending=True, any_form=True)
def absence_planned(claim: Claim, context: Context) -> Iterator[Hit]:
    """How long somebody wants to be away; a question only where it is longer than what needs no important reason."""
    own = claim.absence
    if own is None or own.leaves_on is None or own.returns_on is None or own.returns_on < own.leaves_on:
        return
    days = (own.returns_on - own.leaves_on).days + 1
    weeks = context.figure(_KEY, claim, on=own.leaves_on)
    data = {"from": day(own.leaves_on), "until": day(own.returns_on), "days": number(days), "weeks": number(weeks)}
    is_long = days > weeks * DAYS_PER_WEEK
    has_begun = own.leaves_on <= context.application_date(claim)
    yield Hit(
        Text(_BEGUN if has_begun else _PLANNED, data),
        Text(_LONG, data) if is_long and own.reason is None else None,
        claim.applicant.id,
        ("absence.leaves_on", "absence.returns_on"),
        Severity.WARNING if has_begun or is_long else None,
    )


_PLANNED = gettext_noop(
    "Ortsabwesenheit vom %(from)s bis %(until)s: %(days)s Tage. Ohne wichtigen Grund höchstens %(weeks)s Wochen im "
    "Kalenderjahr. Bitte vor dem ersten Tag antworten."
)
_BEGUN = gettext_noop(
    "Ortsabwesenheit vom %(from)s bis %(until)s: %(days)s Tage. Der erste Tag ist schon da: bitte gleich anrufen. Ohne "
    "wichtigen Grund höchstens %(weeks)s Wochen im Kalenderjahr."
)
_LONG = gettext_noop(
    "Sie möchten länger als %(weeks)s Wochen weg sein. Gibt es einen wichtigen Grund? Dann schreiben Sie ihn dazu."
)
