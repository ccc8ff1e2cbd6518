"""A new password: chosen, changed, or after forgetting the old one. Asked once: a typing error is mended by a code."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import PASSWORD_HELP, AccountForm, CodeForm


class ForgottenPasswordForm(AccountForm, allauth_forms.ResetPasswordForm):
    """Where to send the code for a new password."""

    labels = {"email": _("E-Mail-Adresse")}
    hints = {"email": _("Mit dieser Adresse haben Sie sich registriert.")}


class ForgottenPasswordCodeForm(CodeForm, allauth_forms.ConfirmPasswordResetCodeForm):
    """The code that allows a new password."""


class NewPasswordForm(AccountForm, allauth_forms.ResetPasswordKeyForm):
    """The new password after the code."""

    labels = {"password1": _("Neues Passwort")}
    hints = {"password1": PASSWORD_HELP}
    dropped = ("password2",)


class ChangePasswordForm(AccountForm, allauth_forms.ChangePasswordForm):
    """The present password and a new one."""

    labels = {"oldpassword": _("Jetziges Passwort"), "password1": _("Neues Passwort")}
    hints = {"password1": PASSWORD_HELP}
    dropped = ("password2",)


class SetPasswordForm(AccountForm, allauth_forms.SetPasswordForm):
    """A first password for an account that had none."""

    labels = {"password1": _("Passwort")}
    hints = {"password1": PASSWORD_HELP}
    dropped = ("password2",)
