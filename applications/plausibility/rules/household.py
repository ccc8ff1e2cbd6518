"""Who lives together (HH)."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of, minor_children, partner_of
from applications.claim.model import Claim, Person
from applications.enums import HousingKind, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import euro, name_of, number
from portal.law.need import single_parent_need
from portal.law.parameter import UnknownParameter


@rule("HH-01", Severity.ERROR, "§ 7 Abs. 3 SGB II", _("Allein oder mit anderen?"), before_sending=True)
def alone_with_others(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Said to live alone, but there are other persons."""
    listed, stated = len(claim.persons), claim.housing.persons_in_dwelling or 0
    if claim.household.lives_alone is not True or max(listed, stated) <= 1:
        return
    data = {"listed": number(listed), "stated": number(stated) if stated else "–"}
    yield Hit(
        Text(
            gettext_noop("„Allein lebend“, aber %(listed)s Personen genannt und %(stated)s in der Wohnung."),
            data,
        ),
        Text(
            gettext_noop(
                "Sie haben gesagt, dass Sie allein wohnen. An anderer Stelle stehen mehr Personen. Wer wohnt bei Ihnen?"
            )
        ),
        refs=("household.lives_alone", "household.members", "housing.persons_in_dwelling"),
    )


@rule("HH-02", Severity.ERROR, "§ 22 SGB II", _("Zahl der Personen in der Wohnung"), before_sending=True)
def number_of_persons(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The number of persons in the dwelling differs from the list.

    In a flat-share the flatmates are not listed on purpose, so there only too small a number counts.
    """
    stated, listed = claim.housing.persons_in_dwelling, len(claim.persons)
    if stated is None or claim.household.lives_alone is True or stated == listed:
        return
    if stated > listed and claim.housing.kind in {HousingKind.SUBLET, HousingKind.LODGING}:
        return
    data = {"listed": number(listed), "stated": number(stated)}
    yield Hit(
        Text(gettext_noop("Genannte Personen: %(listed)s. Personen in der Wohnung laut Angabe: %(stated)s."), data),
        Text(
            gettext_noop(
                "Sie haben %(listed)s Personen eingetragen. Bei der Wohnung steht die Zahl %(stated)s. Wie viele "
                "Personen wohnen dort?"
            ),
            data,
        ),
        refs=("household.members", "housing.persons_in_dwelling"),
    )


@rule("HH-08", Severity.ERROR, "§ 21 Abs. 3 SGB II", _("Alleinerziehend mit Partner"), before_sending=True)
def single_parent_with_partner(claim: Claim, context: Context) -> Iterator[Hit]:
    """Single parent and a partner in the household, unless every child is known to be another's."""
    partner = partner_of(claim)
    if claim.applicant.single_parent is not True or partner is None:
        return
    children = minor_children(claim, context.application_date(claim))
    if children and all(child.parent_ids and partner.id not in child.parent_ids for child in children):
        return
    data = {"partner": name_of(partner)}
    yield Hit(
        Text(gettext_noop("„Alleinerziehend“ angegeben, aber %(partner)s lebt als Partner im Haushalt."), data),
        Text(
            gettext_noop(
                "Sie haben „alleinerziehend“ angegeben. %(partner)s lebt auch bei Ihnen. Kümmern Sie sich beide um das "
                "Kind?"
            ),
            data,
        ),
        claim.applicant.id,
        ("applicant.single_parent", f"persons[{partner.id}].role"),
    )


@rule("HH-09", Severity.FAVOUR, "§ 21 Abs. 3 SGB II", _("Mehrbedarf für Alleinerziehende möglich"), before_sending=True)
def single_parent_not_said(claim: Claim, context: Context) -> Iterator[Hit]:
    """A minor child, no other adult, and single parent answered with no: more money may be due."""
    on = context.application_date(claim)
    children = minor_children(claim, on)
    if claim.applicant.single_parent is not False or not children or _has_other_adult(claim, children):
        return
    month = context.grant_start(claim)
    ages = [age for child in children if (age := age_of(child, month)) is not None]
    yield Hit(
        _single_parent_words(ages, month),
        Text(gettext_noop("Sorgen Sie allein für Ihr Kind? Dann können Sie vielleicht mehr Geld bekommen.")),
        claim.applicant.id,
        ("applicant.single_parent",),
    )


def _single_parent_words(ages: Iterable[int], month: date) -> Text:
    """With the amount, where it is known already: in January it may not be, and the hint must not wait for it."""
    try:
        amount = euro(single_parent_need(ages, month))
    except UnknownParameter:
        return Text(
            gettext_noop(
                "Minderjähriges Kind, kein anderer Erwachsener im Haushalt: Mehrbedarf möglich. Der Betrag ist noch "
                "nicht hinterlegt."
            ),
            {},
        )
    return Text(
        gettext_noop(
            "Minderjähriges Kind, kein anderer Erwachsener im Haushalt: Mehrbedarf von %(amount)s im Monat möglich."
        ),
        {"amount": amount},
    )


@rule("HH-21", Severity.FAVOUR, "§ 65 Abs. 1 Nr. 2 SGB I", _("Unterhalt: zuerst anrufen"))
def maintenance_would_be_dangerous(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Somebody said that details on maintenance would be dangerous: nobody else is asked before a talk.

    A favour and no warning, so that the claimant reads at once that nothing is missing and who does the next step.
    """
    for person in claim.persons:
        if person.maintenance_unsafe is not True:
            continue
        data = {"person": name_of(person)}
        yield Hit(
            Text(
                gettext_noop(
                    "Unterhalt bei %(person)s: Angaben wären gefährlich. Zuerst mit der antragstellenden Person "
                    "sprechen, niemanden anschreiben und niemanden fragen. Es fehlt keine Angabe."
                ),
                data,
            ),
            Text(
                gettext_noop(
                    "Sie haben gesagt, dass eine Angabe zum Unterhalt gefährlich wäre. Sie müssen nichts nachreichen. "
                    "Jemand aus dem Jobcenter ruft Sie an, bevor wir irgendwen fragen."
                )
            ),
            person.id,
            (f"persons[{person.id}].maintenance_unsafe",),
        )


def _has_other_adult(claim: Claim, children: tuple[Person, ...]) -> bool:
    """Whether anybody but the applicant and the minor children lives there, known by list or by number."""
    stated = claim.housing.persons_in_dwelling or 0
    return len(claim.persons) > len(children) + 1 or stated > len(children) + 1
