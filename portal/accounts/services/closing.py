"""The end of an account."""

from collections.abc import Iterator

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import CASCADE, SET_NULL, ForeignObjectRel, ProtectedError
from django.db.models.fields.reverse_related import ManyToOneRel

from portal.accounts.events import ACCOUNT_CLOSED
from portal.accounts.models import StaffMembership, User
from portal.accounts.services.record_account_event import record_account_event
from portal.audit.events import SystemActor
from portal.audit.services import shred_actor

CLOSED_DOMAIN = "konto-geschlossen.invalid"  # RFC 2606: nothing is ever delivered there
OF_THE_OFFICE = (StaffMembership, LogEntry)  # who worked here when and did what: the office's record, not the account's
WORKER = SystemActor("accounts.closing", "account_closed")


@transaction.atomic
def close_user(*, user: User) -> None:
    """Delete the account; where rows that must stay point to it, leave a row without address, password and rights.

    Sessions end at once, and the address can be used anew. The audit trail loses its link to the person, unless the
    account has worked for a jobcenter: who looked into whose file stays known (ShredRule.AFTER_RETENTION).
    """
    record_account_event(user=user, event=ACCOUNT_CLOSED)
    if any(model._base_manager.filter(user=user).exists() for model in OF_THE_OFFICE):
        _empty(user)
        return
    shred_actor(user.pk, actor=WORKER)
    try:
        user.delete()
    except ProtectedError:
        _empty(user)


def relations() -> Iterator[ManyToOneRel]:
    """Every relation of another table to the account, hidden ones and those of many-to-many tables included."""
    for field in User._meta.get_fields(include_hidden=True):
        if isinstance(field, ManyToOneRel) and isinstance(field, ForeignObjectRel):
            yield field


def _empty(user: User) -> None:
    """Do to the rows around it what deleting the account would do, and take from it all that says whose it was."""
    for relation in relations():
        if relation.related_model in OF_THE_OFFICE:
            continue
        rows = relation.related_model._base_manager.filter(**{relation.field.name: user})
        if relation.on_delete is CASCADE:
            rows.delete()
        elif relation.on_delete is SET_NULL:
            rows.update(**{relation.field.name: None})
    user.email = f"{user.pk}@{CLOSED_DOMAIN}"
    user.set_unusable_password()
    user.last_login = None
    user.is_active = user.is_staff = user.is_superuser = False
    user.save()
