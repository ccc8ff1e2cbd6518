"""Why a member of staff opens a case that is not their own work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.enums import AccessReason, Role

NEVER_ASKED = frozenset({AccessReason.SECOND_LOOK})
ONLY_LEADS = frozenset({AccessReason.SUPERVISION})
LEADS = frozenset({Role.TEAM_LEAD, Role.ADMINISTRATOR})


class ReasonForm(forms.Form):
    """One of a closed list: what the person reads later is never free text about her."""

    reason = forms.TypedChoiceField(
        coerce=AccessReason,
        error_messages={
            name: _("Bitte wählen Sie aus, warum Sie den Fall öffnen.") for name in ("required", "invalid_choice")
        },
    )

    def __init__(self, *args: Any, role: Role, **kwargs: Any) -> None:
        """``role``: only who leads others may say that they check on them."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [  # type: ignore[attr-defined] # a field with choices has them
            (reason.value, reason.label)
            for reason in AccessReason
            if reason not in NEVER_ASKED and (role in LEADS or reason not in ONLY_LEADS)
        ]
