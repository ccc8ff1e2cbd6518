"""Staff enter the number under which the office keeps the household."""

from django.db import transaction

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import HOUSEHOLD_NUMBER_ENTERED
from portal.cases.models import Actor, Case
from portal.cases.models.household_number import household_number_index
from portal.cases.permissions import may_work_on


@transaction.atomic
def enter_household_number(*, actor: Actor, case: Case, number: str) -> None:
    """Keep the number, encrypted, with its index beside it; the same once more changes nothing. Raises NotPermitted."""
    if not may_work_on(actor, case) or actor.membership_id is None:
        raise NotPermitted(case.pk)
    locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if locked.household_number == number:
        return
    locked.household_number = number
    locked.household_number_index = household_number_index(number)
    locked.save(update_fields=["household_number", "household_number_index"])
    record(actor, HOUSEHOLD_NUMBER_ENTERED, subject=locked, case_id=locked.pk)
