"""What is asked for beside the monthly benefit: urgent needs, education, a move, costs of applying."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of
from applications.claim.model import Claim
from applications.enums import EducationNeed, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, listed, name_of, number


@rule(
    "PROC-15",
    Severity.WARNING,
    "§ 24 Abs. 1, § 42 Abs. 2 SGB II, § 42 SGB I",
    _("Bitte um Hilfe noch heute"),
    any_form=True,
)
def other_urgent_need(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Something else cannot wait: a broken cooker, late wages, money before its time."""
    if claim.urgency.other_need is not True:
        return
    yield Hit(
        Text(gettext_noop("Heute ansehen: Darlehen oder Sachleistung, vorzeitige Zahlung oder Vorschuss prüfen.")),
        Text(gettext_noop("Wir schauen uns Ihre Bitte als Erstes an. Wenn es schlimmer wird, rufen Sie uns bitte an.")),
        refs=("urgency.other_need",),
    )


@rule("NEED-12", Severity.WARNING, "§ 28 Abs. 1, 7 SGB II", _("Bildung und Teilhabe: Alter"), any_form=True)
def education_beyond_its_age(claim: Claim, context: Context) -> Iterator[Hit]:
    """Somebody has reached the age until which a benefit is paid on the day of the application."""
    on = context.application_date(claim)
    for needs in claim.education_needs:
        person = claim.person(needs.person_id)
        age = age_of(person, on) if person else None
        if age is None:
            continue
        late = [kind for kind in needs.kinds or () if age >= _limit(kind, context, claim, on)]
        if late:
            data = {"person": name_of(person), "age": number(age), "kinds": listed(str(kind.label) for kind in late)}
            yield Hit(
                Text(gettext_noop("%(person)s ist %(age)s Jahre alt, beantragt: %(kinds)s. Bitte Alter prüfen."), data),
                None,
                needs.person_id,
                (f"education_needs[{needs.person_id}].kinds",),
            )


def _limit(kind: EducationNeed, context: Context, claim: Claim, on: date) -> Decimal:
    """The age until which a benefit is paid."""
    is_leisure = kind is EducationNeed.PARTICIPATION
    return context.figure("education.participation_max_age" if is_leisure else "education.max_age", claim, on=on)


@rule("HOU-21", Severity.WARNING, "§ 22 Abs. 4 bis 6 SGB II", _("Mietvertrag schon unterschrieben"), any_form=True)
def signed_before_the_assurance(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The lease was signed before the assurance that is asked for."""
    move = claim.moving_assurance
    if move is None or move.lease_signed is not True:
        return
    signed = day(move.lease_signed_on) if move.lease_signed_on else "–"
    yield Hit(
        Text(
            gettext_noop("Mietvertrag unterschrieben (%(signed)s), Zusicherung erst jetzt erbeten: Gründe anhören."),
            {"signed": signed},
        ),
        Text(gettext_noop("Warum konnten Sie mit dem Mietvertrag nicht warten? Wichtige Gründe zählen.")),
        refs=("moving_assurance.lease_signed", "moving_assurance.lease_signed_on"),
    )


@rule("APP-17", Severity.WARNING, "§ 324 Abs. 1 SGB III", _("Kosten vor dem Antrag"), any_form=True)
def cost_before_it_was_asked_for(claim: Claim, _context: Context) -> Iterator[Hit]:
    """A cost of applying or beginning to work arose before it was asked for."""
    costs = () if claim.placement_budget is None else claim.placement_budget.planned_costs
    paid = tuple(cost for cost in costs if cost.is_paid)
    if not paid:
        return
    yield Hit(
        Text(
            gettext_noop("%(number)s Kosten sind schon bezahlt oder bestellt: Härte prüfen (§ 324 Abs. 1 Satz 2)."),
            {"number": number(len(paid))},
        ),
        Text(gettext_noop("Einen Teil haben Sie schon bezahlt. Warum ging es nicht anders? Härtefälle zählen.")),
        refs=tuple(f"placement_budget[{cost.id}].is_paid" for cost in paid),
    )
