"""Application, time, urgency and unknown figures (APP, PROC, PAR)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, month
from portal.law.parameter import find
from portal.ui.formats import format_moment


@rule("APP-01", Severity.INFO, "§ 37 Abs. 2 SGB II", _("Ab wann der Antrag zählt"), any_form=True)
def application_counts_from(claim: Claim, context: Context) -> Iterator[Hit]:
    """Every application for benefits to live on: the day it counts from, and when it was received."""
    if not claim.counts_from_first:
        return
    start = day(context.effective_from(claim) if claim.renewal is None else context.grant_start(claim))
    received = context.received_at or claim.submitted_at
    if received is None:
        words = Text(gettext_noop("Der Antrag wirkt ab dem %(start)s."), {"start": start})
    else:
        words = Text(
            gettext_noop("Der Antrag wirkt ab dem %(start)s. Eingegangen über das Portal am %(received)s."),
            {"start": start, "received": format_moment(received)},
        )
    told = Text(gettext_noop("Ihr Antrag zählt ab dem %(start)s."), {"start": start})
    yield Hit(words, told, refs=("application_date",))


@rule("APP-02", Severity.WARNING, "§ 37 Abs. 2 Satz 1 SGB II", _("Früherer Beginn gewünscht"), before_sending=True)
def wished_start_too_early(claim: Claim, context: Context) -> Iterator[Hit]:
    """The wished start lies before the day the application counts from."""
    start = context.effective_from(claim)
    if claim.wished_start is None or claim.wished_start >= start:
        return
    data = {"wished": day(claim.wished_start), "start": day(start)}
    yield Hit(
        Text(gettext_noop("Gewünscht ab %(wished)s, der Antrag wirkt ab %(start)s. Gab es früher Kontakt?"), data),
        Text(
            gettext_noop(
                "Ihr Antrag zählt ab dem %(start)s. Sie wünschen Leistungen schon ab dem %(wished)s. Haben Sie uns "
                "schon vorher gefragt, zum Beispiel per E-Mail, am Telefon oder im Jobcenter?"
            ),
            data,
        ),
        refs=("wished_start",),
    )


@rule(
    "PROC-01",
    Severity.BLOCKER,
    "§ 42 SGB I, § 24 Abs. 1, § 41a SGB II",
    _("Kein Geld für Essen oder Miete"),
    any_form=True,
)
def no_money_now(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The claimant said that there is no money for food: somebody has to act today."""
    if claim.urgency.no_money_for_food is not True:
        return
    yield Hit(
        Text(
            gettext_noop(
                "Eilfall, heute bearbeiten: Vorschuss, vorläufige Entscheidung, Darlehen oder Gutschein prüfen."
            )
        ),
        Text(
            gettext_noop(
                "Sie haben gesagt, dass Sie kein Geld mehr haben. Bitte rufen Sie uns heute an oder kommen Sie vorbei."
            )
        ),
        refs=("urgency.no_money_for_food",),
    )


@rule("PAR-01", Severity.INFO, "§ 20 Abs. 1a SGB II", _("Regelbedarf noch nicht bekannt"), version=2)
def standard_need_unknown(claim: Claim, context: Context) -> Iterator[Hit]:
    """Months of the presumed grant period have no standard need yet; staff choose how to decide until there is one.

    A note and no blocker: until the figures are published it is true of every application alike, so as an alarm it
    would only hide the others. Nothing waits for it here either: the portal computes no grant.
    """
    unknown = [start for start in context.grant_months(claim) if find("standard_need.rbs1", start) is None]
    if not unknown:
        return
    first = {"month": month(unknown[0])}
    yield Hit(
        Text(
            gettext_noop(
                "Ab %(month)s ist kein Regelbedarf hinterlegt. Bis dahin bewilligen oder mit heutigen Beträgen und "
                "einer späteren Änderung: bitte entscheiden."
            ),
            first,
        ),
        Text(
            gettext_noop(
                "Ab %(month)s gelten vielleicht neue Beträge. Wir passen sie von selbst an. Sie müssen nichts tun."
            ),
            first,
        ),
        refs=("application_date",),
    )
