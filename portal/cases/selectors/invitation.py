"""Reads of invitations and of who helps whom, for the pages of both sides."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from portal.accounts.models import OrganisationMembership
from portal.cases.enums import InvitationSide, Role, Scope
from portal.cases.models import Actor, Invitation, Person, Standing
from portal.cases.models.standing import StandingQuerySet


def helpers_visible_to(actor: Actor) -> StandingQuerySet:
    """Return everybody who acts or acted for others on the cases of the actor's own, the latest first.

    Empty for staff, for who acts for somebody but a guardian, and for members of the household: it is the person's
    business. The system sees all.
    """
    found = Standing.objects.of_others()
    if not actor.is_system:
        found = found.filter(case_id__in=_granting_cases(actor))
    return found.select_related("case", "person", "organisation").order_by("-created_at", "id")


def offers_of(actor: Actor) -> QuerySet[Invitation]:
    """Return the invitations to the same cases that still wait for an answer, the latest first."""
    waiting = Invitation.objects.waiting().filter(side=InvitationSide.OFFER, case_id__in=_granting_cases(actor))
    return waiting.order_by("-created_at")


def _granting_cases(actor: Actor) -> list[UUID]:
    """Where the actor decides who helps: own cases, and for a guardian that of the ward."""
    if not actor.is_citizen or (actor.acting_for is not None and actor.role is not Role.GUARDIAN):
        return []
    return [case_id for case_id, scopes in actor.scopes.items() if scopes - {Scope.OWN_PART}]


def requests_of(actor: Actor) -> QuerySet[Invitation]:
    """Return what the actor as a helper has sent, handed over or offered, and what came of it; the latest first.

    What was asked for an organisation stands in its list of clients.
    """
    if actor.user_id is None:
        return Invitation.objects.none()
    sent = Invitation.objects.filter(created_by_user_id=actor.user_id, organisation=None)
    return sent.exclude(side=InvitationSide.OFFER).order_by("-created_at")


def invitations_visible_to(actor: Actor) -> QuerySet[Invitation]:
    """Return those the actor has sent, those to cases of the actor's own, and those of organisations they work for.

    The system sees all. Papers of organisations have pages of their own.
    """
    if actor.is_system:
        return Invitation.objects.select_related("case")
    if actor.user_id is None or not actor.is_citizen:
        return Invitation.objects.none()
    to_own_cases = Q(side=InvitationSide.OFFER, pk__in=offers_of(actor).values("pk"))
    bodies = OrganisationMembership.objects.current().filter(user_id=actor.user_id).values("organisation_id")
    of_work = Q(organisation_id__in=bodies) & ~Q(side=InvitationSide.OFFER)
    sent = Q(created_by_user_id=actor.user_id, organisation=None)
    found = Invitation.objects.filter(sent | to_own_cases | of_work).exclude(side=InvitationSide.PAPER)
    return found.select_related("case", "organisation")


def begun_for_others(actor: Actor) -> StandingQuerySet:
    """Return the helper's standings on cases whose person has no account: what can be handed over."""
    without_account = Person.objects.filter(pk=OuterRef("person_id"), user__isnull=True)
    if actor.user_id is None:
        return Standing.objects.none()
    held = Standing.objects.of_others().filter(user_id=actor.user_id, revoked_at__isnull=True)
    return held.filter(Exists(without_account))
