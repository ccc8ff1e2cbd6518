"""Reads of organisations and of who works there."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.enums import OrganisationRole
from portal.accounts.models import Organisation, OrganisationMembership, User
from portal.accounts.models.organisation import OrganisationMembershipQuerySet


def works_for(user_id: UUID | None, organisation_id: UUID) -> bool:
    """Whether the account works there today, in an organisation that was checked and takes part. One SQL."""
    if user_id is None:
        return False
    return OrganisationMembership.objects.current().filter(user_id=user_id, organisation_id=organisation_id).exists()


def coordinates(user_id: UUID | None, organisation_id: UUID) -> bool:
    """Whether the account looks after the members of this organisation today. One SQL."""
    return user_id is not None and coordinators_of(organisation_id).filter(user_id=user_id).exists()


def coordinators_of(organisation_id: UUID) -> OrganisationMembershipQuerySet:
    """Return who looks after the members of this organisation today."""
    current = OrganisationMembership.objects.current()
    return current.filter(organisation_id=organisation_id, role=OrganisationRole.COORDINATOR)


def memberships_of(user: User) -> QuerySet[OrganisationMembership]:
    """Return where the account works, organisations that wait to be checked included, with the organisation."""
    held = OrganisationMembership.objects.filter(
        user=user, ended_at__isnull=True, valid_to__isnull=True, organisation__is_active=True
    )
    return held.select_related("organisation").order_by("organisation__name")


def members_of(organisation: Organisation) -> QuerySet[OrganisationMembership]:
    """Return who works there now, with the account; who looks after the others first."""
    held = OrganisationMembership.objects.current(timezone.localdate()).filter(organisation=organisation)
    return held.select_related("user").order_by("role", "display_name")


def names_of_members(user_ids: set[UUID], organisation_id: UUID) -> dict[UUID, str]:
    """Return by account under which name they work or worked for the organisation. One SQL, none for nobody."""
    if not user_ids:
        return {}
    held = OrganisationMembership.objects.filter(user_id__in=user_ids, organisation_id=organisation_id)
    return dict(held.order_by("valid_from").values_list("user_id", "display_name"))
