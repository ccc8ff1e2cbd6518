"""Additional needs and education (NEED)."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of, is_minor, presumed_unit
from applications.claim.model import Claim
from applications.enums import EducationStatus, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, euro, name_of
from portal.law.parameter import find


@rule("NEED-02", Severity.ERROR, "§ 21 Abs. 2 SGB II", _("Termin der Geburt"), before_sending=True, any_form=True)
def expected_birth_impossible(claim: Claim, context: Context) -> Iterator[Hit]:
    """The expected date is too far away or long past without a birth."""
    on = context.application_date(claim)
    latest = context.figure("plausibility.pregnancy.latest_days", claim)
    past = context.figure("plausibility.pregnancy.past_days", claim)
    for person in claim.persons:
        expected = person.needs.expected_birth
        first, last = on - timedelta(days=int(past)), on + timedelta(days=int(latest))
        if expected is None or person.needs.pregnant is False or first <= expected <= last:
            continue
        data = {"date": day(expected), "person": name_of(person)}
        yield Hit(
            Text(gettext_noop("Erwarteter Termin %(date)s bei %(person)s ist nicht möglich."), data),
            Text(
                gettext_noop("Bitte prüfen Sie den Termin %(date)s. Ist Ihr Kind schon da? Dann melden Sie es uns."),
                data,
            ),
            person.id,
            (f"persons[{person.id}].needs.expected_birth",),
        )


@rule("NEED-07", Severity.FAVOUR, "§ 28 SGB II, § 34 SGB XII", _("Geld für die Schule"), version=2)
def school_supplies(claim: Claim, context: Context) -> Iterator[Hit]:
    """A pupil below the age limit: school supplies come without asking, more is possible."""
    on = context.application_date(claim)
    limit = context.figure("education.max_age", claim, on=on)
    first = find("education.school_supplies.first_term", on)  # this year's may not be known yet
    for person in presumed_unit(claim, on):
        age = age_of(person, on)
        if person.education != EducationStatus.SCHOOL or age is None or age >= limit:
            continue
        data = {"person": name_of(person)}
        yield Hit(
            Text(gettext_noop("%(person)s geht zur Schule: Schulbedarf von selbst, BuT anbieten."), data)
            if first is None
            else Text(
                gettext_noop("%(person)s geht zur Schule: Schulbedarf von selbst (August: %(amount)s), BuT anbieten."),
                {**data, "amount": euro(first.decimal)},
            ),
            Text(
                gettext_noop(
                    "%(person)s geht zur Schule. Dafür gibt es Geld, auch für Ausflüge, Mittagessen und Nachhilfe."
                ),
                data,
            ),
            person.id,
            (f"persons[{person.id}].education",),
        )


@rule("NEED-08", Severity.FAVOUR, "§ 28 Abs. 2, 6, 7 SGB II", _("Ausflüge, Mittagessen, Verein"))
def day_care_and_clubs(claim: Claim, context: Context) -> Iterator[Hit]:
    """A child in day-care or at school: trips and lunch are paid, and for minors a sum for clubs."""
    on = context.application_date(claim)
    monthly = context.figure("education.participation", claim, on=on)
    for person in presumed_unit(claim, on):
        if person.education not in {EducationStatus.DAY_CARE, EducationStatus.SCHOOL} or not is_minor(person, on):
            continue
        data = {"person": name_of(person), "amount": euro(monthly)}
        yield Hit(
            Text(gettext_noop("%(person)s: Mittagessen, Ausflüge und Teilhabe (%(amount)s im Monat) anbieten."), data),
            Text(
                gettext_noop(
                    "Für %(person)s gibt es Geld für Mittagessen und Ausflüge. Für Verein, Musik oder Freizeit gibt es "
                    "%(amount)s im Monat."
                ),
                data,
            ),
            person.id,
            (f"persons[{person.id}].education",),
        )
