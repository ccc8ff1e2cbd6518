"""Which persons somebody sees, and search by name, birth date or phone."""

import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from portal.cases.models import Actor, Person, name_variants, plain_phone
from portal.cases.selectors.case import cases_visible_to


def persons_visible_to(actor: Actor) -> QuerySet[Person]:
    """Return the persons of the cases the actor sees."""
    if actor.is_citizen:
        return Person.objects.filter(case_id__in=actor.case_ids)
    return Person.objects.filter(case__in=cases_visible_to(actor))


def own_person(actor: Actor, case_id: UUID) -> Person | None:
    """Return the person the actor is in the case; None for helpers, staff, the system and on foreign cases."""
    if actor.user_id is None or not actor.is_citizen:
        return None
    return persons_visible_to(actor).filter(case_id=case_id, user_id=actor.user_id).first()


def who_would_rather_talk(actor: Actor, case_id: UUID) -> QuerySet[Person]:
    """Return the persons of a case who would rather be called or seen, with the phone; staff read it before writing."""
    found = persons_visible_to(actor).filter(case_id=case_id, prefers_personal_since__isnull=False)
    return found.select_related("index")


def find_persons(
    actor: Actor, *, name: str = "", birth_date: datetime.date | None = None, phone: str = ""
) -> QuerySet[Person]:
    """Search the person index within what the actor sees; what is given must all fit, nothing given finds nobody.

    ``name``: every word must occur, in any order; umlauts match with and without spelling out ("Müller", "Mueller",
    "Muller"). ``phone``: the digits, from any place in the number.
    """
    words = [word for word in name.split() if name_variants(word)]
    digits = plain_phone(phone)
    if not (words or birth_date or digits):
        return Person.objects.none()
    found = persons_visible_to(actor).select_related("index")
    for word in words:
        fits = Q()
        for variant in name_variants(word):
            fits |= Q(index__normalised_name__contains=variant)
        found = found.filter(fits)
    if birth_date:
        found = found.filter(index__birth_date=birth_date)
    if digits:
        found = found.filter(index__contact_phone__contains=digits)
    return found
