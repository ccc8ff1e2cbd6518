"""What was agreed in a conversation: who does what until when. The person reads it."""

import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from appointments.domain.agreed import tell_removed
from appointments.domain.safe_link import safe_link
from appointments.errors import NothingToAgree
from appointments.events import STEP_AGREED, STEP_DONE, STEP_REMOVED
from appointments.models import AgreedStep, Appointment
from appointments.permissions import may_arrange
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor

LONGEST_STEP: Final = 1000


@transaction.atomic
def agree_step(
    *,
    actor: Actor,
    appointment: Appointment,
    text: str,
    link: str = "",
    is_for_person: bool = True,
    due: datetime.date | None = None,
) -> AgreedStep:
    """Write down one step and return it; the person sees it at once and is told in a few minutes, with other new ones.

    ``link``: an address on the internet (``https``). Raises NotPermitted, NothingToAgree without words, LinkNotSafe.
    """
    _check(actor, appointment)
    words = text.strip()[:LONGEST_STEP]
    if not words:
        raise NothingToAgree
    step = AgreedStep.objects.create(
        appointment=appointment, text=words, link=safe_link(link), is_for_person=is_for_person, due=due
    )
    record(actor, STEP_AGREED, subject=step, case_id=appointment.case_id)
    return step


@transaction.atomic
def tick_step(*, actor: Actor, step: AgreedStep, is_done: bool) -> None:
    """Note that a step is done, or that it is not. Raises NotPermitted."""
    _check(actor, step.appointment)
    step.done_at = timezone.now() if is_done else None
    step.save(update_fields=["done_at"])
    record(actor, STEP_DONE, subject=step, case_id=step.appointment.case_id)


@transaction.atomic
def remove_step(*, actor: Actor, step: AgreedStep) -> None:
    """Take a step back that was written down by mistake; who was told of it hears that, too. Raises NotPermitted."""
    _check(actor, step.appointment)
    if step.told_at is not None:
        tell_removed(step)
    record(actor, STEP_REMOVED, subject=step, case_id=step.appointment.case_id)
    step.delete()


def _check(actor: Actor, appointment: Appointment) -> None:
    if actor.membership_id is None or not may_arrange(actor, appointment.case, appointment.person):
        raise NotPermitted(appointment.case_id)
