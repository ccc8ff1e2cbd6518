"""Another e-mail address for the account."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import AccountForm


class NewEmailForm(AccountForm, allauth_forms.AddEmailForm):
    """The new address; it counts once its code is entered, until then the old one stays."""

    labels = {"email": _("Neue E-Mail-Adresse")}
    hints = {"email": _("Wir schicken einen Code an die neue Adresse. Bis Sie ihn eingeben, gilt die alte.")}
