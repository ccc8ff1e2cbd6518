"""Benefits of other offices that may come first (§ 12a SGB II). A hint for both sides, never a reason to wait."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import minor_children
from applications.claim.model import Claim, Person
from applications.enums import IncomeKind, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import name_of

_EARNED = frozenset({IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB, IncomeKind.SELF_EMPLOYMENT})
_FAMILY = frozenset({IncomeKind.CHILD_SUPPLEMENT, IncomeKind.HOUSING_BENEFIT})
_FOR_A_CHILD = frozenset({IncomeKind.MAINTENANCE, IncomeKind.MAINTENANCE_ADVANCE})


@rule("ELI-14", Severity.FAVOUR, "§ 12a SGB II, § 14 SGB I", _("Andere Leistungen, die helfen können"))
def priority_benefits(claim: Claim, context: Context) -> Iterator[Hit]:
    """Unemployment benefit after jobs, child supplement or housing benefit with earnings, maintenance advance."""
    yield from _after_a_job(claim)
    children = minor_children(claim, context.application_date(claim))
    if children and _kinds(claim) & _EARNED and not _kinds(claim) & _FAMILY:
        yield Hit(
            Text(gettext_noop("Erwerbseinkommen und Kinder: Kinderzuschlag und Wohngeld prüfen (§ 12a).")),
            Text(
                gettext_noop(
                    "Mit Arbeit und Kindern gibt es vielleicht Kinderzuschlag oder Wohngeld. Ihr Antrag bei uns bleibt."
                )
            ),
            claim.applicant.id,
            ("incomes",),
        )
    for child in children:
        if child.parent_outside and not child.maintenance_unsafe and not _supported(claim, child):
            data = {"person": name_of(child)}
            yield Hit(
                Text(
                    gettext_noop("%(person)s: ein Elternteil lebt woanders, kein Unterhalt angegeben. UVG prüfen."),
                    data,
                ),
                Text(
                    gettext_noop(
                        "Für %(person)s gibt es vielleicht Unterhaltsvorschuss (Jugendamt). Ihr Antrag bei uns bleibt."
                    ),
                    data,
                ),
                child.id,
                (f"persons[{child.id}].parent_outside",),
            )


def _after_a_job(claim: Claim) -> Iterator[Hit]:
    for person in claim.persons:
        said = {*person.benefits_received, *person.benefits_applied_for}
        if not person.background.past_jobs or IncomeKind.UNEMPLOYMENT_BENEFIT in said:
            continue
        data = {"person": name_of(person)}
        yield Hit(
            Text(
                gettext_noop("%(person)s hat in den letzten Jahren gearbeitet: Anspruch auf Arbeitslosengeld prüfen."),
                data,
            ),
            Text(
                gettext_noop(
                    "Sie haben gearbeitet. Vielleicht steht Ihnen Arbeitslosengeld zu. Ihr Antrag bei uns bleibt."
                )
            ),
            person.id,
            (f"persons[{person.id}].background.past_jobs",),
        )


def _kinds(claim: Claim) -> set[IncomeKind]:
    return {income.kind for income in claim.incomes}


def _supported(claim: Claim, child: Person) -> bool:
    return any(
        income.kind in _FOR_A_CHILD and child.id in {income.for_person_id, income.person_id} for income in claim.incomes
    )
