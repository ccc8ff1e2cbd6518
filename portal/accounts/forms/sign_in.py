"""Sign-in by password or by code."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import AccountForm, CodeForm, SharedComputerForm


class SignInForm(SharedComputerForm, allauth_forms.LoginForm):
    """E-mail address and password."""

    labels = {"login": _("E-Mail-Adresse"), "password": _("Passwort")}


class RequestCodeForm(SharedComputerForm, allauth_forms.RequestLoginCodeForm):
    """Where to send the code for signing in without a password."""

    labels = {"email": _("E-Mail-Adresse")}
    hints = {"email": _("Mit dieser Adresse haben Sie sich registriert.")}


class SignInCodeForm(CodeForm, allauth_forms.ConfirmLoginCodeForm):
    """The code that signs in."""


class ConfirmPasswordForm(AccountForm, allauth_forms.ReauthenticateForm):
    """The password once more, before something that matters."""

    labels = {"password": _("Passwort")}
