"""The grant period and what follows it: renewals (APP-08 to APP-11)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Assets, Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, number
from portal.law.dates import MONTHS_PER_YEAR, add_months, month_start
from portal.law.parameter import parameter


@rule("APP-08", Severity.WARNING, "§ 41 Abs. 3 SGB II", _("Für diese Zeit ist schon bewilligt"), before_sending=True)
def already_granted(claim: Claim, context: Context) -> Iterator[Hit]:
    """A first application for a time that lies in the period that runs: rather a renewal or a change."""
    period = context.grant_period
    if period is None or claim.renewal is not None or not claim.counts_from_first:
        return
    if context.grant_start(claim) > period.ends_on:
        return
    data = {"until": day(period.ends_on)}
    yield Hit(
        Text(gettext_noop("Bewilligt bis %(until)s: Weiterbewilligung oder Veränderung gemeint?"), data),
        Text(
            gettext_noop(
                "Ihr Geld ist schon bis zum %(until)s bewilligt. Möchten Sie eine Änderung melden oder danach weiter "
                "Geld beantragen? Dafür gibt es kürzere Formulare."
            ),
            data,
        ),
        refs=("application_date",),
    )


@rule("APP-09", Severity.WARNING, "§ 37 Abs. 2 SGB II", _("Lücke vor der Weiterbewilligung"), before_sending=True)
def renewal_with_gap(claim: Claim, context: Context) -> Iterator[Hit]:
    """The renewal comes so late that months between the old period and its first day stay without money."""
    period = context.grant_period
    if period is None or claim.renewal is None:
        return
    start, ended = context.grant_start(claim), month_start(period.ends_on)
    gap = (start.year - ended.year) * MONTHS_PER_YEAR + start.month - ended.month - 1
    if gap <= 0:
        return
    data = {"until": day(period.ends_on), "start": day(start), "months": number(gap)}
    yield Hit(
        Text(
            gettext_noop(
                "Bewilligt war bis %(until)s, der Antrag wirkt ab %(start)s. Ganze Monate ohne Leistung: %(months)s. "
                "Gab es früher Kontakt?"
            ),
            data,
        ),
        Text(
            gettext_noop(
                "Ihr Geld war bis zum %(until)s bewilligt. Mit diesem Antrag kann es ab dem %(start)s weitergehen. "
                "Haben Sie uns schon vorher geschrieben oder gefragt? Dann sagen Sie uns das bitte."
            ),
            data,
        ),
        refs=("renewal",),
    )


@rule("APP-10", Severity.INFO, "§ 41 SGB II", _("Weiterbewilligung früh beantragt"))
def renewal_early(claim: Claim, context: Context) -> Iterator[Hit]:
    """The renewal comes long before the period ends: what counts then is not known yet."""
    period = context.grant_period
    if period is None or claim.renewal is None:
        return
    months = int(context.figure("procedure.wba_early_months", claim))
    if context.application_date(claim) >= add_months(period.ends_on, -months):
        return
    data = {"until": day(period.ends_on), "months": number(months)}
    yield Hit(
        Text(
            gettext_noop(
                "Mehr als %(months)s Monate vor dem Ende (%(until)s) beantragt: Angaben kurz vorher noch einmal prüfen."
            ),
            data,
        ),
        Text(
            gettext_noop(
                "Ihr Antrag ist da. Wir entscheiden erst kurz vor dem %(until)s. Ändert sich bis dahin etwas, sagen "
                "Sie es uns bitte."
            ),
            data,
        ),
        refs=("renewal",),
    )


@rule("APP-11", Severity.ERROR, "§§ 12, 65a Abs. 1 SGB II", _("Vermögen nach neuem Recht"), before_sending=True)
def assets_under_new_law(claim: Claim, context: Context) -> Iterator[Hit]:
    """The first renewal for a period under new law on assets, and nothing is said about them.

    Without an entered period nobody knows whether this is the first one.
    """
    period = context.grant_period
    if period is None or claim.renewal is None or claim.assets != Assets():
        return
    start = context.grant_start(claim)
    law = parameter("assets.regime", start)
    if period.starts_on >= law.valid_from:
        return
    data = {"start": day(start), "since": day(law.valid_from)}
    yield Hit(
        Text(
            gettext_noop(
                "Neuer Zeitraum ab %(start)s, der erste nach dem Recht seit %(since)s: Anlage VM fehlt. Freibeträge "
                "sind neu zu prüfen."
            ),
            data,
        ),
        Text(gettext_noop("Für Vermögen gilt neues Recht. Bitte füllen Sie den Abschnitt „Vermögen“ noch aus."), data),
        refs=("assets",),
    )
