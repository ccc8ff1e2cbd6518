"""Passkeys (WebAuthn): what a browser sends is checked by allauth and fido2, and by us for what they leave out.

Ours: the exact address of the portal (fido2 accepts every host below it), the signature counter, and garbage, which
must be refused in words and not end in an error page.
"""

# mypy: allow-subclassing-any
# (allauth ships no types)

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as allauth_forms
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import CopiedPasskey
from portal.accounts.forms.base import AccountForm
from portal.accounts.services import accept_passkey_use, refuse_copied_passkey

MALFORMED = (AttributeError, IndexError, KeyError, TypeError, ValueError, struct.error)
LONGEST_NAME = 60


class PasskeyForm(AccountForm):
    """Holds the answer of a passkey in a hidden field: whatever is wrong with it is said in the same words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        failed = get_adapter().error_messages["passkey_failed"]
        self.fields["credential"].error_messages |= {"required": failed, "invalid": failed}


class UsePasskeyForm(PasskeyForm):
    """Takes the answer of a passkey."""

    def clean_credential(self) -> Authenticator:
        """Return the passkey that answered. Refuses other addresses, copies and what cannot be read."""
        answer: Any = self.cleaned_data["credential"]
        with _refused_in_words():
            response = auth.parse_authentication_response(answer).response
            _require_our_address(response.client_data)
            passkey: Authenticator = super().clean_credential()  # type: ignore[misc] # allauth's form stands behind
        try:
            accept_passkey_use(authenticator_id=passkey.pk, sign_count=response.authenticator_data.counter)
        except CopiedPasskey:
            refuse_copied_passkey(user=passkey.user)
            get_account_adapter().send_notification_mail("mfa/email/passkey_refused", passkey.user)
            raise get_adapter().validation_error("copied_passkey") from None
        return passkey


class SignInPasskeyForm(UsePasskeyForm, allauth_forms.LoginWebAuthnForm):
    """Signs in without a password."""


class SecondStepPasskeyForm(UsePasskeyForm, allauth_forms.AuthenticateWebAuthnForm):
    """The second step after a password."""


class ConfirmPasskeyForm(UsePasskeyForm, allauth_forms.ReauthenticateWebAuthnForm):
    """Before something that matters."""


class AddPasskeyForm(PasskeyForm, allauth_forms.AddWebAuthnForm):
    """A name and the new passkey. Every passkey signs in without password, so nothing else is asked."""

    labels = {"name": _("Name für diesen Passkey")}
    hints = {"name": _("Zum Beispiel: mein Handy. So erkennen Sie den Passkey später wieder.")}
    dropped = ("passwordless",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["maxlength"] = str(LONGEST_NAME)

    def clean_name(self) -> str:
        """Shorten a long name: the device has made the passkey already, so it must not be refused now."""
        name: str = super().clean_name()
        return name[:LONGEST_NAME]

    def clean(self) -> dict[str, Any]:
        """Refuse other addresses and what cannot be read; allauth checks the rest."""
        answer: Any = self.cleaned_data.get("credential")
        with _refused_in_words():
            if answer is not None:
                _require_our_address(auth.parse_registration_response(answer).response.client_data)
            super().clean()
        return self.cleaned_data


class RenamePasskeyForm(AccountForm, allauth_forms.EditWebAuthnForm):
    """Another name."""

    name = forms.CharField(label=_("Name für diesen Passkey"), max_length=LONGEST_NAME)


@contextmanager
def _refused_in_words() -> Iterator[None]:
    """Whatever is wrong with an answer, say the same to people: they can do nothing about the details."""
    try:
        yield
    except ValidationError as error:
        if error.code == "too_many_login_attempts":
            raise
        raise get_adapter().validation_error("passkey_failed") from None
    except MALFORMED:
        raise get_adapter().validation_error("passkey_failed") from None


def _require_our_address(client_data: Any) -> None:
    if client_data.origin != settings.PORTAL.base_url:
        raise get_adapter().validation_error("passkey_failed")
