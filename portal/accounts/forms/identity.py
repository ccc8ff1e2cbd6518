"""Accounts elsewhere: sign up with one, connect one, part from one."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.selectors import has_way_in_without
from portal.ui.forms import KernForm


class NewAccountForm(KernForm):
    """The one thing we ask of somebody who comes with BundID, and not even that has to be answered."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        help_text=_(
            "Dann melden wir uns, wenn es etwas Neues gibt. Wir schicken gleich einen Code an diese Adresse. Sie haben "
            "keine? Lassen Sie das Feld leer."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, sociallogin: Any, **kwargs: Any) -> None:
        """Propose the address that the other account names."""
        proposals = [address.email for address in sociallogin.email_addresses]
        super().__init__(*args, **{**kwargs, "initial": {"email": proposals[0] if proposals else ""}})


class DisconnectForm(forms.Form):
    """Which of the user's connected accounts goes."""

    account = forms.ModelChoiceField(queryset=SocialAccount.objects.none())

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        """Offer the user's own."""
        super().__init__(*args, **kwargs)
        self.user = user
        choices: Any = self.fields["account"]
        choices.queryset = SocialAccount.objects.filter(user=user)

    def clean_account(self) -> SocialAccount:
        """Refuse the last way in."""
        account: SocialAccount = self.cleaned_data["account"]
        if not has_way_in_without(user_id=self.user.pk, account=account):
            raise ValidationError(
                _(
                    "Ohne diese Verbindung kommen Sie nicht mehr in Ihr Konto. Bitte geben Sie zuerst eine "
                    "E-Mail-Adresse an. Dann können Sie sich mit einem Code anmelden."
                )
            )
        return account
