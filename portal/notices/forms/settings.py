"""How somebody wants to be told."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.notices.models import NoticeSettings
from portal.ui.forms import KernForm

NO_REST = ("", _("keine Ruhezeit"))
HOURS = [NO_REST, *((f"{hour:02}:00", format_lazy(_("{hour} Uhr"), hour=hour)) for hour in range(24))]


class SettingsForm(KernForm):
    """Quiet hours, full hours only, and the switch for none at all."""

    quiet_from = forms.ChoiceField(label=_("Ruhe von"), choices=HOURS, required=False)
    quiet_until = forms.ChoiceField(label=_("Ruhe bis"), choices=HOURS, required=False)
    is_discreet = forms.BooleanField(
        label=_("Ich möchte keine Benachrichtigungen."),
        help_text=_(
            "Dann schicken wir Ihnen keine E-Mails und keine Hinweise. Bescheide kommen mit der Post. Sie sehen alles "
            "nur, wenn Sie sich hier anmelden. Das hilft, wenn andere Ihre E-Mails oder Ihr Handy sehen. Nur wenn "
            "sich an Ihrem Zugang etwas ändert, schreiben wir Ihnen trotzdem."
        ),
        required=False,
    )

    @classmethod
    def showing(cls, settings: NoticeSettings) -> "SettingsForm":
        """The form with what is stored."""
        return cls(
            initial={
                "quiet_from": _hour(settings.quiet_from),
                "quiet_until": _hour(settings.quiet_until),
                "is_discreet": settings.is_discreet,
            }
        )

    def clean(self) -> dict[str, Any]:
        """A time of rest has two ends."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("quiet_from", ""), cleaned.get("quiet_until", "")
        if start and not end:
            self.add_error("quiet_until", ValidationError(_("Bitte wählen Sie aus, bis wann die Ruhezeit geht.")))
        elif end and not start:
            self.add_error("quiet_from", ValidationError(_("Bitte wählen Sie aus, ab wann die Ruhezeit gilt.")))
        elif start and start == end:
            self.add_error(
                "quiet_until", ValidationError(_("Bitte wählen Sie ein anderes Ende: Anfang und Ende sind gleich."))
            )
        return cleaned

    def quiet(self) -> tuple[time, time] | None:
        """What was chosen."""
        start, end = self.cleaned_data["quiet_from"], self.cleaned_data["quiet_until"]
        return (time.fromisoformat(start), time.fromisoformat(end)) if start and end else None


def _hour(value: time | None) -> str:
    return f"{value:%H}:00" if value else ""
