"""From an address to the case and the decision it names, and as whom somebody opens them."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from msgspec import Struct
from msgspec.structs import replace

from applications.models import Application
from applications.selectors.application import applications_visible_to
from mailbox.enums import DecisionStatus
from mailbox.models import Decision
from mailbox.selectors import decisions_to_show
from portal.accounts.models import StaffMembership
from portal.cases.enums import AccessReason
from portal.cases.models import Actor, Case
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason

PURPOSE = "decision"


class Desk(Struct, frozen=True):
    """Who works on which case; ``latest`` is its newest application, for the way back."""

    actor: Actor
    case: Case
    latest: Application | None


def case_at(request: HttpRequest, pk: UUID) -> Desk:
    """404 for cases of other jobcenters, ReasonWanted for those of colleagues."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_visible_to(actor).select_related("jobcenter"), pk=pk)
    return _desk(with_reason(request, actor, pk), case)


def decision_at(request: HttpRequest, case_pk: UUID, pk: UUID) -> tuple[Desk, Decision]:
    """The same with a decision of the case.

    What waits for a second look is everybody's work: its reason is known, so nobody is asked; the person reads it. So
    it is afterwards for who has released it.
    """
    actor = staff_actor_of(request, purpose=PURPOSE)
    decision = get_object_or_404(decisions_to_show(actor).select_related("document__case"), pk=pk, case_id=case_pk)
    waits = decision.status == DecisionStatus.WAITING and decision.created_by.user_id != actor.user_id
    is_second_look = waits or decision.released_by_id == actor.membership_id
    if is_second_look:
        return _desk(replace(actor, purpose=AccessReason.SECOND_LOOK.value), decision.case), decision
    return _desk(with_reason(request, actor, case_pk), decision.case), decision


def membership_of(actor: Actor) -> StaffMembership:
    """By which membership somebody is here. Raises StaffMembership.DoesNotExist for everybody but staff."""
    if actor.membership_id is None:
        raise StaffMembership.DoesNotExist
    return StaffMembership.objects.get(pk=actor.membership_id)


def _desk(actor: Actor, case: Case) -> Desk:
    found = applications_visible_to(actor).filter(case=case).select_related("submission", "person")
    return Desk(actor, case, found.order_by("-received_at").first())
