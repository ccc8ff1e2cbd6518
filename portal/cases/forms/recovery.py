"""The pages of somebody who holds an access letter."""

import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import CODE_HELP, PASSWORD_HELP
from portal.accounts.models import User
from portal.cases.domain.access_code import normalise_code
from portal.ui.forms import DatePartsField, KernForm, latin_digits

_SIGNS = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
_EARLIEST = datetime.date(1900, 1, 1)


class LetterForm(KernForm):
    """Code and birth date. ``code`` cleans to sixteen signs."""

    code = forms.CharField(
        label=_("Code aus dem Brief"),
        help_text=_("16 Zeichen, zum Beispiel 7KQ4-92FD-XM3P-TRB8. Die Striche können Sie weglassen."),
        max_length=60,
        widget=forms.TextInput(attrs=_SIGNS),
    )
    birth_date = DatePartsField(
        label=_("Ihr Geburtsdatum"), help_text=_("So wie es in Ihrem Ausweis steht"), min_date=_EARLIEST
    )

    def clean_code(self) -> str:
        """Say at once when signs are missing or cannot be in a code: then it is a typing error."""
        code = normalise_code(self.cleaned_data["code"])
        if not code:
            raise ValidationError(
                _(
                    "Bitte prüfen Sie „Code aus dem Brief“. Er hat 16 Zeichen. Es kommen nur Ziffern von 2 bis 9 und "
                    "Buchstaben ohne A, E, I, L, O, U vor."
                )
            )
        return code


class EmailForm(KernForm):
    """Where news go from now on."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Nur Sie sollten diese E-Mails lesen können. Wir schicken gleich einen Code dorthin."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_email(self) -> str:
        """In lower case, as accounts keep it."""
        email: str = self.cleaned_data["email"]
        return email.lower()


class EmailCodeForm(KernForm):
    """The code from the e-mail."""

    code = forms.CharField(
        label=_("Code"),
        help_text=CODE_HELP,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        """Digits only: dashes and blanks do not count."""
        return "".join(sign for sign in latin_digits(self.cleaned_data["code"]) if sign.isdigit())


class NewPasswordForm(KernForm):
    """The password, checked like everywhere."""

    password1 = forms.CharField(
        label=_("Neues Passwort"),
        help_text=PASSWORD_HELP,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        """``user``: as whom one will sign in; need not be stored yet."""
        super().__init__(*args, **kwargs)
        self._user = user

    def clean_password1(self) -> str:
        """Raises ValidationError with the reasons."""
        password: str = get_adapter().clean_password(self.cleaned_data["password1"], user=self._user)
        return password
