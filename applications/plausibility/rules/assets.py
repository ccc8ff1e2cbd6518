"""Assets (AST). The start of the grant period picks the law (§ 65a(1) SGB II)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import is_employable_age, presumed_unit
from applications.claim.model import Claim, Person, Vehicle
from applications.enums import AssetKind, DwellingKind, HousingKind, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, euro, listed, month, name_of, number
from portal.law.assets import asset_allowance, is_by_age, steps_reached
from portal.law.dates import MONTHS_PER_YEAR, add_months
from portal.law.money import ZERO

_HEADS_IN_THE_LIMIT = 4  # the size is for up to four people


def _allowances(claim: Claim, context: Context) -> dict[str, Decimal] | None:
    """Allowance by person of the presumed Bedarfsgemeinschaft, or None while a birth date is missing."""
    start = context.grant_start(claim)
    unit = presumed_unit(claim, start)
    dates = {person.id: person.birth_date for person in unit if person.birth_date is not None}
    if len(dates) < len(unit):
        return None
    return {person_id: asset_allowance(born, start, start) for person_id, born in dates.items()}


@rule("AST-01", Severity.INFO, "§§ 12, 65a SGB II", _("Freibeträge für Vermögen"))
def allowances(claim: Claim, context: Context) -> Iterator[Hit]:
    """Always: which law holds and which allowances follow from it."""
    start = context.grant_start(claim)
    found = _allowances(claim, context)
    if found is None:
        yield Hit(Text(gettext_noop("Freibeträge nicht zu berechnen: ein Geburtsdatum fehlt.")), refs=("assets",))
        return
    data = {
        "persons": listed(f"{name_of(claim.person(person))} {euro(amount)}" for person, amount in found.items()),
        "total": euro(sum(found.values(), ZERO)),
        "start": day(start),
    }
    if is_by_age(start):
        words = Text(gettext_noop("Freibeträge nach Alter (Beginn %(start)s): %(persons)s. Summe %(total)s."), data)
    else:
        words = Text(gettext_noop("Altes Recht (Beginn %(start)s): %(persons)s. Summe %(total)s."), data)
    yield Hit(words, refs=("assets",))


@rule("AST-03", Severity.WARNING, "§ 12 Abs. 2 SGB II", _("Vermögen über den Freibeträgen"))
def above_allowances(claim: Claim, context: Context) -> Iterator[Hit]:
    """The countable assets of the Bedarfsgemeinschaft are above the sum of its allowances."""
    found = _allowances(claim, context)
    if found is None:
        return
    countable, allowed = _countable(claim, set(found), context.grant_start(claim)), sum(found.values(), ZERO)
    if countable <= allowed:
        return
    data = {"assets": euro(countable), "allowed": euro(allowed), "excess": euro(countable - allowed)}
    yield Hit(
        Text(
            gettext_noop(
                "Vermögen %(assets)s, Freibeträge %(allowed)s, darüber %(excess)s. Verwertbarkeit, Härte und Darlehen "
                "(§ 24 Abs. 5) prüfen."
            ),
            data,
        ),
        Text(gettext_noop("Wir müssen Ihre Angaben zum Vermögen genauer ansehen. Sie müssen jetzt nichts tun.")),
        refs=("assets",),
    )


def _countable(claim: Claim, unit: set[str], on: date) -> Decimal:
    """What counts as assets by the answers: no old-age provision, no car within the one per employable person.

    Which car is protected is for staff to decide; here the most valuable ones are left out, in the claimant's favour.
    """
    money = [
        item.value
        for item in claim.assets.items
        if item.person_id in unit and not item.for_old_age and item.kind != AssetKind.OLD_AGE_PROVISION
    ]
    cars = sorted((car.value or ZERO for car in claim.assets.vehicles if car.person_id in unit), reverse=True)
    land = [
        max(ZERO, estate.value - (estate.mortgage or ZERO))
        for estate in claim.assets.real_estate
        if estate.person_id in unit and estate.lived_in is False and estate.value is not None
    ]
    protected = len([person for person in claim.persons if person.id in unit and _is_employable(person, on)])
    return sum((value for value in [*money, *cars[protected:], *land] if value is not None), ZERO)


def _is_employable(person: Person, on: date) -> bool:
    """Of working age and not said to be unfit for work (§ 8)."""
    return is_employable_age(person, on) and person.fit_for_work is not False


@rule("AST-05", Severity.INFO, "§ 12 Abs. 2 Satz 2 SGB II", _("Freibetrag steigt"))
def allowance_rises(claim: Claim, context: Context) -> Iterator[Hit]:
    """Somebody reaches the next age step of the allowance inside the grant period."""
    start = context.grant_start(claim)
    for person in presumed_unit(claim, start):
        if person.birth_date is None:
            continue
        for begins, age in steps_reached(person.birth_date, context.grant_months(claim), start):
            data = {"person": name_of(person), "age": number(age), "month": month(begins)}
            yield Hit(
                Text(gettext_noop("%(person)s wird %(age)s: höherer Freibetrag ab %(month)s."), data),
                None,
                person.id,
                (f"persons[{person.id}].birth_date",),
            )


@rule("AST-06", Severity.WARNING, "§ 12 Abs. 1 Satz 2 Nr. 2 SGB II", _("Fahrzeuge"))
def cars(claim: Claim, context: Context) -> Iterator[Hit]:
    """More cars than employable persons, or a car above the guideline value."""
    on = context.application_date(claim)
    guideline = context.figure("assets.car.value_guideline", claim)
    employable = [person for person in presumed_unit(claim, on) if _is_employable(person, on)]
    vehicles = claim.assets.vehicles
    if len(vehicles) > len(employable):
        data = {"cars": number(len(vehicles)), "persons": number(len(employable))}
        yield Hit(
            Text(gettext_noop("%(cars)s Fahrzeuge, %(persons)s erwerbsfähige Personen."), data),
            Text(gettext_noop("Sie haben %(cars)s Fahrzeuge angegeben. Wer nutzt welches Fahrzeug?"), data),
            refs=tuple(f"assets.vehicles[{car.id}]" for car in vehicles),
        )
    for car in vehicles:
        if car.value is not None and car.value > guideline:
            yield _expensive(car, guideline)


def _expensive(car: Vehicle, guideline: Decimal) -> Hit:
    """The hit for one car above the guideline, which is practice and not law."""
    data = {"value": euro(car.value or ZERO), "guideline": euro(guideline)}
    return Hit(
        Text(gettext_noop("Fahrzeug mit %(value)s, Richtwert der Praxis %(guideline)s (kein Gesetz)."), data),
        None,
        car.person_id,
        (f"assets.vehicles[{car.id}].value",),
    )


@rule("AST-10", Severity.WARNING, "§ 528 BGB, § 34 SGB II", _("Schenkung in den letzten Jahren"))
def gifts(claim: Claim, context: Context) -> Iterator[Hit]:
    """Something of value was given away inside the years the form asks about; a gift without a date counts as such."""
    on = context.application_date(claim)
    earliest = add_months(on, -MONTHS_PER_YEAR * int(context.figure("assets.gift_lookback_years", claim)))
    for gift in claim.assets.gifts:
        if not gift.value or gift.value < ZERO or (gift.given_on is not None and gift.given_on < earliest):
            continue
        data = {"value": euro(gift.value), "date": day(gift.given_on) if gift.given_on else "–"}
        yield Hit(
            Text(gettext_noop("Schenkung %(value)s, Datum %(date)s: Rückforderung oder Härte prüfen."), data),
            Text(gettext_noop("Sie haben etwas im Wert von %(value)s verschenkt. An wen und wann war das?"), data),
            gift.person_id,
            (f"assets.gifts[{gift.id}]",),
        )


@rule("AST-07", Severity.WARNING, "§ 12 Abs. 1 Satz 2 Nr. 5 SGB II", _("Größe des eigenen Hauses"))
def home_larger_than_protected(claim: Claim, context: Context) -> Iterator[Hit]:
    """The own home is larger than what is protected without a closer look, and the waiting period is known to be over.

    Within the waiting period for housing costs the home does not count at all (S.3); unknown counts as within.
    """
    home = claim.housing
    if context.in_housing_waiting_period is not False or home.kind != HousingKind.OWNED or home.area_total is None:
        return
    heads = home.persons_in_dwelling or len(claim.persons)
    kind = "house" if home.dwelling == DwellingKind.HOUSE else "flat"
    extra = context.figure("assets.home.extra_m2_per_person_over_4", claim)
    limit = context.figure(f"assets.home.max_m2.{kind}", claim) + extra * max(0, heads - _HEADS_IN_THE_LIMIT)
    if home.area_total <= limit:
        return
    data = {"area": number(home.area_total), "limit": number(limit)}
    yield Hit(
        Text(
            gettext_noop("Eigenes Haus oder eigene Wohnung mit %(area)s m², geschützt %(limit)s m². Härte prüfen."),
            data,
        ),
        None,
        refs=("housing.area_total",),
    )


@rule("AST-20", Severity.FAVOUR, "§ 12 Abs. 1 Satz 2 Nr. 4 SGB II", _("Mehr geschütztes Vermögen für das Alter"))
def years_without_pension(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Years of self-employment without pension contributions protect more, by a formula that staff apply."""
    for person in claim.persons:
        if not person.years_without_pension:
            continue
        data = {"person": name_of(person), "years": number(person.years_without_pension)}
        yield Hit(
            Text(
                gettext_noop("%(person)s: %(years)s Jahre ohne Rentenbeiträge. Zusätzlichen Schutzbetrag berechnen."),
                data,
            ),
            Text(
                gettext_noop(
                    "Sie waren Jahre selbstständig, ohne in die Rentenversicherung einzuzahlen. Dann darf mehr "
                    "Vermögen für das Alter übrig bleiben. Wir rechnen das aus."
                )
            ),
            person.id,
            (f"persons[{person.id}].years_without_pension",),
        )
