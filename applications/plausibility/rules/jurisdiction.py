"""Which jobcenter is responsible (JUR). The offices for a postcode come in with the context."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, listed


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
