"""What all forms around the account share."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.account.fields import EmailField
from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.email_address import normal_email
from portal.ui.forms import KernForm, latin_digits, name_field_in_errors

PASSWORD_HELP = _("Mindestens 10 Zeichen. Gut sind mehrere Wörter hintereinander, zum Beispiel mit einem Bindestrich.")
SHARED_LABEL = _("Das ist ein öffentlicher oder fremder Computer")
SHARED_HELP = _(
    "Zum Beispiel in der Bibliothek oder bei Bekannten. Dann melden wir Sie nach 10 Minuten ohne Eingabe ab und der "
    "Browser merkt sich nichts."
)
CODE_HELP = _("Der Code besteht aus 8 Ziffern und steht in unserer E-Mail. Den Strich können Sie weglassen.")


class OneSpellingEmailField(EmailField):
    """An e-mail address in one spelling, umlauts in its domain included."""

    def clean(self, value: Any) -> str:
        """Validate as typed, then normalise."""
        return normal_email(super().clean(value))


class AccountForm(KernForm):
    """Puts German labels and hints on allauth's fields, whenever allauth adds them.

    ``labels``, ``hints``: text by field name. ``dropped``: fields of allauth that the portal does not ask for, such as
    the password for a second time. Placeholders go: they vanish while typing and are read as values.
    """

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    dropped: tuple[str, ...] = ()
    is_about_account = True  # no social data: password managers and codes go on working on a shared computer

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        for name in self.dropped:
            self.fields.pop(name, None)
        for name, field in list(self.fields.items()):
            if isinstance(field, EmailField):
                self.fields[name] = OneSpellingEmailField(required=field.required, widget=field.widget)
            self._dress(name, self.fields[name])

    def _dress(self, name: str, field: forms.Field) -> None:
        field.label = self.labels.get(name, field.label)
        field.help_text = self.hints.get(name, "")
        field.widget.attrs.pop("placeholder", None)
        if isinstance(field, forms.EmailField):
            field.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        name_field_in_errors(field, name)


class _CodeInput(forms.TextInput):
    """Reads the digits of every script."""

    def value_from_datadict(self, *args: Any) -> Any:
        typed = super().value_from_datadict(*args)
        return latin_digits(typed) if typed else typed


class CodeForm(AccountForm):
    """Asks for a code from an e-mail. Phones show digits, offer the code from the message and do not correct it."""

    labels = {"code": _("Code")}
    hints = {"code": CODE_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        own = {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "20"}
        self.fields["code"].widget = _CodeInput(self.fields["code"].widget.attrs | own)


class SharedComputerForm(AccountForm):
    """Asks, besides who somebody is, whose computer this is. For every form that begins a sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes; the question comes last."""
        super().__init__(*args, **kwargs)
        self.fields["shared"] = forms.BooleanField(label=SHARED_LABEL, help_text=SHARED_HELP, required=False)
