"""Another e-mail address for the account."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import AccountForm
from portal.ui.forms import name_field_in_errors


class NewEmailForm(AccountForm, allauth_forms.AddEmailForm):
    """The new address; it counts once its code is entered, until then the old one stays."""

    labels = {"email": _("Neue E-Mail-Adresse")}
    hints = {"email": _("Wir schicken einen Code an die neue Adresse. Bis Sie ihn eingeben, gilt die alte.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes. Whoever has no address so far is not told of an old one."""
        super().__init__(*args, **kwargs)
        if self.user is not None and not self.user.email:
            self.fields["email"].label = _("E-Mail-Adresse")
            self.fields["email"].help_text = _(
                "Wir schicken einen Code an diese Adresse. Bitte geben Sie ihn danach ein."
            )
            name_field_in_errors(self.fields["email"], "email")
