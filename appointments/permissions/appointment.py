"""Who may do what with appointments."""

from appointments.models import Appointment
from appointments.selectors.appointment import is_about
from appointments.selectors.by_link import is_by_link
from portal.cases.enums import Scope
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import may_use_appointments, may_work_on, stands_for


def may_arrange(actor: Actor, case: Case, person: Person) -> bool:
    """Book, move, cancel or ask for an appointment of this person: who may use the appointments of the case, the
    person herself as a member of it, and its caseworkers.

    For somebody who wants own post only they themselves may, who represents them by right, and staff. A link to one
    appointment arranges no other.
    """
    if person.case_id != case.pk or is_by_link(actor):
        return False
    if not actor.is_citizen:
        return may_work_on(actor, case)
    if actor.user_id is not None and actor.acting_for is None and person.user_id == actor.user_id:
        return may_use_appointments(actor, case) or actor.may(Scope.OWN_PART, case.pk)
    is_open = person.wants_own_post_since is None or stands_for(actor, person)
    return is_open and may_use_appointments(actor, case)


def persons_to_arrange_for(actor: Actor, case: Case) -> list[Person]:
    """Return for whom of a case the actor can make appointments, oneself first, with what is known of their age.

    Who acts for one person: for her. A member of the household: for themselves. The applicant: for all who do not want
    own post, children as their parent, adults as who speaks for the household (§ 38 SGB II). One query.
    """
    wanted = actor.acting_for.person_id if actor.acting_for is not None else None
    people = Person.objects.filter(case=case).select_related("index")
    found = [each for each in people if wanted in {None, each.pk} and may_arrange(actor, case, each)]
    return sorted(found, key=lambda each: not is_about(actor, each))


def may_change(actor: Actor, appointment: Appointment) -> bool:
    """Move or cancel this appointment, or say what is needed: who may arrange it, and who holds its link."""
    if is_by_link(actor):
        return actor.key == str(appointment.pk)
    return may_arrange(actor, appointment.case, appointment.person)


def may_keep_calendar(actor: Actor, person: Person) -> bool:
    """Subscribe to the person's calendar: only they themselves, with an account or a code, nobody who acts for them."""
    if actor.acting_for is not None or not actor.is_citizen:
        return False
    if person.user_id is not None:
        return person.user_id == actor.user_id and may_arrange(actor, person.case, person)
    return actor.user_id is None and person.is_applicant and may_arrange(actor, person.case, person)
