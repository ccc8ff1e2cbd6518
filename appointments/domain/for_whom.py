"""For whom an appointment is, in words, and what to think of before making one for somebody else."""

import datetime

from django.utils.translation import gettext as _

from appointments.selectors.appointment import is_about
from portal.cases.models import Actor, Person
from portal.law.dates import age_on
from portal.law.parameter import whole


def called(actor: Actor, person: Person) -> str:
    """How somebody is called where one is chosen: "mich selbst", else by name."""
    if actor.acting_for is None and is_about(actor, person):
        return _("mich selbst")
    return person.name or _("ein Mitglied Ihres Haushalts")


def for_whom(actor: Actor, person: Person) -> str:
    """Return "für Ida Sander"; "" for whom one expects on one's pages."""
    if is_about(actor, person):
        return ""
    return _("für %(name)s") % {"name": person.name or _("ein Mitglied Ihres Haushalts")}


def in_messages(person: Person) -> str:
    """The first line of a message that somebody else of the household reads, too; "" for the applicant."""
    return "" if person.is_applicant or not person.name else _("Es geht um: %(name)s.") % {"name": person.name}


def before_booking(actor: Actor, person: Person, today: datetime.date) -> str:
    """What to think of before making an appointment for somebody else of the household; "" for oneself.

    Children are represented by their parents (§ 1629 BGB); from the age of § 36 SGB I on the young person acts, too,
    and the parents still may; adults are asked.
    """
    name = person.name or _("Diese Person")
    born = person.index.birth_date if hasattr(person, "index") else None
    if is_about(actor, person):
        return ""
    if born is None or (age := age_on(born, today)) >= whole("standard_need.age.adult", today):
        return _("Bitte sprechen Sie vorher mit %(name)s. Erwachsene können auch selbst einen Termin machen.") % {
            "name": name
        }
    if age >= whole("procedure.min_age_own_application", today):
        said = _(
            "%(name)s kann auch selbst mit uns sprechen und Termine machen (§ 36 SGB I). Kommen Sie gern zusammen."
        )
        return said % {"name": name}
    return _("Für %(name)s sprechen die Eltern. Bitte kommen Sie mit.") % {"name": name}
