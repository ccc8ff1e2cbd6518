"""Somebody would rather talk than read: they say so themselves, or staff have heard it from them."""

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import PREFERENCE_NOTED
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_prefer_personal


@transaction.atomic
def prefer_personal(*, actor: Actor, person: Person, prefers: bool) -> None:
    """Keep that the person prefers talking, or forget it; the same once more changes nothing. Raises NotPermitted."""
    if not may_prefer_personal(actor, person):
        raise NotPermitted(person.case_id)
    if prefers == (person.prefers_personal_since is not None):
        return
    person.prefers_personal_since = timezone.now() if prefers else None
    person.save(update_fields=["prefers_personal_since"])
    record(actor, PREFERENCE_NOTED, subject=person, case_id=person.case_id)
