"""Authenticator app and recovery codes."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as allauth_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import AccountForm, CodeForm
from portal.accounts.models import User
from portal.accounts.services import claim_app_code, is_app_code_used


class FactorCodeForm(CodeForm):
    """Asks for a code of the app or a recovery code; each counts once."""

    hints = {"code": _("6 Ziffern aus Ihrer App. Oder ein Ersatzcode mit 8 Ziffern.")}

    user: Any
    authenticator: Any  # set by allauth's form when the code is right

    def clean_code(self) -> str:
        """Refuse what allauth refuses, and a code of the app that was used already. It crosses off recovery codes."""
        used = get_adapter().validation_error("code_used")
        try:
            code: str = super().clean_code()  # type: ignore[misc] # allauth's form stands behind this one
        except ValidationError:
            if is_app_code_used(user_id=self.user.pk, code=self.cleaned_data["code"]):
                raise used from None  # "wrong" would send people looking for a mistake
            raise
        if self.authenticator.type == Authenticator.Type.TOTP and not claim_app_code(user_id=self.user.pk, code=code):
            raise used
        return code


class SecondStepForm(FactorCodeForm, allauth_forms.AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        """Take what allauth's form takes. Without an app there are recovery codes only."""
        if not is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            self.labels, self.hints = {"code": _("Ersatzcode")}, {"code": _("8 Ziffern.")}
        super().__init__(*args, user=user, **kwargs)


class ConfirmCodeForm(FactorCodeForm, allauth_forms.ReauthenticateForm):
    """Before something that matters."""


class ActivateAppForm(CodeForm, ActivateTOTPForm):
    """The first code of an app that has just learnt the secret."""

    labels = {"code": _("Code aus der App")}
    hints = {"code": _("6 Ziffern. Die App zeigt alle 30 Sekunden einen neuen Code.")}


class RemoveAppForm(AccountForm, DeactivateTOTPForm):
    """Nothing to type."""


class NewRecoveryCodesForm(AccountForm, GenerateRecoveryCodesForm):
    """Nothing to type."""
