"""Whether the own part is right, and whether somebody wants own post."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import KernForm

REMARK_LENGTH = 2000
CONTACT_LENGTH = 300
RIGHT, WRONG = "right", "wrong"


class OwnPartForm(KernForm):
    """Right, or what is wrong."""

    verdict = forms.ChoiceField(
        label=_("Stimmt das, was über Sie im Antrag steht?"),
        choices=[(RIGHT, _("Das stimmt so")), (WRONG, _("Etwas stimmt nicht"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    remark = forms.CharField(
        label=_("Was stimmt nicht?"),
        help_text=_("Nur wenn etwas nicht stimmt. Schreiben Sie es so, wie es richtig ist."),
        required=False,
        max_length=REMARK_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    applicant_may_read = forms.BooleanField(
        label=_("Die Person, die den Antrag stellt, darf das auch lesen"),
        help_text=_("Ohne Häkchen liest es nur das Jobcenter."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Somebody who says that something is wrong says what."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("verdict") == WRONG and not data.get("remark"):
            self.add_error("remark", _("Bitte schreiben Sie, was nicht stimmt."))
        return data


class OwnPostForm(KernForm):
    """How somebody can be reached without anybody at home noticing."""

    safe_contact = forms.CharField(
        label=_("Wie erreichen wir Sie sicher?"),
        help_text=_("Zum Beispiel eine Telefonnummer und eine Uhrzeit. Das liest nur das Jobcenter."),
        required=False,
        max_length=CONTACT_LENGTH,
    )
