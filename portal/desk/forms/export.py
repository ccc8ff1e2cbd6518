"""What staff take away of a case's postbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.models import Actor
from portal.documents.enums import Purpose

PDF, ZIP = "pdf", "zip"


class ExportForm(forms.Form):
    """``kind``: the button that was pressed. Specially protected papers are offered to those with that function."""

    kind = forms.ChoiceField(choices=[(PDF, "PDF"), (ZIP, "ZIP")], required=False)
    with_notes = forms.BooleanField(label=_("Interne Notizen als eigene Datei dazu"), required=False)
    purpose = forms.TypedChoiceField(
        label=_("Besonders geschützte Unterlagen dazu, für diesen Zweck"),
        choices=[("", _("nein, ohne besonders geschützte Unterlagen")), *Purpose.choices],
        coerce=Purpose,
        required=False,
        empty_value=None,
    )

    def __init__(self, data: Any = None, *, actor: Actor) -> None:
        """Take who asks."""
        super().__init__(data)
        if not actor.opens_restricted:
            del self.fields["purpose"]
