"""What staff confirm before an access letter is printed."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.cases.enums import IdentityDocument
from portal.desk.forms.triage import DayInput

DIFFERS = _(
    "Im Fall steht ein anderes Geburtsdatum. Ist es die richtige Person? Wenn ja, setzen Sie das Häkchen darunter."
)


class LetterForm(forms.Form):
    """Kind of ID and the birth date on it. ``known``: the date in the case, None when there is none."""

    identity_document = forms.ChoiceField(
        label=_("Welchen Ausweis haben Sie gesehen?"),
        choices=[("", _("bitte wählen")), *IdentityDocument.choices],
        error_messages={"required": _("Bitte wählen Sie, welchen Ausweis Sie gesehen haben.")},
    )
    birth_date = forms.DateField(
        label=_("Geburtsdatum, wie es im Ausweis steht"),
        widget=DayInput,
        error_messages={
            "required": _("Bitte tragen Sie das Geburtsdatum aus dem Ausweis ein."),
            "invalid": _("Bitte tragen Sie das Geburtsdatum so ein: 25.01.1997."),
        },
    )
    is_same_person = forms.BooleanField(
        required=False, label=_("Es ist die richtige Person. Das Geburtsdatum im Fall ist falsch.")
    )
    has_checked = forms.BooleanField(
        label=_("Die Person steht vor mir. Foto und Name im Ausweis passen zu ihr und zu diesem Fall."),
        error_messages={"required": _("Bitte bestätigen Sie, dass Sie den Ausweis geprüft haben.")},
    )

    def __init__(self, *args: Any, known: datetime.date | None, **kwargs: Any) -> None:
        """See above."""
        super().__init__(*args, **kwargs)
        self._known = known
        self.differs = False

    def clean_birth_date(self) -> datetime.date:
        """Not in the future."""
        birth_date: datetime.date = self.cleaned_data["birth_date"]
        if birth_date > timezone.localdate():
            raise forms.ValidationError(_("Dieses Datum liegt in der Zukunft."))
        return birth_date

    def clean(self) -> dict[str, Any]:
        """Compare with the case: a difference is a typing error there, or the wrong person."""
        data: dict[str, Any] = super().clean() or {}
        birth_date = data.get("birth_date")
        self.differs = bool(self._known and birth_date and birth_date != self._known)
        if self.differs and not data.get("is_same_person"):
            self.add_error("birth_date", DIFFERS)
        return data
