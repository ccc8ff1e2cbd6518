"""The actions on the case page."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus, FindingState
from applications.models import Finding
from applications.services.triage import STATES_WITH_REASON
from portal.accounts.models import Jobcenter, StaffMembership

NOTE_LENGTH = 2000


class MoveForm(forms.Form):
    """The next status, with a note for colleagues; ``confirmed`` on the page that asks before the work ends."""

    to = forms.TypedChoiceField(choices=ApplicationStatus.choices, coerce=ApplicationStatus)
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)
    confirmed = forms.BooleanField(required=False)


class AssignOneForm(forms.Form):
    """Who looks after the application; empty gives it back to the team."""

    membership = forms.ModelChoiceField(StaffMembership.objects.none(), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[StaffMembership], **kwargs: Any) -> None:
        """``colleagues``: who may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = colleagues  # type: ignore[attr-defined] # a field with choices has one


class FindingForm(forms.Form):
    """What became of the findings of one card, and why. They are the marked ones, or with ``all`` each on the card."""

    data: QueryDict

    finding = forms.ModelMultipleChoiceField(
        Finding.objects.none(), error_messages={"required": _("Bitte markieren Sie, worum es geht.")}
    )
    state = forms.TypedChoiceField(choices=FindingState.choices, coerce=FindingState)
    reason = forms.CharField(required=False, max_length=NOTE_LENGTH, strip=True)

    def __init__(self, data: QueryDict, *, findings: QuerySet[Finding]) -> None:
        """``findings``: those of the application."""
        super().__init__(data)
        self.fields["finding"].queryset = findings  # type: ignore[attr-defined] # a field with choices has one

    def add_prefix(self, field_name: str) -> str:
        """Read ``each`` instead of the marked ones when all are meant."""
        return "each" if field_name == "finding" and "all" in self.data else field_name

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the findings that stood on the card."""
        return frozenset(self.data.getlist("each"))

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of those that were marked."""
        return frozenset(self.data.getlist("finding"))

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
        self.fields["jobcenter"].queryset = jobcenters  # type: ignore[attr-defined] # a field with choices has one
