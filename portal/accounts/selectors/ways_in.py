"""How somebody can get into their account."""

from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount


def has_way_in_without(*, user_id: UUID, account: SocialAccount) -> bool:
    """Say whether the user could still sign in if ``account`` were no longer connected.

    A confirmed e-mail address is enough (code by e-mail), so is another connected account or a passkey.
    At most three SQL.
    """
    others = SocialAccount.objects.filter(user_id=user_id).exclude(pk=account.pk)
    return bool(
        EmailAddress.objects.filter(user_id=user_id, verified=True).exists()
        or others.exists()
        or Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.WEBAUTHN).exists()
    )
