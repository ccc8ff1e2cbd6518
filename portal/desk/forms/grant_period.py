"""For how long benefits are granted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput


class GrantPeriodForm(forms.Form):
    """First and last day, as they stand in the decision."""

    starts_on = forms.DateField(
        label=_("Bewilligt ab"),
        widget=DayInput,
        error_messages={**NOT_A_DAY, "required": _("Bitte tragen Sie den ersten Tag ein.")},
    )
    ends_on = forms.DateField(
        label=_("Bewilligt bis"),
        help_text=_("Letzter Tag, für den Geld bewilligt ist."),
        widget=DayInput,
        error_messages={**NOT_A_DAY, "required": _("Bitte tragen Sie den letzten Tag ein.")},
    )

    def clean(self) -> dict[str, Any]:
        """The end does not lie before the beginning."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide Tage."))
        return data
