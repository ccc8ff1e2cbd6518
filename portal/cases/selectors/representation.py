"""Who represents somebody by right: authorised representatives, legal guardians, parents."""

import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.cases.enums import StandingKind
from portal.cases.models import Actor, Standing
from portal.cases.selectors.case import cases_visible_to

REPRESENTS = (StandingKind.GUARDIAN, StandingKind.REPRESENTATIVE)


def representations_of_case(case_id: UUID) -> QuerySet[Standing]:
    """Return every representation that was ever recorded on the case, newest first, with person and holder. One SQL."""
    recorded = Standing.objects.filter(case_id=case_id, kind__in=REPRESENTS)
    return recorded.select_related("person", "user", "organisation", "proof_checked_by").order_by("-created_at", "pk")


def representing(person_id: UUID, case_id: UUID, at: datetime.datetime | None = None) -> list[Standing]:
    """Return the representations of a person that hold at a moment (now), oldest first. One SQL."""
    held = Standing.objects.valid_at(at or timezone.now()).filter(case_id=case_id, kind__in=REPRESENTS)
    concerning = held.filter(Q(person_id=person_id) | Q(person__isnull=True))
    return list(concerning.select_related("user", "organisation").order_by("created_at", "pk"))


def ending_representations(actor: Actor, *, within: datetime.timedelta) -> QuerySet[Standing]:
    """Return checked representations of the house that end soon, the next one first; for citizens none."""
    if not actor.is_staff:
        return Standing.objects.none()
    now = timezone.now()
    held = Standing.objects.valid_at(now).filter(kind__in=REPRESENTS, proof_checked_at__isnull=False)
    ending = held.filter(case__in=cases_visible_to(actor), valid_to__lte=now + within)
    return ending.select_related("person").order_by("valid_to", "pk")
