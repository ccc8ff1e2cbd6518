"""Whose appointments go to whom."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import StaffMembership
from portal.desk.forms.case import NOTE_LENGTH


class ReassignForm(forms.Form):
    """Without a colleague: whoever has time then."""

    to = forms.ModelChoiceField(
        StaffMembership.objects.none(), label=_("an"), required=False, empty_label=_("wer gerade Zeit hat")
    )
    reason = forms.CharField(
        label=_("Grund, für Kolleginnen und Kollegen (freiwillig)"), required=False, max_length=NOTE_LENGTH
    )

    def __init__(self, *args: Any, colleagues: QuerySet[StaffMembership], **kwargs: Any) -> None:
        """``colleagues``: of the house."""
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues  # type: ignore[attr-defined] # a ModelChoiceField
