"""The answer to somebody who asks for consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.enums import Verdict
from applications.services.consent import WITH_TEXT
from portal.desk.forms.case import NOTE_LENGTH


class AnswerForm(forms.Form):
    """Yes, no or a question, and what the person shall read beside it."""

    verdict = forms.TypedChoiceField(
        label=_("Ihre Antwort"),
        choices=Verdict.choices,
        coerce=Verdict,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    text = forms.CharField(
        label=_("Text an die Person: bei „Nicht zustimmen“ der Grund, bei „Rückfrage“ die Frage"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Nobody is refused without a reason or asked without a question."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("verdict") in WITH_TEXT and not data.get("text"):
            self.add_error("text", _("Bitte schreiben Sie der Person den Grund oder Ihre Frage, in einfachen Worten."))
        return data
