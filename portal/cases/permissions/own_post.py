"""Own post of a member of the household: who writes it, and when a thing belongs to it. None needs SQL."""

from portal.cases.enums import Scope
from portal.cases.models import Actor, Person


def has_own_post(actor: Actor, person: Person) -> bool:
    """Write and upload for oneself, though the case is another's: who has asked for own post, in the own affairs."""
    is_self = actor.user_id is not None and actor.user_id == person.user_id and actor.acting_for is None
    wants = person.wants_own_post_since is not None and not person.is_applicant
    return is_self and wants and actor.may(Scope.OWN_PART, person.case_id)


def stands_for(actor: Actor, person: Person) -> bool:
    """Represent this person by right, with a checked proof (§ 13 SGB X, § 1823 BGB)."""
    acting = actor.acting_for
    return acting is not None and acting.is_by_right and acting.person_id == person.pk


def is_own_post(actor: Actor, person: Person | None) -> bool:
    """Whether what the actor hands in or takes in for the person belongs to her own post, so that the household never
    sees it: from herself, who represents her, or the office.

    What the applicant sends about somebody is the applicant's.
    """
    if person is None or person.wants_own_post_since is None:
        return False
    return not actor.is_citizen or has_own_post(actor, person) or stands_for(actor, person)
