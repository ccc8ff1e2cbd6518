"""What is known of each part of the household in a few lines, for the page on which it is confirmed.

Short enough to be read on a phone; every answer in full stands folded up beneath.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from applications.catalogue.main_application.subjects import everybody, person_name, unit, workers
from applications.catalogue.main_application.you import CONTACT
from applications.claim.answers import Answers, Part
from applications.enums import HousingKind
from portal.ui.formats import format_date, format_euro

_PHONE = next(question for question in CONTACT.questions if question.key == "phone")
_LAST_SIGNS = 4  # of an IBAN: enough to know it again


def you(answers: Answers) -> Iterator[str]:
    """Name and birth date, marital status, how to be reached, who acts."""
    own = answers.you
    yield _with_birth_date(" ".join(part for part in (own.first_name, own.last_name) if part), own)
    if own.marital_status:
        yield str(own.marital_status.label)
    if own.phone:
        yield _PHONE.show(own.phone, {})
    if own.email:
        yield own.email
    if own.represented and own.representative_name:
        yield _("Für Sie handelt: %(name)s") % {"name": own.representative_name}


def people(answers: Answers) -> Iterator[str]:
    """Everybody with relation and birth date."""
    if answers.people.lives_alone:
        yield _("Sie wohnen allein.")
        return
    for person in answers.people.persons:
        named = _with_birth_date(person_name(person), person)
        yield f"{named} ({person.relation.label})" if person.relation else named
    if answers.people.single_parent:
        yield _("Sie erziehen allein.")


def home(answers: Answers) -> Iterator[str]:
    """Address, how one lives, what it costs."""
    own = answers.home
    town = " ".join(part for part in (own.postcode, own.city) if part)
    yield ", ".join(part for part in (own.street, own.address_extra, town) if part)
    if own.kind:
        yield _("Sie wohnen %(kind)s.") % {"kind": own.kind.label}
    owns = own.kind == HousingKind.OWNED
    costs = (
        (own.owner_interest, own.owner_operating, own.owner_heating)
        if owns
        else (own.base_rent, own.operating_costs, own.heating_costs, own.other_costs)
    )
    if any(cost is not None for cost in costs):
        total = sum((cost for cost in costs if cost is not None), Decimal(0))
        yield _("Zusammen %(total)s im Monat") % {"total": format_euro(total)}


def work(answers: Answers) -> Iterator[str]:
    """Every income of every person; who has none is named, too."""
    incomes = answers.work.incomes
    for subject in unit(answers):
        own = [income for income in incomes if income.owner == subject.id and income.kind]
        said = "; ".join(_income(income) for income in own)
        yield f"{subject.name}: {said or _('kein Einkommen')}"


def benefits(answers: Answers) -> Iterator[str]:
    """What somebody waits for."""
    waiting = {
        subject.name: ", ".join(
            str(kind.label) for kind in answers.benefits.item("people", subject.id).applied_for or ()
        )
        for subject in workers(answers)
    }
    yield from (f"{name}: {kinds}" for name, kinds in waiting.items() if kinds)
    if not any(waiting.values()):
        yield _("Nichts ist beantragt.")


def needs(answers: Answers) -> Iterator[str]:
    """Circumstances by person; that there are none, once for all."""
    found = {
        subject.name: ", ".join(str(each.label) for each in answers.needs.item("people", subject.id).situations or ())
        for subject in unit(answers)
    }
    yield from (f"{name}: {situations}" for name, situations in found.items() if situations)
    if not any(found.values()):
        yield _("Nichts davon trifft zu.")


def assets(answers: Answers) -> Iterator[str]:
    """Every account, vehicle and property with its value."""
    own = answers.assets
    for thing in own.money:
        yield _valued(str(thing.kind.label) if thing.kind else _("Konto oder Geld"), thing.value)
    for car in own.vehicles:
        yield _valued(car.description or _("Fahrzeug"), car.value)
    for estate in own.real_estate:
        yield _valued(estate.address or _("Haus, Wohnung oder Grundstück"), estate.value)
    if not (own.money or own.vehicles or own.real_estate):
        yield _("Sie haben kein Vermögen angegeben.")


def insurance(answers: Answers) -> Iterator[str]:
    """Kind and fund of every person."""
    for subject in workers(answers):
        own = answers.insurance.item("people", subject.id)
        said = ", ".join(str(part) for part in (own.kind and own.kind.label, own.fund) if part)
        if said:
            yield f"{subject.name}: {said}"


def bank(answers: Answers) -> Iterator[str]:
    """Whose account, and its last digits."""
    own = answers.bank
    if own.has_account is False:
        yield _("Sie haben kein Konto.")
    if own.iban:
        yield _("Konto von %(holder)s, letzte Ziffern %(digits)s") % {
            "holder": own.holder or next(iter(everybody(answers))).name,
            "digits": own.iban[-_LAST_SIGNS:],
        }


def _income(own: Part) -> str:
    amount = own.net if own.amount is None else own.amount
    return _valued(", ".join(str(part) for part in (own.kind.label, own.payer) if part), amount)


def _valued(name: str, amount: Decimal | None) -> str:
    return name if amount is None else f"{name}, {format_euro(amount)}"


def _with_birth_date(name: str, own: Part) -> str:
    if own.birth_date is None:
        return name
    return _("%(name)s, geboren am %(day)s") % {"name": name, "day": format_date(own.birth_date)}
