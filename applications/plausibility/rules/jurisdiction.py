"""Which jobcenter is responsible (JUR). The offices for a postcode come in with the context."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, listed
from portal.law.dates import add_months


@rule("JUR-01", Severity.BLOCKER, "§ 36 SGB II, § 16 Abs. 2 SGB I", _("Anderes Jobcenter zuständig"), any_form=True)
def other_jobcenter(claim: Claim, context: Context) -> Iterator[Hit]:
    """The postcode belongs to exactly one other jobcenter: forward today, the date of receipt stays."""
    offices, own = context.responsible_offices, context.local.jobcenter_name
    if len(offices) != 1 or not own or own in offices or not claim.housing.postcode:
        return
    data = {"office": offices[0], "date": day(context.application_date(claim))}
    yield Hit(
        Text(
            gettext_noop(
                "Die Postleitzahl gehört zu %(office)s. Bitte heute weiterleiten; das Eingangsdatum %(date)s bleibt."
            ),
            data,
        ),
        Text(
            gettext_noop(
                "Für Ihre Adresse ist %(office)s zuständig. Wir geben Ihren Antrag weiter. Das Datum %(date)s bleibt."
            ),
            data,
        ),
        refs=("housing.postcode",),
    )


@rule("JUR-02", Severity.WARNING, "§ 36 SGB II", _("Postleitzahl mit mehreren Jobcentern"), any_form=True)
def several_jobcenters(claim: Claim, context: Context) -> Iterator[Hit]:
    """The postcode belongs to more than one jobcenter."""
    if len(context.responsible_offices) < 2 or not claim.housing.postcode:  # noqa: PLR2004 -- more than one
        return
    offices = {"offices": listed(context.responsible_offices)}
    yield Hit(
        Text(gettext_noop("Möglich sind: %(offices)s. Bitte nach Gemeinde oder Straße wählen."), offices),
        Text(
            gettext_noop("Für Ihre Postleitzahl gibt es mehrere Jobcenter. In welcher Gemeinde wohnen Sie?"),
        ),
        refs=("housing.postcode", "housing.city"),
    )


@rule("JUR-03", Severity.WARNING, "§§ 36, 37 SGB II", _("Anderes Jobcenter zahlt noch"))
def other_office_pays(claim: Claim, context: Context) -> Iterator[Hit]:
    """Benefits of another office run into the time that is applied for."""
    start = context.effective_from(claim)
    for person in claim.persons:
        earlier = person.background
        if (
            not earlier.previous_benefit
            or earlier.previous_benefit_until is None
            or earlier.previous_benefit_until < start
        ):
            continue
        data = {"office": earlier.previous_benefit_office or "–", "until": day(earlier.previous_benefit_until)}
        yield Hit(
            Text(
                gettext_noop(
                    "Leistung von %(office)s bis %(until)s angegeben: Ende dort erfragen, nicht doppelt zahlen."
                ),
                data,
            ),
            Text(
                gettext_noop("Bekommen Sie bis zum %(until)s noch Geld von %(office)s? Wir sprechen uns mit dort ab."),
                data,
            ),
            person.id,
            (f"persons[{person.id}].background.previous_benefit_until",),
        )


@rule("JUR-04", Severity.INFO, "§ 22 Abs. 4, § 36 SGB II", _("Umzug vor kurzer Zeit"))
def moved_recently(claim: Claim, context: Context) -> Iterator[Hit]:
    """A move within the last months: the office responsible may have changed on that day."""
    since = claim.housing.since
    months = int(context.figure("plausibility.housing.recent_move_months", claim))
    if since is None or since <= add_months(context.application_date(claim), -months):
        return
    yield Hit(
        Text(
            gettext_noop("Wohnt dort erst seit %(since)s: Zuständigkeit und Zusicherung prüfen."), {"since": day(since)}
        ),
        None,
        refs=("housing.since",),
    )
