"""Staff note in which language somebody is best reached."""

from django.db import transaction

from portal.audit.services import record
from portal.cases.enums import Language
from portal.cases.errors import NotPermitted
from portal.cases.events import LANGUAGE_NOTED
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_work_on


@transaction.atomic
def note_language(*, actor: Actor, person: Person, language: Language | None) -> None:
    """Keep the language, or forget it with None; the same once more changes nothing. Raises NotPermitted."""
    if actor.membership_id is None or not may_work_on(actor, person.case):
        raise NotPermitted(person.case_id)
    wanted = language or ""
    if person.language == wanted:
        return
    person.language = wanted
    person.save(update_fields=["language"])
    record(actor, LANGUAGE_NOTED, subject=person, case_id=person.case_id)
