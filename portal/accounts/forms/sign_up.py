"""Sign-up, and confirming the e-mail address."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import PASSWORD_HELP, AccountForm, CodeForm


class SignUpForm(AccountForm, allauth_forms.SignupForm):
    """E-mail address and password; the address is confirmed by a code afterwards."""

    labels = {"email": _("E-Mail-Adresse"), "password1": _("Passwort")}
    hints = {
        "email": _("An diese Adresse schicken wir gleich einen Code."),
        "password1": PASSWORD_HELP,
    }


class ConfirmEmailForm(CodeForm, allauth_forms.ConfirmEmailVerificationCodeForm):
    """The code from the e-mail after sign-up or after a change of address."""


class CorrectEmailForm(AccountForm, allauth_forms.ChangeEmailForm):
    """Another address while the first waits for its code: for typing errors."""

    labels = {"email": _("Richtige E-Mail-Adresse")}
