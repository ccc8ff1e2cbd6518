"""What staff say about an appointment: how it went, why somebody was missing, what was agreed, why it is cancelled."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.domain.safe_link import safe_link
from appointments.enums import AppointmentStatus
from appointments.errors import LinkNotSafe
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput

STEP_LENGTH = 1000


class Went(StrEnum):
    """The answers to "how did it go"; two of them mean that the person was there."""

    ATTENDED = "attended"
    LATER = "later"
    EXCUSED = "excused"
    MISSED = "missed"

    @property
    def status(self) -> AppointmentStatus:
        """What is stored."""
        return AppointmentStatus.ATTENDED if self is Went.LATER else AppointmentStatus(self.value)


WENT = [
    (Went.ATTENDED, _("Hat stattgefunden")),
    (Went.LATER, _("Kam später am selben Tag, Gespräch geführt (zählt als gekommen, § 309 Abs. 3 SGB III)")),
    (Went.EXCUSED, _("Entschuldigt: mit wichtigem Grund nicht gekommen")),
    (Went.MISSED, _("Nicht erschienen … (zuerst: was bekannt ist und was das Gesetz sagt)")),
]


class OutcomeForm(forms.Form):
    """How it went. ``is_correction``: something else stood there before, so it needs words."""

    outcome = forms.TypedChoiceField(
        label=_("Wie ist es gelaufen?"),
        choices=WENT,
        coerce=Went,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie, wie es gelaufen ist.")},
    )
    reason = forms.CharField(
        label=_("Grund, den die Person genannt hat (wenn sie nicht da war)"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )
    words = forms.CharField(
        label=_("Warum ändern Sie das Ergebnis?"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Bitte schreiben Sie kurz, warum das Ergebnis anders ist.")},
    )

    def __init__(self, *args: Any, is_correction: bool = False, **kwargs: Any) -> None:
        """``is_correction``: ask for words."""
        super().__init__(*args, **kwargs)
        if is_correction:
            self.fields["words"].required = True
        else:
            del self.fields["words"]

    def clean(self) -> dict[str, Any]:
        """Who goes on to the page about missing says everything there."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("outcome") == Went.MISSED:
            self.errors.pop("words", None)
        return data


class MissedForm(forms.Form):
    """The reason first, then how it was asked for."""

    reason = forms.CharField(
        label=_("Welchen Grund hat die Person genannt?"),
        help_text=_("Leer lassen, wenn sie noch keinen genannt hat. Dann zuerst fragen."),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Bitte schreiben Sie den Grund, der entschuldigt.")},
    )
    words = forms.CharField(
        label=_("Wie haben Sie nach dem Grund gefragt, und was wissen Sie?"),
        help_text=_("Zum Beispiel: zweimal angerufen, Nachricht geschrieben. Die Person kann das später lesen."),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Bitte schreiben Sie zuerst, wie Sie nach dem Grund gefragt haben.")},
    )

    def __init__(self, *args: Any, is_excused: bool = False, **kwargs: Any) -> None:
        """``is_excused``: then the reason is what counts."""
        super().__init__(*args, **kwargs)
        self.is_excused = is_excused
        if is_excused:
            self.fields["reason"].required = True
            self.fields["words"].required = False


class StepForm(forms.Form):
    """One thing that was agreed."""

    text = forms.CharField(
        label=_("Was vereinbart wurde"),
        max_length=STEP_LENGTH,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Bitte schreiben Sie, was vereinbart wurde.")},
    )
    who = forms.ChoiceField(
        label=_("Wer macht das?"),
        choices=[("person", _("die Person")), ("office", _("das Jobcenter"))],
        initial="person",
        widget=forms.RadioSelect,
    )
    due = forms.DateField(label=_("bis (freiwillig)"), required=False, widget=DayInput, error_messages=NOT_A_DAY)
    link = forms.CharField(
        label=_("Internetadresse dazu (freiwillig)"),
        help_text=_("Zum Beispiel eine Stelle, ein Kurs, ein Infoportal. Nur Adressen mit https://"),
        required=False,
        widget=forms.TextInput({"inputmode": "url", "size": 50}),
    )

    def clean_link(self) -> str:
        """Nothing but an ordinary address."""
        try:
            return safe_link(self.cleaned_data["link"])
        except LinkNotSafe:
            raise forms.ValidationError(
                _("Bitte geben Sie die Adresse so ein: https://www.beispiel.de/seite. Ohne Anmeldung in der Adresse.")
            ) from None


class CancelForm(forms.Form):
    """Why the office cancels; the person reads it."""

    reason = forms.CharField(
        label=_("Warum? Die Person liest das."),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Bitte schreiben Sie, warum der Termin nicht stattfindet.")},
    )
