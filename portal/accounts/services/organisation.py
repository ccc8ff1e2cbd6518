"""Register an organisation, let somebody work for it, end that, say who looks after the members."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from msgspec import Struct

from portal.accounts.enums import OrganisationKind, OrganisationRole
from portal.accounts.errors import LastCoordinator, NotCoordinator, OrganisationNotPossible
from portal.accounts.events import (
    MEMBER_ENDED,
    MEMBER_JOINED,
    MEMBER_ROLE_CHANGED,
    ORGANISATION_CHANGED,
    ORGANISATION_REGISTERED,
)
from portal.accounts.models import Organisation, OrganisationMembership, User
from portal.accounts.selectors.organisation import coordinates, coordinators_of
from portal.audit.events import EventType, UserActor
from portal.audit.services import record

ROLE = "organisation"


class OrganisationDetails(Struct, frozen=True, kw_only=True):
    """What somebody says of the body they work for; ``email`` may stay empty."""

    name: str
    kind: OrganisationKind
    street: str
    postcode: str
    city: str
    phone: str
    email: str = ""


@transaction.atomic
def register_organisation(*, user: User, details: OrganisationDetails, display_name: str) -> Organisation:
    """Store a body that waits to be checked; ``user`` looks after its members. Until then nobody is let near a client.

    Raises OrganisationNotPossible when the name is taken, or the account has another one waiting.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if Organisation.objects.filter(memberships__user=user, confirmed_at__isnull=True).exists():
        raise OrganisationNotPossible
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(
                name=details.name,
                kind=details.kind,
                street=details.street,
                postcode=details.postcode,
                city=details.city,
                phone=details.phone,
                email=details.email,
            )
    except IntegrityError:
        raise OrganisationNotPossible from None
    membership = OrganisationMembership.objects.create(
        user=user, organisation=organisation, role=OrganisationRole.COORDINATOR, display_name=display_name
    )
    _record(user, ORGANISATION_REGISTERED, membership)
    return organisation


def record_organisation_change(*, user: User, organisation: Organisation) -> None:
    """Record that an administrator or operator has checked, changed or shut an organisation."""
    role = "operator" if user.is_superuser else "administrator"
    actor = UserActor(user_id=user.pk, role=role, purpose="administration")
    record(actor, ORGANISATION_CHANGED, subject=organisation)


@transaction.atomic
def admit_member(*, user: User, organisation: Organisation, display_name: str) -> OrganisationMembership:
    """Let somebody work for the organisation from today on; somebody who does already stays as they are."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    known = OrganisationMembership.objects.current().filter(user=user, organisation=organisation).first()
    if known is not None:
        return known
    membership = OrganisationMembership.objects.create(user=user, organisation=organisation, display_name=display_name)
    _record(user, MEMBER_JOINED, membership)
    return membership


@transaction.atomic
def end_membership(*, user: User, membership: OrganisationMembership) -> None:
    """End it at once: whose it is, or who coordinates. With the next request nothing of a client is seen any more.

    Ending twice is the same as once. Raises NotCoordinator and LastCoordinator.
    """
    current = _locked(user, membership, own=True)
    if current.ended_at is not None:
        return
    _keep_a_coordinator(current)
    now = timezone.now()
    current.ended_at, current.valid_to = now, timezone.localdate(now)
    current.save(update_fields=["ended_at", "valid_to"])
    _record(user, MEMBER_ENDED, current)


@transaction.atomic
def change_role(*, user: User, membership: OrganisationMembership, role: OrganisationRole) -> None:
    """Say who looks after the members. Raises NotCoordinator and LastCoordinator."""
    current = _locked(user, membership, own=False)
    if current.ended_at is not None:
        raise NotCoordinator
    if role != OrganisationRole.COORDINATOR:
        _keep_a_coordinator(current)
    current.role = role
    current.save(update_fields=["role"])
    _record(user, MEMBER_ROLE_CHANGED, current)


def _locked(user: User, membership: OrganisationMembership, *, own: bool) -> OrganisationMembership:
    """The row of the organisation is locked, too: two coordinators who stop at the same moment are counted."""
    Organisation.objects.select_for_update(no_key=True).get(pk=membership.organisation_id)
    current = OrganisationMembership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    is_own = own and current.user_id == user.pk
    if not is_own and not coordinates(user.pk, current.organisation_id):
        raise NotCoordinator
    return current


def _keep_a_coordinator(membership: OrganisationMembership) -> None:
    others = coordinators_of(membership.organisation_id).exclude(pk=membership.pk)
    if membership.role == OrganisationRole.COORDINATOR and not others.exists():
        raise LastCoordinator


def _record(user: User, event: EventType, membership: OrganisationMembership) -> None:
    record(UserActor(user_id=user.pk, role=ROLE, purpose=ROLE), event, subject=membership)
