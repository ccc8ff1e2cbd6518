"""Keep persons and their index in step with what was handed in. A household of nine costs as many reads as one."""

import datetime
from collections.abc import Iterable, Mapping

from django.db import transaction
from msgspec import Struct

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import PERSON_NAMED
from portal.cases.models import Actor, Case, Person, PersonIndex, name_variants, plain_phone
from portal.cases.models.person import LONGEST_INDEXED_NAME, VARIANT_SEPARATOR
from portal.cases.permissions import may_name_person

INDEXED = ("normalised_name", "birth_date", "contact_phone")


class PersonDetails(Struct, frozen=True, kw_only=True):
    """What is kept of a person: the name (encrypted), and for search (in clear) its spellings, birth date and phone.

    Empty is what was not said this time.
    """

    name: str = ""
    birth_date: datetime.date | None = None
    phone: str = ""

    @property
    def indexed(self) -> dict[str, object]:
        """The fields of the index."""
        spellings = VARIANT_SEPARATOR.join(name_variants(self.name))[:LONGEST_INDEXED_NAME]
        return dict(zip(INDEXED, (spellings, self.birth_date, plain_phone(self.phone)[:40]), strict=True))

    def added_to(self, name: str, index: PersonIndex) -> "PersonDetails":
        """These details, with what is known already where nothing was said."""
        return PersonDetails(
            name=self.name or name,
            birth_date=self.birth_date or index.birth_date,
            phone=self.phone or index.contact_phone,
        )


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
    """Store name and search index of persons of one case. The last word counts; silence takes nothing away.

    Records an event for each person of whom something changed. Raises NotPermitted.
    """
    if not may_name_person(actor, case) or any(person.case_id != case.pk for person in details):
        raise NotPermitted(case.pk)
    known = PersonIndex.objects.in_bulk([person.pk for person in details])
    changed = []
    for person, told in details.items():
        before = known.get(person.pk)
        new = told.added_to(person.name, before or PersonIndex())
        if before and new.name == person.name and new.indexed == {field: getattr(before, field) for field in INDEXED}:
            continue
        person.name = new.name
        person.save(update_fields=["name"])
        record(actor, PERSON_NAMED, subject=person, case_id=case.pk)
        changed.append(PersonIndex(person=person, **new.indexed))
    PersonIndex.objects.bulk_create(changed, update_conflicts=True, unique_fields=["person"], update_fields=INDEXED)
