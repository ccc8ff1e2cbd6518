"""The actions on the case page."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus, FindingState
from applications.services.triage import STATES_WITH_REASON
from portal.accounts.models import Jobcenter, StaffMembership

NOTE_LENGTH = 2000


class MoveForm(forms.Form):
    """The next status, with a note for colleagues."""

    to = forms.TypedChoiceField(choices=ApplicationStatus.choices, coerce=ApplicationStatus)
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)


class AssignOneForm(forms.Form):
    """Who looks after the application; empty gives it back to the team."""

    membership = forms.ModelChoiceField(StaffMembership.objects.none(), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[StaffMembership], **kwargs: Any) -> None:
        """``colleagues``: who may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = colleagues  # type: ignore[attr-defined]


class FindingForm(forms.Form):
    """What became of a finding, and why."""

    state = forms.TypedChoiceField(choices=FindingState.choices, coerce=FindingState)
    reason = forms.CharField(required=False, max_length=NOTE_LENGTH, strip=True)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason where colleagues need one."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("state") in STATES_WITH_REASON and not data.get("reason"):
            self.add_error(
                "reason", _("Bitte schreiben Sie eine kurze Begründung, damit andere die Entscheidung verstehen.")
            )
        return data


class JobcenterForm(forms.Form):
    """Which jobcenter is responsible, and why."""

    jobcenter = forms.ModelChoiceField(Jobcenter.objects.none())
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)

    def __init__(self, *args: Any, jobcenters: QuerySet[Jobcenter], **kwargs: Any) -> None:
        """``jobcenters``: which may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["jobcenter"].queryset = jobcenters  # type: ignore[attr-defined]
