"""For whom something is asked, as part of several forms: only where it can be more than one person."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import KernForm


class ForWhomForm(KernForm):
    """The field; put it first with ``field_order``."""

    person = forms.ChoiceField(label=_("Für wen ist das?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        """``people``: ids and names, oneself first."""
        super().__init__(*args, **kwargs)
        if len(people) > 1:
            self.fields["person"].choices = people  # type: ignore[attr-defined] # a ChoiceField
            self.fields["person"].is_optional = False  # type: ignore[attr-defined] # read by KernBoundField
        else:
            del self.fields["person"]

    @property
    def chosen_person(self) -> str:
        """The id that was chosen; "" where nobody was asked or nothing was said. After validation."""
        return str(self.cleaned_data.get("person", ""))
