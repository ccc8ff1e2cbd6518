"""Housing and heating (HOU)."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from applications.claim.household import presumed_unit
from applications.claim.model import Claim, Housing
from applications.enums import HousingKind, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, euro, number
from portal.law.money import ZERO, rounded


@rule("HOU-01", Severity.ERROR, "§ 22 SGB II", _("Summe der Wohnkosten"), before_sending=True)
def rent_sum(claim: Claim, context: Context) -> Iterator[Hit]:
    """Base rent, operating and heating costs do not add up to the total that was stated."""
    home = claim.housing
    cold, heating, stated = home.gross_cold_rent, home.heating_costs, home.total_stated
    if cold is None or heating is None or stated is None:
        return
    total = cold + heating + (home.other_costs or ZERO)
    if abs(total - stated) <= context.figure("plausibility.amount_tolerance", claim):
        return
    data = {"sum": euro(total), "stated": euro(stated)}
    yield Hit(
        Text(gettext_noop("Einzelne Wohnkosten zusammen %(sum)s, angegebene Summe %(stated)s."), data),
        Text(gettext_noop("Ihre einzelnen Wohnkosten ergeben %(sum)s. Als Summe steht %(stated)s. Was stimmt?"), data),
        refs=("housing.base_rent", "housing.operating_costs", "housing.heating_costs", "housing.total_stated"),
    )


@rule("HOU-03", Severity.INFO, "§ 22 Abs. 1 Satz 2–5 SGB II", _("Karenzzeit für die Wohnkosten"))
def waiting_period(claim: Claim, context: Context) -> Iterator[Hit]:
    """Always, where housing costs are asked for: how long actual costs hold, as far as earlier benefits are known."""
    if claim.housing.has_costs is False or claim.housing.kind == HousingKind.NONE:
        return
    months = context.figure("housing.waiting_period_months", claim)
    earlier = claim.applicant.background
    if earlier.previous_benefit:
        office = earlier.previous_benefit_office or gettext("ohne Angabe der Stelle")
        data = {"months": number(months), "office": office}
        words = gettext_noop(
            "Karenzzeit %(months)s Monate ab dem ersten Leistungsmonat. Früherer Bezug angegeben (%(office)s): "
            "schon verbrauchte Monate dort erfragen."
        )
    else:
        data = {"months": number(months), "start": day(context.grant_start(claim))}
        words = gettext_noop(
            "Karenzzeit %(months)s Monate. Kein früherer Bezug angegeben: Beginn %(start)s. Bezug seit 2023 prüfen."
        )
    yield Hit(Text(words, data), refs=("housing",))


@rule("HOU-04", Severity.INFO, "§ 22 Abs. 1 SGB II", _("Miete über dem örtlichen Wert"))
def above_local_limit(claim: Claim, context: Context) -> Iterator[Hit]:
    """The gross cold rent is above the local limit: information in the waiting period, a look at it afterwards."""
    heads = claim.housing.persons_in_dwelling or len(presumed_unit(claim, context.application_date(claim)))
    rent, limit = claim.housing.gross_cold_rent, context.local.housing_limit(heads)
    if rent is None or limit is None or rent <= limit:
        return
    data = {"rent": euro(rent), "limit": euro(limit), "heads": number(heads)}
    yield Hit(
        Text(gettext_noop("Bruttokaltmiete %(rent)s, örtlicher Wert für %(heads)s Personen: %(limit)s."), data),
        None,
        refs=("housing.base_rent", "housing.operating_costs"),
        severity=Severity.WARNING if context.in_housing_waiting_period is False else Severity.INFO,
    )


@rule("HOU-08", Severity.WARNING, "§ 60 SGB I", _("Größe und Miete der Wohnung"), before_sending=True)
def unusual_size(claim: Claim, context: Context) -> Iterator[Hit]:
    """Price or area far from what there is: probably a slip of the pen."""
    home = claim.housing
    if not home.area_total or home.area_total < ZERO:
        return
    area, rent = home.area_total, home.base_rent
    price = rounded(rent / area) if rent and home.kind == HousingKind.RENTED else None
    per_head = rounded(area / home.persons_in_dwelling) if home.persons_in_dwelling else None
    strange = _outside(price, "price_per_m2", context, claim) or _outside(per_head, "area_per_person", context, claim)
    if not strange:
        return
    data = {"area": number(area), "rent": euro(rent) if rent is not None else "–"}
    yield Hit(
        Text(gettext_noop("Ungewöhnlich: %(area)s m² und Grundmiete %(rent)s. Tippfehler?"), data),
        Text(gettext_noop("Ihre Wohnung hat %(area)s m² und kostet %(rent)s Kaltmiete. Stimmt beides?"), data),
        refs=("housing.area_total", "housing.base_rent"),
    )


def _outside(value: Decimal | None, name: str, context: Context, claim: Claim) -> bool:
    """Whether a known value lies outside its pair of thresholds."""
    if value is None:
        return False
    key = f"plausibility.housing.{name}"
    return not context.figure(f"{key}_min", claim) <= value <= context.figure(f"{key}_max", claim)


@rule("HOU-15", Severity.ERROR, "§ 21 Abs. 7, § 22 SGB II", _("Warmwasser doppelt oder gar nicht"), before_sending=True)
def hot_water_twice(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Hot water both from the dwelling and in the heating costs, or from neither."""
    decentral, central = claim.housing.hot_water_decentral, claim.housing.hot_water_in_heating
    if decentral is None or central is None or decentral != central:
        return
    if decentral:
        words = gettext_noop("Warmwasser in der Wohnung erzeugt und zugleich in den Heizkosten angegeben.")
    else:
        words = gettext_noop("Warmwasser weder in der Wohnung erzeugt noch in den Heizkosten angegeben.")
    yield Hit(
        Text(words),
        Text(gettext_noop("Wie wird Ihr Wasser warm: durch die Heizung im Haus oder durch ein Gerät in der Wohnung?")),
        refs=("housing.hot_water_decentral", "housing.hot_water_in_heating"),
    )


