"""What a person's calendar says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import KernForm


class CalendarForm(KernForm):
    """Two ticks. Without an account there is no address to send anything to."""

    shows_details = forms.BooleanField(
        label=_("Ort und Anliegen mit anzeigen"),
        help_text=_(
            "Sonst steht im Kalender nur „Termin“ mit der Zeit. Das ist sicherer, wenn andere Ihren Kalender sehen."
        ),
        required=False,
    )
    mails_invitations = forms.BooleanField(
        label=_("Einträge auch per E-Mail schicken"),
        help_text=_("Nach jeder Buchung, Verschiebung oder Absage bekommen Sie einen Eintrag für Ihren Kalender."),
        required=False,
    )

    def __init__(self, *args: Any, has_account: bool = True, **kwargs: Any) -> None:
        """Offer what is possible."""
        super().__init__(*args, **kwargs)
        if not has_account:
            del self.fields["mails_invitations"]

    def clean(self) -> dict[str, Any]:
        """What is not offered is off."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        return {"mails_invitations": False, **cleaned}
