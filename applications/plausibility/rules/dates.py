"""Dates in the life of the household (HH-07, HH-16)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import presumed_unit
from applications.claim.model import Claim, Person
from applications.enums import PersonRole, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, name_of, number
from portal.law.dates import birthday, month_end, pension_age_limit

_AGE_KEYS = (
    "standard_need.age.school_child",
    "standard_need.age.adolescent",
    "standard_need.age.employable",
    "standard_need.age.adult",
    "standard_need.age.independent",
)
_ADULT_AGE_KEYS = _AGE_KEYS[-2:]


@rule("HH-07", Severity.ERROR, "§ 60 SGB I", _("Datum zum Familienstand"), before_sending=True)
def marital_dates(claim: Claim, context: Context) -> Iterator[Hit]:
    """Marriage or separation before birth or after the application."""
    on = context.application_date(claim)
    for person in claim.persons:
        for field in ("marital_status_since", "separated_since"):
            given: date | None = getattr(person, field)
            if given is None or (given <= on and (person.birth_date is None or given > person.birth_date)):
                continue
            data = {"person": name_of(person), "date": day(given)}
            yield Hit(
                Text(gettext_noop("Datum %(date)s zum Familienstand von %(person)s ist nicht möglich."), data),
                Text(gettext_noop("Bitte prüfen Sie das Datum %(date)s zum Familienstand von %(person)s."), data),
                person.id,
                (f"persons[{person.id}].{field}",),
            )


@rule("HH-16", Severity.INFO, "§§ 7, 7a, 20, 23 SGB II", _("Geburtstag ändert die Leistung"))
def birthday_in_period(claim: Claim, context: Context) -> Iterator[Hit]:
    """A birthday inside the grant period changes the level of need, the household or ends entitlement."""
    months = context.grant_months(claim)
    for person in presumed_unit(claim, months[0]):
        if person.birth_date is None:
            continue
        refs = (f"persons[{person.id}].birth_date",)
        for age, on in _ages_reached(person, person.birth_date, claim, context):
            data = {"person": name_of(person), "age": number(age), "date": day(on)}
            yield Hit(
                Text(gettext_noop("%(person)s wird am %(date)s %(age)s Jahre alt: Stufe oder Haushalt prüfen."), data),
                Text(gettext_noop("%(person)s wird %(age)s Jahre alt. Wir passen die Leistung von selbst an."), data),
                person.id,
                refs,
            )
        limit = pension_age_limit(person.birth_date)
        if months[0] <= limit <= month_end(months[-1]):
            data = {"person": name_of(person), "date": day(limit)}
            words = Text(gettext_noop("%(person)s erreicht am %(date)s die Altersgrenze nach § 7a SGB II."), data)
            yield Hit(words, person_id=person.id, refs=refs)


def _ages_reached(person: Person, birth_date: date, claim: Claim, context: Context) -> Iterator[tuple[int, date]]:
    """(age, birthday) for every age that counts and is reached in the grant period.

    Levels by age are for children; applicant and partner change only with the age of majority and at 25.
    """
    keys = _ADULT_AGE_KEYS if person.role in {PersonRole.APPLICANT, PersonRole.PARTNER} else _AGE_KEYS
    months = context.grant_months(claim)
    for key in keys:
        age = int(context.figure(key, claim))
        on = birthday(birth_date, age)
        if months[0] <= on <= month_end(months[-1]):
            yield age, on
