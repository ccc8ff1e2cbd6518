"""What a member of staff asks the triage list for, and the bulk assignment below it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus
from applications.selectors.application import SORTS, TriageFilter
from portal.accounts.models import StaffMembership

WHOSE = [
    ("all", _("alle")),
    ("mine", _("mir zugeteilt")),
    ("unassigned", _("niemandem zugeteilt")),
    ("team", _("meinem Team")),
    ("clearing", _("Klärungsliste (ohne Jobcenter)")),
]
STATUSES = [
    ("", _("offene (bei einer Suche: alle)")),
    ("open", _("nur offene")),
    ("new", _("neu: noch bei niemandem")),
    ("overdue", _("liegt länger als 14 Tage")),
    ("all", _("alle, auch erledigte")),
    *ApplicationStatus.choices,
]


class DayInput(forms.DateInput):
    """The browser's own calendar; needs the ISO notation."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TriageForm(forms.Form):
    """The filters, all optional. What cannot be read is left out, so that an old bookmark still shows a list."""

    q = forms.CharField(
        label=_("Vorgangsnummer, BG-Nummer, Name, Geburtsdatum oder IBAN"), required=False, max_length=120
    )
    whose = forms.ChoiceField(label=_("Zuteilung"), choices=WHOSE, required=False)
    status = forms.ChoiceField(label=_("Stand"), choices=STATUSES, required=False)
    received_from = forms.DateField(label=_("Eingang von"), required=False, widget=DayInput)
    received_to = forms.DateField(label=_("Eingang bis"), required=False, widget=DayInput)
    urgent = forms.BooleanField(label=_("nur dringende"), required=False)
    withdrawal = forms.BooleanField(label=_("nur mit Rücknahme, die wartet"), required=False)
    errors_only = forms.BooleanField(label=_("nur mit Unklarem (E, B)"), required=False)
    sort = forms.ChoiceField(choices=[(name, name) for name in SORTS], required=False, widget=forms.HiddenInput)

    def wanted(self) -> TriageFilter:
        """Return the filter; a German date in the search box is a birth date, everything else a number or a name."""
        self.full_clean()
        data: dict[str, Any] = self.cleaned_data
        text = (data.get("q") or "").strip()
        birth_date = german_date(text)
        return TriageFilter(
            whose=data.get("whose") or "all",
            status=data.get("status") or ("all" if text else "open"),
            urgent=bool(data.get("urgent")),
            waiting_withdrawal=bool(data.get("withdrawal")),
            with_errors=bool(data.get("errors_only")),
            received_from=data.get("received_from"),
            received_to=data.get("received_to"),
            text="" if birth_date else text,
            birth_date=birth_date,
            sort=data.get("sort") or "received",
        )


class AssignForm(forms.Form):
    """To whom the marked applications go."""

    application = forms.TypedMultipleChoiceField(
        coerce=UUID, error_messages={"required": _("Bitte markieren Sie Anträge.")}
    )
    membership = forms.ModelChoiceField(
        StaffMembership.objects.none(), error_messages={"required": _("Bitte wählen Sie, wer die Anträge bekommt.")}
    )

    def __init__(self, *args: Any, colleagues: QuerySet[StaffMembership], **kwargs: Any) -> None:
        """``colleagues``: who may be chosen. Which applications exist is for the service to say."""
        super().__init__(*args, **kwargs)
        chosen: list[str] = self.data.getlist("application") if hasattr(self.data, "getlist") else []
        self.fields["application"].choices = [(value, value) for value in chosen]  # type: ignore[attr-defined] # a ChoiceField
        self.fields["membership"].queryset = colleagues  # type: ignore[attr-defined] # a ModelChoiceField


def german_date(text: str) -> date | None:
    """Return the date in ``14.3.1992`` or ``14.03.1992``; None for anything else."""
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 -- a birth date has no time zone
    except ValueError:
        return None
