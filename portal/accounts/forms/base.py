"""What all forms around the account share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import KernForm, name_field_in_errors

PASSWORD_HELP = _("Mindestens 10 Zeichen. Gut sind mehrere Wörter hintereinander, zum Beispiel mit einem Bindestrich.")
CODE_HELP = _("Der Code besteht aus 8 Ziffern und steht in unserer E-Mail. Den Strich können Sie weglassen.")


class AccountForm(KernForm):
    """Puts German labels and hints on allauth's fields, whenever allauth adds them.

    ``labels``, ``hints``: text by field name. ``dropped``: fields of allauth that the portal does not ask for, such as
    the password for a second time. Placeholders go: they vanish while typing and are read as values.
    """

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    dropped: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        for name in self.dropped:
            self.fields.pop(name, None)
        for name, field in self.fields.items():
            self._dress(name, field)

    def _dress(self, name: str, field: forms.Field) -> None:
        field.label = self.labels.get(name, field.label)
        field.help_text = self.hints.get(name, "")
        field.widget.attrs.pop("placeholder", None)
        if isinstance(field, forms.EmailField):
            field.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        name_field_in_errors(field, name)


class CodeForm(AccountForm):
    """Asks for a code from an e-mail. Phones show digits, offer the code from the message and do not correct it."""

    labels = {"code": _("Code")}
    hints = {"code": CODE_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what allauth's form takes."""
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "20"}
