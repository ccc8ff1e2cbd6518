"""Who may write to whom, and what the office may do in the postbox."""

from uuid import UUID

from portal.cases.enums import CaseStatus, Role
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import has_own_post, may_send, may_work_on

LEADS = frozenset({Role.TEAM_LEAD, Role.ADMINISTRATOR})


def may_write(actor: Actor, case: Case, person: Person) -> bool:
    """Write in the postbox of a case about this person of it: staff who work on it; on the citizens' side who may hand
    something in, and a member of the household with own post for themselves.

    Not before the first thing was handed in: nobody at any jobcenter would see it. A closed case takes messages.
    """
    if case.status == CaseStatus.PROSPECTIVE:
        return False
    for_oneself = person.case_id == case.pk and has_own_post(actor, person)
    return may_work_on(actor, case) or (actor.is_citizen and may_send(actor, case)) or for_oneself


def may_handle(actor: Actor, case: Case) -> bool:
    """Answer, move and note at the office: staff who work on the case."""
    return actor.membership_id is not None and may_work_on(actor, case)


def may_write_texts(actor: Actor) -> bool:
    """See drafts of texts and write texts of the own jobcenter: who leads a team or administers it."""
    return actor.role in LEADS and actor.jobcenter_id is not None


def may_change_text(actor: Actor, jobcenter_id: UUID | None) -> bool:
    """Change a text: those of the own jobcenter. What belongs to all is nobody's to change here."""
    return may_write_texts(actor) and jobcenter_id is not None and jobcenter_id == actor.jobcenter_id
