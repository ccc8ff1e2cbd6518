"""Guards the signature counters of passkeys, which allauth and fido2 do not look at."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from portal.accounts.domain.second_factor import counter_moves_on
from portal.accounts.errors import CopiedPasskey
from portal.accounts.events import PASSKEY_REFUSED
from portal.accounts.models import User
from portal.accounts.services.record_account_event import record_account_event

SIGN_COUNT = "sign_count"  # in Authenticator.data, beside what allauth keeps there


def accept_passkey_use(*, authenticator_id: int, sign_count: int) -> None:
    """Remember how far the counter of a passkey is. Raises CopiedPasskey when it has not moved on; keeps the old one.

    The row is locked: of two uses at the same time with the same count only one is accepted.
    """
    with transaction.atomic():
        passkey = Authenticator.objects.select_for_update().get(pk=authenticator_id)
        known = passkey.data.get(SIGN_COUNT, passkey.wrap().authenticator_data.counter)
        if not counter_moves_on(known, sign_count):
            raise CopiedPasskey
        passkey.data[SIGN_COUNT] = sign_count
        passkey.save(update_fields=["data"])


def refuse_copied_passkey(*, user: User) -> None:
    """Record that a passkey of this account was refused. The caller tells the person."""
    record_account_event(user=user, event=PASSKEY_REFUSED)
