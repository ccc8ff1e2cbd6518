"""Sign-up, and confirming the e-mail address."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.account import forms as allauth_forms
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import PASSWORD_HELP, AccountForm, CodeForm, SharedComputerForm


class SignUpForm(SharedComputerForm, allauth_forms.SignupForm):
    """E-mail address and password; the address is confirmed by a code afterwards."""

    labels = {"email": _("E-Mail-Adresse"), "password1": _("Passwort")}
    hints = {
        "email": _("An diese Adresse schicken wir gleich einen Code."),
        "password1": PASSWORD_HELP,
    }

    def try_save(self, request: Any) -> Any:
        """Store, or tell the owner of a taken address: in the same time, or the clock would tell who has an account."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ConfirmEmailForm(CodeForm, allauth_forms.ConfirmEmailVerificationCodeForm):
    """The code from the e-mail after sign-up or after a change of address."""


class CorrectEmailForm(AccountForm, allauth_forms.ChangeEmailForm):
    """Another address while the first waits for its code: for typing errors."""

    labels = {"email": _("Richtige E-Mail-Adresse")}
