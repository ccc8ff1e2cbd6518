"""Income (INC)."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import minor_children
from applications.claim.model import Claim, Income, Person
from applications.enums import IncomeKind, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, euro, name_of, number
from portal.law.income import maintenance_advance
from portal.law.money import ZERO

_EARNED = {IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB}


@rule("INC-01", Severity.ERROR, "§ 11b SGB II", _("Netto höher als Brutto"), before_sending=True)
def net_above_gross(claim: Claim, _context: Context) -> Iterator[Hit]:
    """More paid out than earned."""
    for income in claim.incomes:
        if income.kind not in _EARNED or income.gross is None or income.net is None or income.net <= income.gross:
            continue
        data = {"net": euro(income.net), "gross": euro(income.gross), "person": name_of(claim.person(income.person_id))}
        yield Hit(
            Text(gettext_noop("%(person)s: netto %(net)s, brutto %(gross)s."), data),
            Text(
                gettext_noop(
                    "Bei %(person)s ist netto (%(net)s) höher als brutto (%(gross)s). Sind die Zahlen vertauscht?"
                ),
                data,
            ),
            income.person_id,
            (f"incomes[{income.id}].net", f"incomes[{income.id}].gross"),
        )


@rule("INC-05", Severity.WARNING, "§ 8 Abs. 1a SGB IV", _("Minijob über der Grenze"), before_sending=True)
def minor_job_above_limit(claim: Claim, context: Context) -> Iterator[Hit]:
    """A job declared as a minor job pays more than the limit of the month."""
    for income in claim.incomes:
        if income.kind != IncomeKind.MINIJOB or income.gross is None:
            continue
        limit = context.figure("minor_job.monthly_limit", claim, on=context.effective_from(claim))
        if income.gross <= limit:
            continue
        data = {"gross": euro(income.gross), "limit": euro(limit)}
        yield Hit(
            Text(gettext_noop("Als Minijob angegeben: brutto %(gross)s, Grenze %(limit)s. Midijob?"), data),
            Text(
                gettext_noop(
                    "Sie haben einen Minijob mit %(gross)s angegeben. Für Minijobs gilt die Grenze %(limit)s. Ist es "
                    "wirklich ein Minijob?"
                ),
                data,
            ),
            income.person_id,
            (f"incomes[{income.id}].kind", f"incomes[{income.id}].gross"),
        )


@rule("INC-08", Severity.ERROR, "§ 60 SGB I", _("Zeitraum des Einkommens"), before_sending=True)
def income_dates(claim: Claim, _context: Context) -> Iterator[Hit]:
    """An income ends before it begins."""
    for income in claim.incomes:
        if income.since is None or income.until is None or income.since <= income.until:
            continue
        data = {"since": day(income.since), "until": day(income.until), "kind": str(income.kind.label)}
        yield Hit(
            Text(gettext_noop("%(kind)s: Beginn %(since)s liegt nach dem Ende %(until)s."), data),
            Text(gettext_noop("Bitte prüfen Sie: %(kind)s beginnt am %(since)s und endet am %(until)s."), data),
            income.person_id,
            (f"incomes[{income.id}].since", f"incomes[{income.id}].until"),
        )


@rule("INC-10", Severity.WARNING, "§ 11 Abs. 1 Satz 5 SGB II, § 66 EStG", _("Kindergeld"), before_sending=True)
def child_benefit_sum(claim: Claim, context: Context) -> Iterator[Hit]:
    """The Kindergeld of the household is not the rate times the minor children.

    Grown-up children may add whole rates. Hits only when an amount or a "no income" was given: silence is not a sum.
    """
    month = context.effective_from(claim)
    children = minor_children(claim, context.application_date(claim))
    declared = [income.amount for income in claim.incomes if income.kind == IncomeKind.CHILD_BENEFIT]
    if not children or None in declared or (not declared and not _all_incomes_answered(claim)):
        return
    rate = context.figure("child_benefit.amount_per_child", claim, on=month)
    total = sum((amount for amount in declared if amount is not None), ZERO)
    if _is_whole_number_of_rates(total, rate, len(children), len(claim.persons) - 1):
        return
    data = {"declared": euro(total), "expected": euro(rate * len(children)), "count": number(len(children))}
    yield Hit(
        Text(gettext_noop("Kindergeld %(declared)s angegeben, erwartet %(expected)s für %(count)s Kinder."), data),
        Text(
            gettext_noop(
                "Für %(count)s Kinder sind es meistens %(expected)s Kindergeld im Monat. Sie haben %(declared)s "
                "angegeben. Wer bekommt das Kindergeld?"
            ),
            data,
        ),
        refs=tuple(f"incomes[{income.id}]" for income in claim.incomes if income.kind == IncomeKind.CHILD_BENEFIT),
    )


def _all_incomes_answered(claim: Claim) -> bool:
    """Whether the applicant answered the question about income at all."""
    return claim.applicant.has_income is not None or bool(claim.incomes)


def _is_whole_number_of_rates(total: Decimal, rate: Decimal, fewest: int, most: int) -> bool:
    """Whether the sum is the rate for at least the minor children and at most everyone else listed."""
    return any(total == rate * count for count in range(fewest, max(fewest, most) + 1))


@rule("INC-12", Severity.WARNING, "§ 2 UVG, § 1612a BGB", _("Unterhaltsvorschuss weicht ab"))
def maintenance_advance_amount(claim: Claim, context: Context) -> Iterator[Hit]:
    """The Unterhaltsvorschuss of a child differs from the table of the month."""
    for income in claim.incomes:
        child = _child_of(income, claim)
        if child is None or child.birth_date is None or income.amount is None:
            continue
        month = context.effective_from(claim)
        expected = maintenance_advance(child.birth_date, month)
        if expected is None or income.amount == expected:
            continue
        data = {"declared": euro(income.amount), "expected": euro(expected), "person": name_of(child)}
        yield Hit(
            Text(gettext_noop("Unterhaltsvorschuss für %(person)s: %(declared)s, laut Tabelle %(expected)s."), data),
            None,
            child.id,
            (f"incomes[{income.id}]",),
        )


def _child_of(income: Income, claim: Claim) -> Person | None:
    """The child a maintenance advance is for, or None for another income or an unknown person."""
    if income.kind != IncomeKind.MAINTENANCE_ADVANCE:
        return None
    return claim.person(income.for_person_id or income.person_id)


@rule("INC-29", Severity.FAVOUR, "§ 11b Abs. 3 Satz 3 SGB II", _("Höherer Freibetrag mit Kind"))
def higher_band_with_child(claim: Claim, context: Context) -> Iterator[Hit]:
    """With a minor child the last band of the allowance ends higher; the earnings reach into it."""
    month = context.effective_from(claim)
    if not minor_children(claim, month):
        return
    top = context.figure("income.earned.band3.to", claim, on=month)
    raised = context.figure("income.earned.band3.to_with_minor_child", claim, on=month)
    for income in claim.incomes:
        if income.kind not in _EARNED or income.gross is None or income.gross <= top:
            continue
        data = {"person": name_of(claim.person(income.person_id)), "top": euro(raised)}
        yield Hit(
            Text(gettext_noop("%(person)s: Freibetrag mit minderjährigem Kind bis %(top)s brutto."), data),
            Text(gettext_noop("Weil ein Kind bei Ihnen lebt, bleibt mehr von Ihrem Lohn frei."), {}),
            income.person_id,
            (f"incomes[{income.id}].gross",),
        )


@rule("INC-18", Severity.INFO, "§ 41a SGB II", _("Schwankendes Einkommen"))
def varying_income(claim: Claim, context: Context) -> Iterator[Hit]:
    """Earnings that vary, or self-employment: the decision may have to be provisional."""
    months = context.figure("grant.period_months_short", claim)
    for income in claim.incomes:
        if income.kind != IncomeKind.SELF_EMPLOYMENT and income.varies is not True:
            continue
        data = {
            "person": name_of(claim.person(income.person_id)),
            "kind": str(income.kind.label),
            "months": number(months),
        }
        yield Hit(
            Text(
                gettext_noop(
                    "%(person)s: %(kind)s schwankt. Vorläufige Entscheidung für %(months)s Monate mit Grund prüfen."
                ),
                data,
            ),
            Text(gettext_noop("Weil Ihr Einkommen schwankt, entscheiden wir vielleicht erst vorläufig.")),
            income.person_id,
            (f"incomes[{income.id}]",),
        )
