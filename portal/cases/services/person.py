"""Keep the person index in step with what was handed in."""

import datetime

from django.db import transaction

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import PERSON_NAMED
from portal.cases.models import Actor, Case, Person, PersonIndex, name_variants, plain_phone
from portal.cases.models.person import LONGEST_INDEXED_NAME, VARIANT_SEPARATOR
from portal.cases.permissions import may_name_person


@transaction.atomic
def name_person(
    *, actor: Actor, person: Person, name: str, birth_date: datetime.date | None = None, phone: str = ""
) -> Person:
    """Store the display name (encrypted) and the search index (in clear) of a person; the last call counts.

    Records an event only when something changed. Raises NotPermitted.
    """
    if not may_name_person(actor, person.case):
        raise NotPermitted(person.case_id)
    wanted = {
        "normalised_name": VARIANT_SEPARATOR.join(name_variants(name))[:LONGEST_INDEXED_NAME],
        "birth_date": birth_date,
        "contact_phone": plain_phone(phone)[:40],
    }
    known = PersonIndex.objects.filter(person=person).values(*wanted).first()
    if known == wanted and person.name == name:
        return person
    person.name = name
    person.save(update_fields=["name"])
    PersonIndex.objects.update_or_create(person=person, defaults=wanted)
    record(actor, PERSON_NAMED, subject=person, case_id=person.case_id)
    return person


@transaction.atomic
def enter_member(
    *, actor: Actor, case: Case, answer_id: str, name: str, birth_date: datetime.date | None = None
) -> Person:
    """Return the member of the household with this stable id, made on first sight, named and indexed as handed in.

    Whoever is left out of a later application stays a person of the case. Raises NotPermitted.
    """
    person, _made = Person.objects.get_or_create(case=case, answer_id=answer_id)
    return name_person(actor=actor, person=person, name=name, birth_date=birth_date)
