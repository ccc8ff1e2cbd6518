"""Write what happens to accounts into the audit trail."""

from django.db.models import Model

from portal.accounts.enums import StaffRole
from portal.accounts.models import User
from portal.audit.events import EventType, SystemActor, UserActor
from portal.audit.services import record

PURPOSE = "own_account"


def record_account_event(*, user: User, event: EventType) -> None:
    """Record what a user did with the own account. In clear stands only the role: ``staff`` or ``account``."""
    record(UserActor(user_id=user.pk, role="staff" if user.is_staff else "account", purpose=PURPOSE), event)


def record_office_data_event(*, user: User, event: EventType, subject: Model) -> None:
    """Record that an administrator or operator changed ``subject``: a jobcenter, office, team, membership, postcode."""
    role = "operator" if user.is_superuser else StaffRole.ADMINISTRATOR
    record(UserActor(user_id=user.pk, role=role, purpose="administration"), event, subject=subject)


def record_failed_sign_in(*, event: EventType) -> None:
    """Record that somebody could not prove who they are. Names nobody: who typed the address is not known."""
    record(SystemActor("accounts.sign_in", PURPOSE), event)
