"""Finding an account by what somebody says about it."""

from allauth.account.models import EmailAddress

from portal.accounts.models import User


def account_with_address(email: str) -> User | None:
    """Return the account in use whose owner has proved this e-mail address, in whatever case it is written; else None.

    An address that nobody has confirmed says nothing about who holds the account.
    """
    proved = EmailAddress.objects.filter(email=email.strip().lower(), verified=True, user__is_active=True)
    found = proved.select_related("user").first()
    return found.user if found else None