@rule("HOU-16", Severity.FAVOUR, "§ 21 Abs. 7 SGB II", _("Mehrbedarf für Warmwasser möglich"), before_sending=True)
def hot_water_need_not_asked(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Hot water is made in the dwelling and the need for it was not asked for."""
    home: Housing = claim.housing
    if home.hot_water_decentral is not True or home.hot_water_in_heating is True or home.hot_water_need_asked is True:
        return
    yield Hit(
        Text(gettext_noop("Warmwasser dezentral: Mehrbedarf für jede Person der Bedarfsgemeinschaft prüfen.")),
        Text(gettext_noop("Weil Ihr Wasser in der Wohnung erwärmt wird, können Sie vielleicht mehr Geld bekommen.")),
        refs=("housing.hot_water_decentral",),
    )


@rule("HOU-19", Severity.WARNING, "§ 22 Abs. 1 SGB II", _("Tilgung in den Kosten des Eigentums"))
def principal_repaid(claim: Claim, _context: Context) -> Iterator[Hit]:
    """An owner repays principal: as a rule that is no housing cost, so interest and repayment have to be told apart."""
    home = claim.housing
    if home.kind != HousingKind.OWNED or not home.loan_principal:
        return
    yield Hit(
        Text(
            gettext_noop("Tilgung %(amount)s im Monat angegeben: in der Regel nicht anzuerkennen, von Zinsen trennen."),
            {"amount": euro(home.loan_principal)},
        ),
        None,
        refs=("housing.loan_principal",),
    )


@rule("HOU-20", Severity.BLOCKER, "§ 22 Abs. 8 SGB II", _("Wohnung oder Energie in Gefahr"), any_form=True)
def home_in_danger(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Arrears, termination, eviction or an energy cut: somebody has to act today."""
    home, urgency = claim.housing, claim.urgency
    dangers = {
        "housing.arrears": home.arrears,
        "housing.eviction_threat": home.eviction_threat,
        "housing.energy_cut_threat": home.energy_cut_threat,
        "urgency.housing_threat": urgency.housing_threat,
        "urgency.energy_threat": urgency.energy_threat,
    }
    refs = tuple(path for path, said in dangers.items() if said is True)
    if not refs:
        return
    yield Hit(
        Text(gettext_noop("Eilfall, heute bearbeiten: Schulden, Kündigung oder Sperre. Darlehen prüfen.")),
        Text(gettext_noop("Bitte rufen Sie uns heute an und schicken Sie uns den Brief vom Vermieter oder Versorger.")),
        refs=refs,
    )
