"""When somebody is away, and who stands in."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import StaffMembership
from portal.desk.forms.triage import DayInput


class AbsenceForm(forms.Form):
    """Both days inclusive."""

    membership = forms.ModelChoiceField(StaffMembership.objects.none(), label=_("Wer"), empty_label=None)
    first_day = forms.DateField(
        label=_("erster Tag"), widget=DayInput, error_messages={"required": _("Bitte geben Sie den ersten Tag an.")}
    )
    last_day = forms.DateField(
        label=_("letzter Tag"), widget=DayInput, error_messages={"required": _("Bitte geben Sie den letzten Tag an.")}
    )
    deputy = forms.ModelChoiceField(
        StaffMembership.objects.none(),
        label=_("Vertretung"),
        help_text=_("Sie steht bei Ihren Fällen, und was bei Ihnen liegt, zählt bei ihr unter „Meine“."),
        required=False,
        empty_label=_("niemand"),
    )

    def __init__(
        self, *args: Any, who: QuerySet[StaffMembership], deputies: QuerySet[StaffMembership], **kwargs: Any
    ) -> None:
        """``who``: for whom one may enter it; ``deputies``: who may stand in."""
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = who  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["deputy"].queryset = deputies  # type: ignore[attr-defined] # as above

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, and nobody stands in for themselves."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide."))
        if data.get("deputy") and data["deputy"] == data.get("membership"):
            self.add_error("deputy", _("Bitte wählen Sie eine andere Person als Vertretung."))
        return data
