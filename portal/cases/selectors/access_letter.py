"""Which access letters somebody sees, and the one that a code belongs to."""

import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.models import StaffMembership, User
from portal.cases.enums import Role
from portal.cases.models import AccessLetter, Actor, Person
from portal.cases.selectors.case import cases_visible_to

SHOWN_FOR = datetime.timedelta(days=30)


def recent_letters(actor: Actor) -> QuerySet[AccessLetter]:
    """Return who printed letters for whom in the last 30 days, newest first; nothing for who leads nobody."""
    if actor.role not in {Role.TEAM_LEAD, Role.ADMINISTRATOR}:
        return AccessLetter.objects.none()
    since = timezone.now() - SHOWN_FOR
    return (
        AccessLetter.objects.filter(case__in=cases_visible_to(actor), printed_at__gte=since)
        .select_related("person", "printed_by__team")
        .order_by("-printed_at", "-pk")
    )


def letter_by_index(candidates: list[str]) -> AccessLetter | None:
    """Return the letter whose code has one of these keyed hashes, whatever became of it."""
    return AccessLetter.objects.filter(code_index__in=candidates).first()


def letter_in_hand(letter_id: UUID) -> AccessLetter | None:
    """Return the usable letter that somebody has proved to hold a moment ago, with person and account."""
    usable = AccessLetter.objects.usable_at(timezone.now())
    return usable.select_related("person__user", "case").filter(pk=letter_id).first()


def works_for_a_jobcenter(user: User) -> bool:
    """Whether the account is, was or will be one of staff: it is never opened by a letter."""
    return user.is_staff or user.is_superuser or StaffMembership.objects.filter(user=user).exists()


def persons_with_access(actor: Actor, case_id: UUID) -> QuerySet[Person]:
    """Return the persons of a case the actor sees, with account and birth date, to say who can sign in."""
    persons = Person.objects.filter(case_id=case_id, case__in=cases_visible_to(actor))
    return persons.select_related("user", "index").order_by("-is_applicant", "created_at")
