"""Identity and contact (ID)."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from stdnum.de import idnr

from applications.claim.household import age_of
from applications.claim.model import Claim, Person
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day, name_of, number, same_name


@rule("ID-01", Severity.ERROR, "§ 60 SGB I", _("Geburtsdatum nicht möglich"), before_sending=True, any_form=True)
def birth_date_impossible(claim: Claim, context: Context) -> Iterator[Hit]:
    """A birth date in the future or longer ago than anybody lives."""
    on = context.application_date(claim)
    oldest = context.figure("plausibility.identity.max_age", claim)
    for person in claim.persons:
        age = age_of(person, on)
        if person.birth_date is None or age is None or (person.birth_date <= on and age <= oldest):
            continue
        data = {"date": day(person.birth_date), "person": name_of(person), "age": number(oldest)}
        yield Hit(
            Text(gettext_noop("Geburtsdatum %(date)s von %(person)s: in der Zukunft oder über %(age)s Jahre."), data),
            Text(gettext_noop("Bitte prüfen Sie das Geburtsdatum von %(person)s: %(date)s. Stimmt es so?"), data),
            person.id,
            (f"persons[{person.id}].birth_date",),
        )


@rule(
    "ID-03",
    Severity.INFO,
    "§ 36 SGB I",
    _("Antrag einer minderjährigen Person"),
    version=2,
    before_sending=True,
    any_form=True,
)
def minor_applicant(claim: Claim, context: Context) -> Iterator[Hit]:
    """The applicant is 15 to 17: has the right to apply, the legal representatives should be told."""
    on = context.application_date(claim)
    youngest = context.figure("procedure.min_age_own_application", claim)
    age = age_of(claim.applicant, on)
    if (
        not claim.asks_for_benefits
        or age is None
        or not youngest <= age < context.figure("standard_need.age.adult", claim, on=on)
    ):
        return
    yield Hit(
        Text(
            gettext_noop(
                "Minderjährig mit eigenem Antragsrecht. Gesetzliche Vertretung soll informiert werden; Rücknahme, "
                "Verzicht und Darlehen brauchen ihre Zustimmung."
            )
        ),
        Text(
            gettext_noop(
                "Sie sind noch nicht 18. Sie dürfen den Antrag selbst stellen. Ihre Eltern oder der Vormund "
                "sollen davon erfahren. Spricht etwas dagegen? Schreiben Sie es dazu. Wollen Sie den Antrag später "
                "zurücknehmen, auf Geld verzichten oder ein Darlehen? Dann müssen sie zustimmen."
            )
        ),
        claim.applicant.id,
        ("applicant.birth_date",),
    )


@rule("ID-08", Severity.WARNING, "§ 139b AO", _("Steuer-ID prüfen"), before_sending=True, any_form=True)
def tax_id_check_digit(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The tax id fails its check digit or its pattern."""
    for person in claim.persons:
        if not person.tax_id or idnr.is_valid(person.tax_id):
            continue
        data = {"person": name_of(person)}
        yield Hit(
            Text(gettext_noop("Die Prüfziffer der Steuer-ID von %(person)s passt nicht."), data),
            Text(
                gettext_noop(
                    "Bitte prüfen Sie die 11 Ziffern der Steuer-ID von %(person)s. Wenn Sie die Nummer nicht kennen: "
                    "Lassen Sie das Feld leer."
                ),
                data,
            ),
            person.id,
            (f"persons[{person.id}].tax_id",),
        )


@rule("ID-10", Severity.ERROR, "§ 60 SGB I", _("Person vielleicht doppelt"), before_sending=True, any_form=True)
def person_twice(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Two persons share tax id, pension number, or name and birth date."""
    for one, other in combinations(claim.persons, 2):
        field = _shared_field(one, other)
        if field is None:
            continue
        data = {"one": name_of(one), "other": name_of(other)}
        yield Hit(
            Text(gettext_noop("Vielleicht dieselbe Person: %(one)s und %(other)s."), data),
            Text(
                gettext_noop(
                    "Haben Sie eine Person zweimal eingetragen: %(one)s und %(other)s? Bei Zwillingen oder gleichen "
                    "Namen machen Sie einfach weiter."
                ),
                data,
            ),
            other.id,
            (f"persons[{one.id}].{field}", f"persons[{other.id}].{field}"),
        )


def _shared_field(one: Person, other: Person) -> str | None:
    """Name of the field in which two persons are the same, or None."""
    for field in ("tax_id", "pension_insurance_number"):
        first, second = (_compact(getattr(person, field)) for person in (one, other))
        if first and first == second:
            return field
    if one.birth_date is not None and one.birth_date == other.birth_date:
        return "birth_date" if same_name(one.display_name, other.display_name) else None
    return None


def _compact(typed: str | None) -> str:
    """A number without spaces and punctuation, in upper case."""
    return "".join(char for char in typed or "" if char.isalnum()).upper()


@rule("ID-13", Severity.INFO, "§ 60 SGB I", _("Nur per Post erreichbar"))
def only_by_post(claim: Claim, _context: Context) -> Iterator[Hit]:
    """Neither phone nor e-mail was given; both are voluntary, so nothing is asked."""
    if claim.contact.phone or claim.contact.email:
        return
    yield Hit(
        Text(gettext_noop("Weder Telefon noch E-Mail angegeben (freiwillig): nur Post, keine Erinnerung per E-Mail.")),
        refs=("contact",),
    )
