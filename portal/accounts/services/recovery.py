"""Open an account again for somebody who was recognised in person, or open a first one."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.db.models import Q

from portal.accounts.errors import AddressTaken
from portal.accounts.events import ACCOUNT_CREATED, ACCOUNT_RECOVERED
from portal.accounts.models import User
from portal.accounts.models.email_address import normal_email
from portal.accounts.services.record_account_event import record_account_event


def is_address_taken(email: str, *, by_other_than: User | None) -> bool:
    """Whether another account signs in with this address."""
    mine = Q(pk=by_other_than.pk) if by_other_than else Q(pk__in=[])
    return (
        User.objects.filter(email=email).exclude(mine).exists()
        or EmailAddress.objects.filter(email=normal_email(email), verified=True)
        .exclude(user_id=by_other_than.pk if by_other_than else None)
        .exists()
    )


@transaction.atomic
def renew_access(*, user: User, email: str, password: str) -> None:
    """Give the account this address, confirmed, and this password; second factors and connected accounts go.

    All sessions end by themselves: they hold a hash of the old password (Django's session authentication). Raises
    AddressTaken.
    """
    locked = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if is_address_taken(email, by_other_than=locked):
        raise AddressTaken
    locked.email = email
    locked.set_password(password)
    with _free():
        locked.save(update_fields=["email", "password"])
        _confirm(locked)
    _remove_factors(locked)
    record_account_event(user=locked, event=ACCOUNT_RECOVERED)
    user.refresh_from_db()


@transaction.atomic
def open_account(*, email: str, password: str) -> User:
    """Return a new account with this address, confirmed, and this password. Raises AddressTaken."""
    if is_address_taken(email, by_other_than=None):
        raise AddressTaken
    with _free():
        user = User.objects.create_user(email, password)
        _confirm(user)
    record_account_event(user=user, event=ACCOUNT_CREATED)
    return user


@contextmanager
def _free() -> Iterator[None]:
    """Raise AddressTaken when somebody else has taken the address since it was looked at."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise AddressTaken from None


def _confirm(user: User) -> None:
    """The one address of the account, for allauth."""
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def _remove_factors(user: User) -> None:
    """Apps for codes, keys, recovery codes and connected accounts (BundID) may be those of a stranger."""
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
