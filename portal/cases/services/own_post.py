"""A member of the household wants letters of their own (§ 38 SGB II: the presumption can be rebutted at any time)."""

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.events import OWN_POST_ASKED, OWN_POST_GIVEN_UP
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_ask_for_own_post


@transaction.atomic
def ask_for_own_post(*, actor: Actor, person: Person, safe_contact: str = "") -> Person:
    """Note that the person wants own post, and how to reach them safely. Nobody of the household is told.

    Asking again keeps the first day and takes the new ``safe_contact``. Raises NotPermitted for everybody else, and for
    the applicant, whose post is the case's.
    """
    current = _locked(actor, person)
    is_new = current.wants_own_post_since is None
    if is_new:
        current.wants_own_post_since = timezone.now()
    current.safe_contact = safe_contact
    current.save(update_fields=["wants_own_post_since", "safe_contact"])
    if is_new:
        record(actor, OWN_POST_ASKED, subject=current)  # not in the trail of the case: the applicant may read that
    return current


@transaction.atomic
def give_up_own_post(*, actor: Actor, person: Person) -> Person:
    """Take it back; doing it twice is the same as once. Raises NotPermitted as above."""
    current = _locked(actor, person)
    if current.wants_own_post_since is not None:
        current.wants_own_post_since, current.safe_contact = None, None
        current.save(update_fields=["wants_own_post_since", "safe_contact"])
        record(actor, OWN_POST_GIVEN_UP, subject=current)
    return current


def _locked(actor: Actor, person: Person) -> Person:
    if not may_ask_for_own_post(actor, person):
        raise NotPermitted(person.case_id)
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
