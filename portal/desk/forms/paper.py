"""What staff say of a signed Vollmacht."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.enums import PaperRefusal

FITS = "fits"


class PaperCheckForm(forms.Form):
    """Cleans to the reason why it does not fit; ``refusal()`` is None when it does."""

    result = forms.ChoiceField(
        label=_("Was sagt das Papier?"),
        choices=[(FITS, _("Passt. Die Vollmacht gilt.")), *PaperRefusal.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, ob die Vollmacht passt.")},
    )

    def refusal(self) -> PaperRefusal | None:
        """Why not, or None."""
        result: Any = self.cleaned_data["result"]
        return None if result == FITS else PaperRefusal(result)
