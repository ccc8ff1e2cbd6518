"""Moves without assurance (§ 22(4), (5) SGB II): both ways it can be seen, none decided."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of, partner_of
from applications.claim.model import Claim
from applications.enums import HousingKind, MaritalStatus, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, euro, name_of, number
from portal.law.dates import add_months
from portal.law.need import Level, standard_need

_OWN_PLACE = frozenset({HousingKind.RENTED, HousingKind.SUBLET})


@rule("HOU-13", Severity.WARNING, "§ 22 Abs. 5, § 20 Abs. 3 SGB II", _("Umzug unter 25 ohne Zusicherung"))
def young_person_moved_out(claim: Claim, context: Context) -> Iterator[Hit]:
    """Somebody under the age of § 22(5), unmarried, moved into an own flat without assurance.

    A note where no earlier benefits were stated: then only a move made in order to get benefits matters (S.4).
    """
    person, home = claim.applicant, claim.housing
    age, limit = age_of(person, context.application_date(claim)), context.figure("housing.u25_age", claim)
    if age is None or age >= limit or home.since is None or home.prior_assurance is not False or partner_of(claim):
        return
    if home.kind not in _OWN_PLACE or person.marital_status not in {None, MaritalStatus.SINGLE}:
        return
    start = context.effective_from(claim)
    data = {
        "person": name_of(person),
        "since": day(home.since),
        "limit": number(limit),
        "lower": euro(standard_need(Level.YOUNG_ADULT, start)),
        "full": euro(standard_need(Level.SINGLE, start)),
    }
    yield Hit(
        Text(
            gettext_noop(
                "%(person)s ist unter %(limit)s, seit %(since)s in eigener Wohnung, keine Zusicherung. Ohne Ausnahme: "
                "Regelbedarf %(lower)s, keine Kosten der Unterkunft. Mit Ausnahme (schwerwiegender sozialer Grund, "
                "Arbeit, ähnlicher Grund, § 22 Abs. 5 Satz 2 und 3): Regelbedarf %(full)s und "
                "Unterkunft. Gründe anhören."
            ),
            data,
        ),
        Text(
            gettext_noop(
                "Warum mussten Sie ausziehen? Wichtige Gründe zählen, zum Beispiel Streit, Gewalt oder eine Arbeit. "
                "Schreiben Sie uns bitte, was passiert ist."
            )
        ),
        person.id,
        ("housing.since", "housing.prior_assurance", "housing.reason_for_move"),
        severity=None if person.background.previous_benefit else Severity.INFO,
    )


@rule("HOU-14", Severity.WARNING, "§ 22 Abs. 4, 6 SGB II", _("Neue Wohnung ohne Zusicherung"))
def moved_without_assurance(claim: Claim, context: Context) -> Iterator[Hit]:
    """Moved within the last months without asking first: after a move only the former costs may count."""
    home = claim.housing
    months = int(context.figure("plausibility.housing.recent_move_months", claim))
    if home.prior_assurance is not False or home.since is None or home.kind not in _OWN_PLACE:
        return
    if home.since <= add_months(context.application_date(claim), -months):
        return
    yield Hit(
        Text(
            gettext_noop("Umzug am %(since)s ohne Zusicherung: War sie nötig? Bisherige Kosten und Kaution prüfen."),
            {"since": day(home.since)},
        ),
        Text(gettext_noop("Haben Sie uns vor dem Mietvertrag gefragt? Dann schicken Sie uns bitte den Brief.")),
        claim.applicant.id,
        ("housing.since", "housing.prior_assurance"),
    )
