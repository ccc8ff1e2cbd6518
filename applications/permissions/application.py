"""Who may do what with an application. Seeing it comes first: callers fetch through ``applications_visible_to``."""

from applications.enums import ENDED
from applications.models import Application
from applications.selectors.consent import consent_of
from portal.accounts.models import StaffMembership
from portal.cases import permissions as case_permissions
from portal.cases.enums import Role, Scope
from portal.cases.models import Actor

# A power of attorney covers all steps of a procedure (§ 13 (1) S. 2 SGB X), a helper's permission does not.
SPEAK_FOR_THE_PERSON = frozenset({Role.CLAIMANT, Role.GUEST, Role.REPRESENTATIVE, Role.GUARDIAN})


def may_work_on(*, actor: Actor, application: Application) -> bool:
    """Staff of the jobcenter that has the case may work on it; administrators also in the clearing list."""
    return case_permissions.may_work_on(actor, application.case)


def may_move(*, actor: Actor, application: Application) -> bool:
    """As for working on it, but only once a jobcenter is responsible."""
    return application.case.jobcenter_id is not None and may_work_on(actor=actor, application=application)


def may_answer(*, actor: Actor, application: Application) -> bool:
    """As for moving it, where the form asks for consent and the request is still open."""
    is_open = application.status not in ENDED and consent_of(application) is not None
    return is_open and may_move(actor=actor, application=application)


def may_name_jobcenter(*, actor: Actor, application: Application) -> bool:
    """Administrators name the responsible jobcenter in the clearing list; the leads of a house pass a case on."""
    return actor.is_staff and case_permissions.may_assign_jobcenter(actor, application.case)


def may_be_given_to(*, application: Application, membership: StaffMembership) -> bool:
    """Work goes only to people of the jobcenter that has the case. Whether they still work there is a query."""
    return application.case.jobcenter_id is not None and membership.jobcenter_id == application.case.jobcenter_id


def may_withdraw(*, actor: Actor, application: Application) -> bool:
    """The person, and who represents them by right. Whether the word counts at once is another question."""
    return actor.role in SPEAK_FOR_THE_PERSON and actor.may(Scope.SEND, application.case_id)


def may_follow_up(*, actor: Actor, application: Application) -> bool:
    """Begin something that adds to the application or corrects it: whoever fills in for the person."""
    return actor.may(Scope.FILL_IN, application.case_id)
