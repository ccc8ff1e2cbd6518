"""Predicates on an actor and a case. The citizen's side asks scopes, the office's side role and jobcenter.

Each takes the case already loaded and needs no SQL.
"""

from portal.accounts.selectors import works_for
from portal.cases.enums import CaseStatus, Role, Scope, StandingKind
from portal.cases.models import Actor, Case, Person, Standing


def may_fill_in(actor: Actor, case: Case) -> bool:
    """Start, read and change drafts of the case."""
    return case.status != CaseStatus.CLOSED and actor.may(Scope.FILL_IN, case.pk)


def may_send(actor: Actor, case: Case) -> bool:
    """Hand something in. Never refused because a case is closed: handing in may be a duty (§ 60 SGB I)."""
    return actor.may(Scope.SEND, case.pk)


def may_upload(actor: Actor, case: Case) -> bool:
    """Add documents. Does not include reading any."""
    return actor.may(Scope.UPLOAD, case.pk)


def may_read_postbox(actor: Actor, case: Case) -> bool:
    """Read messages and receipts."""
    return actor.may(Scope.READ_POSTBOX, case.pk)


def may_read_decisions(actor: Actor, case: Case) -> bool:
    """Read decisions (Bescheide)."""
    return actor.may(Scope.READ_DECISIONS, case.pk)


def may_use_appointments(actor: Actor, case: Case) -> bool:
    """See, request, move and cancel appointments."""
    return actor.may(Scope.APPOINTMENTS, case.pk)


def may_work_on(actor: Actor, case: Case) -> bool:
    """Work on the case as staff: an opened case of the own jobcenter, or of the clearing list for administrators."""
    if not actor.is_staff or case.status == CaseStatus.PROSPECTIVE:
        return False
    if case.jobcenter_id is None:
        return actor.role is Role.ADMINISTRATOR and case.is_in_clearing
    return case.jobcenter_id == actor.jobcenter_id


def may_read_case(actor: Actor, case: Case) -> bool:
    """Read the answers of a case: who may fill in, its caseworkers, the system."""
    return actor.is_system or may_work_on(actor, case) or actor.may(Scope.FILL_IN, case.pk)


def may_admit(actor: Actor, case: Case) -> bool:
    """Open the case by handing something in, or as a part of the system."""
    return actor.is_system or may_send(actor, case) or may_work_on(actor, case)


def may_name_person(actor: Actor, case: Case) -> bool:
    """Write name, birth date and phone of a person into the index."""
    return actor.is_system or may_fill_in(actor, case) or may_send(actor, case) or may_work_on(actor, case)


def may_assign_jobcenter(actor: Actor, case: Case) -> bool:
    """Give the case to a jobcenter: administrators from the clearing list, the leads of the jobcenter that has it."""
    if actor.is_system:
        return True
    leads = actor.role in {Role.ADMINISTRATOR, Role.TEAM_LEAD}
    return leads and may_work_on(actor, case)


def may_grant(actor: Actor, case: Case) -> bool:
    """Let somebody act on the case, and end it: the person itself, its guardian, and staff for what they record."""
    if actor.role in {Role.CLAIMANT, Role.GUEST}:  # whoever is only a member of the household has the own part alone
        return bool(actor.scopes.get(case.pk, frozenset()) - {Scope.OWN_PART})
    if actor.role is Role.GUARDIAN:  # with tasks that reach that far, and a proof that was checked
        return actor.may(Scope.SEND, case.pk) and actor.may(Scope.READ_DECISIONS, case.pk)
    return actor.is_system or may_work_on(actor, case)


def may_end(actor: Actor, standing: Standing) -> bool:
    """End a standing: who may grant on its case, and whoever holds it (nobody has to go on helping).

    A guardian is appointed by a court, a parent by law: only staff note that it has ended. What an organisation holds,
    everybody may end who works there today: that alone needs one SQL.
    """
    if standing.kind == StandingKind.GUARDIAN:
        return actor.is_system or may_work_on(actor, standing.case)
    holds = actor.user_id is not None and actor.user_id == standing.user_id
    if holds or may_grant(actor, standing.case):
        return True
    return standing.organisation_id is not None and works_for(actor.user_id, standing.organisation_id)


def may_record_representation(actor: Actor, case: Case) -> bool:
    """Record who represents a person by right, check the proof, move the end: staff who work on the case."""
    return actor.membership_id is not None and may_work_on(actor, case)


def may_see_own_part(actor: Actor, person: Person) -> bool:
    """See and confirm what is said about oneself: another member of the household, in the own affairs."""
    is_self = actor.user_id is not None and actor.user_id == person.user_id and actor.acting_for is None
    return is_self and not person.is_applicant and actor.may(Scope.OWN_PART, person.case_id)


def may_ask_for_own_post(actor: Actor, person: Person) -> bool:
    """Want letters of one's own: whoever sees the own part."""
    return may_see_own_part(actor, person)


def may_prefer_personal(actor: Actor, person: Person) -> bool:
    """Say that this person would rather talk: they themselves, their guardian, and staff who work on the case."""
    if actor.is_staff:
        return actor.membership_id is not None and may_work_on(actor, person.case)
    if person.case_id not in actor.case_ids:
        return False
    if actor.acting_for is not None:
        return actor.role is Role.GUARDIAN and actor.acting_for.person_id in {None, person.pk}
    if actor.role is Role.GUEST:
        return person.is_applicant and person.user_id is None
    return actor.user_id is not None and actor.user_id == person.user_id


def may_print_letter(actor: Actor, person: Person) -> bool:
    """Print a letter that opens an account: staff who work on the person's case."""
    return may_work_on(actor, person.case)


def may_list_letters(actor: Actor) -> bool:
    """See which letters were printed lately, by whom and for whom: who leads a team or administers the jobcenter."""
    return actor.role in {Role.TEAM_LEAD, Role.ADMINISTRATOR}
