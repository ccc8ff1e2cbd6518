"""Somebody signed in with a device that the account has not used before."""

from django.db import transaction

from portal.accounts.events import NEW_DEVICE
from portal.accounts.models import User
from portal.accounts.services.record_account_event import record_account_event
from portal.outbox.services import publish


@transaction.atomic
def announce_new_device(*, user: User) -> None:
    """Record it and have the person told by e-mail: by a worker, so that no mail server holds up signing in."""
    record_account_event(user=user, event=NEW_DEVICE)
    publish("account.new_device", user.pk)
