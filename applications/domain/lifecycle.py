"""The life of an application: one table of allowed steps and the one function that takes them."""

from datetime import datetime

from django.db import transaction

from applications.enums import ENDED
from applications.enums import ApplicationStatus as Status
from applications.errors import TransitionNotAllowed
from applications.models import Application, StatusChange
from portal.cases.enums import Role
from portal.cases.models import Actor

STAFF = frozenset({Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR})
LEADS = frozenset({Role.TEAM_LEAD, Role.ADMINISTRATOR})
STAFF_OR_SYSTEM = STAFF | {Role.SYSTEM}
FOLLOWS = frozenset({Role.SYSTEM})  # from what a person has done: sent a request for papers
# A claimant may take the application back at any time until it is decided (§ 37 SGB II);
# staff write down what came on paper.
# A representative's power covers all steps of a procedure (§ 13 (1) S. 2 SGB X), a helper's does not.
WITHDRAWERS = STAFF | {Role.CLAIMANT, Role.REPRESENTATIVE, Role.GUARDIAN}

# Only leads take an end back, so staff are asked before each step to one; before these, colleagues must also be able to
# read how it came to that.
NEEDS_NOTE = frozenset({Status.WITHDRAWN})
OPEN_STATUSES = frozenset(Status) - ENDED

# Of the steps from one status the usual one stands first.
TRANSITIONS: dict[tuple[Status, Status], frozenset[Role]] = {
    (Status.RECEIVED, Status.FORWARDED): LEADS,
    (Status.RECEIVED, Status.ASSIGNED): STAFF,
    (Status.RECEIVED, Status.IN_REVIEW): STAFF,
    (Status.RECEIVED, Status.DOCUMENTS_REQUESTED): FOLLOWS,
    (Status.FORWARDED, Status.FORWARDED): LEADS,
    (Status.FORWARDED, Status.ASSIGNED): STAFF,
    (Status.FORWARDED, Status.IN_REVIEW): STAFF,
    (Status.FORWARDED, Status.DOCUMENTS_REQUESTED): FOLLOWS,
    (Status.ASSIGNED, Status.RECEIVED): STAFF,
    (Status.ASSIGNED, Status.IN_REVIEW): STAFF,
    (Status.ASSIGNED, Status.DOCUMENTS_REQUESTED): FOLLOWS,
    (Status.IN_REVIEW, Status.DOCUMENTS_REQUESTED): STAFF_OR_SYSTEM,
    (Status.IN_REVIEW, Status.WAITING_THIRD_PARTY): STAFF,
    (Status.IN_REVIEW, Status.DECISION_PENDING): STAFF,
    (Status.DOCUMENTS_REQUESTED, Status.DOCUMENTS_RECEIVED): STAFF_OR_SYSTEM,
    (Status.DOCUMENTS_REQUESTED, Status.IN_REVIEW): STAFF,
    (Status.DOCUMENTS_RECEIVED, Status.IN_REVIEW): STAFF,
    (Status.DOCUMENTS_RECEIVED, Status.DOCUMENTS_REQUESTED): STAFF_OR_SYSTEM,  # something could not be used
    (Status.WAITING_THIRD_PARTY, Status.IN_REVIEW): STAFF,
    (Status.DECISION_PENDING, Status.DECIDED): STAFF,
    (Status.DECISION_PENDING, Status.IN_REVIEW): STAFF,
    (Status.DECIDED, Status.CLOSED): STAFF,
    (Status.DECIDED, Status.IN_REVIEW): LEADS,  # a decision is looked at again (§ 44 SGB X): not one person alone
    (Status.WITHDRAWN, Status.CLOSED): STAFF,
    (Status.WITHDRAWN, Status.IN_REVIEW): LEADS,  # taken back by mistake
    (Status.CLOSED, Status.IN_REVIEW): LEADS,
    **{(status, Status.WITHDRAWN): WITHDRAWERS for status in Status if status in OPEN_STATUSES},
}

# A request for consent is answered in one step: no decision is written before. `answer_request` alone takes it.
ANSWERED: dict[tuple[Status, Status], frozenset[Role]] = {(status, Status.DECIDED): STAFF for status in OPEN_STATUSES}


def next_statuses(*, status: str, role: Role) -> tuple[Status, ...]:
    """Return the statuses ``role`` may choose next, in the order of the table."""
    return tuple(to for (origin, to), roles in TRANSITIONS.items() if origin == status and role in roles)


def change_status(
    *, application: Application, to: Status, actor: Actor, note: str = "", at: datetime, is_answer: bool = False
) -> StatusChange:
    """Move ``application`` to ``to`` and write the history row; the only place that writes ``status``.

    The row is locked and read again first: two people cannot take the same step twice. ``note`` is for colleagues only;
    ``at`` carries a time zone. ``is_answer``: staff have answered a request for consent.
    Raises TransitionNotAllowed when the table lacks the step or the role may not take it.
    """
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",)).only("status").get(pk=application.pk)
        origin = Status(locked.status)
        table = ANSWERED if is_answer else TRANSITIONS
        if actor.role not in table.get((origin, to), frozenset()):
            raise TransitionNotAllowed(origin, to, actor.role)
        locked.status = to
        locked.save(update_fields=["status"])
        application.status = to
        return StatusChange.objects.create(
            application=application,
            from_status=origin,
            to_status=to,
            at=at,
            actor_role=actor.role,
            membership_id=actor.membership_id,
            note=note,
        )
