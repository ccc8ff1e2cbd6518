"""Keep persons and their index in step with what was handed in. A household of nine costs as many reads as one."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import PERSON_NAMED
from portal.cases.models import Actor, Case, Person, PersonIndex, name_variants, plain_phone
from portal.cases.models.person import LONGEST_INDEXED_NAME, VARIANT_SEPARATOR
from portal.cases.permissions import may_name_person

INDEXED = ("normalised_name", "birth_date", "contact_phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is kept of a person: the name (encrypted), and for search (in clear) its spellings, birth date and phone."""

    name: str
    birth_date: datetime.date | None = None
    phone: str = ""

    @property
    def indexed(self) -> tuple[str, datetime.date | None, str]:
        """The values of INDEXED."""
        spellings = VARIANT_SEPARATOR.join(name_variants(self.name))
        return spellings[:LONGEST_INDEXED_NAME], self.birth_date, plain_phone(self.phone)[:40]


@transaction.atomic
def enter_members(*, actor: Actor, case: Case, answer_ids: Iterable[str]) -> dict[str, Person]:
    """Return the members of the household by their stable ids in the answers; made on first sight.

    Whoever is left out of a later application stays a person of the case. Raises NotPermitted.
    """
    wanted = list(answer_ids)
    if not may_name_person(actor, case):
        raise NotPermitted(case.pk)
    Person.objects.bulk_create((Person(case=case, answer_id=key) for key in wanted), ignore_conflicts=True)
    return {person.answer_id: person for person in Person.objects.filter(case=case, answer_id__in=wanted)}


@transaction.atomic
def name_persons(*, actor: Actor, case: Case, details: Mapping[Person, PersonDetails]) -> None:
    """Store name and search index of persons of one case; the last call counts.

    Records an event for each person of whom something changed. Raises NotPermitted.
    """
    if not may_name_person(actor, case) or any(person.case_id != case.pk for person in details):
        raise NotPermitted(case.pk)
    known: dict[UUID, tuple[object, ...]] = {
        key: tuple(values)
        for key, *values in PersonIndex.objects.filter(person__in=details).values_list("person_id", *INDEXED)
    }
    changed = {
        person: new for person, new in details.items() if known.get(person.pk) != new.indexed or person.name != new.name
    }
    for person, new in changed.items():
        person.name = new.name
        person.save(update_fields=["name"])
        record(actor, PERSON_NAMED, subject=person, case_id=case.pk)
    PersonIndex.objects.bulk_create(
        (PersonIndex(person=person, **dict(zip(INDEXED, new.indexed, strict=True))) for person, new in changed.items()),
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=INDEXED,
    )
