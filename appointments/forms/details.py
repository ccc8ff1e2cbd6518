"""What a person says about an appointment. Nothing is required: what is missing is asked in the conversation."""

import uuid
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel, ParticipantKind
from appointments.forms.needs import NeedsFields
from portal.ui.forms import KernForm

LONGEST_WORDS: Final = 2000
LONGEST_NAME: Final = 120
LONGEST_PHONE: Final = 40
_TYPED: Final = {"autocomplete": "off"}


class TokenForm(KernForm):
    """A page that counts once, however often it is sent: ``token`` goes with it."""

    token = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Make a token for a new page. Nothing is called optional: nothing here is not."""
        kwargs["initial"] = {"token": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.is_optional = False  # type: ignore[attr-defined] # read by KernBoundField

    def sent_token(self) -> uuid.UUID:
        """The page's token; a new one where it was damaged."""
        return self.cleaned_data.get("token") or uuid.uuid4()


class NeedsForm(TokenForm, NeedsFields):
    """What somebody needs so that the conversation works."""


class DetailsForm(NeedsForm):
    """What goes with a new appointment."""

    topic = forms.CharField(
        label=_("Worum geht es?"),
        help_text=_("In Ihren Worten, wenn Sie möchten. Dann können wir uns vorbereiten."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, **_TYPED}),
    )
    phone = forms.CharField(
        label=_("Ihre Telefonnummer"),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    is_confidential = forms.BooleanField(
        label=_("Bitte keine Benachrichtigungen zu diesem Termin"),
        help_text=_("Dann schicken wir keine E-Mail und keine Erinnerung. Der Termin steht nur hier."),
        required=False,
    )
    companion_kind = forms.ChoiceField(
        label=_("Wer ist das?"), choices=ParticipantKind.choices, required=False, initial=ParticipantKind.COMPANION
    )
    companion_name = forms.CharField(
        label=_("Wer kommt mit?"),
        help_text=_("Name. Nach dem Buchen bekommen Sie einen Link, den Sie weitergeben können."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=_TYPED),
    )

    def __init__(self, *args: Any, channel: str, **kwargs: Any) -> None:
        """``channel``: on the phone the number is the way, otherwise it is for when something comes up."""
        super().__init__(*args, **kwargs)
        self.fields["phone"].help_text = (
            _("Unter dieser Nummer rufen wir Sie an. Sie können sie auch später nachtragen.")
            if channel == Channel.PHONE
            else _("Für den Fall, dass etwas dazwischenkommt.")
        )


class StrangerForm(KernForm):
    """Who somebody is that the portal does not know yet."""

    name = forms.CharField(
        label=_("Ihr Name"),
        help_text=_("Vorname und Nachname. Damit wir wissen, wer kommt."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Wenn wir Sie an den Termin erinnern sollen."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Only the address is left out by many."""
        super().__init__(*args, **kwargs)
        self.fields["name"].is_optional = False  # type: ignore[attr-defined] # read by KernBoundField


class ChannelForm(TokenForm):
    """Another way to talk to each other, and whom to call."""

    channel = forms.ChoiceField(
        label=_("Wie möchten Sie sprechen?"), choices=Channel.choices, required=False, widget=forms.RadioSelect
    )
    phone = forms.CharField(
        label=_("Ihre Telefonnummer"),
        help_text=_("Unter dieser Nummer rufen wir Sie an. Sie können sie auch später nachtragen."),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args: Any, channels: list[str], **kwargs: Any) -> None:
        """``channels``: the ways that this conversation can take."""
        super().__init__(*args, **kwargs)
        self.fields["channel"].choices = [each for each in Channel.choices if each[0] in channels]  # type: ignore[attr-defined] # a ChoiceField


class ReasonForm(TokenForm):
    """Why, in the person's own words."""

    reason = forms.CharField(
        label=_("Was ist passiert?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, **_TYPED}),
    )


class CancelForm(ReasonForm):
    """Why somebody cannot come."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The same field with the question for what lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Warum können Sie nicht kommen?")
        self.fields["reason"].help_text = _("Ein Satz genügt, zum Beispiel: „Mein Kind ist krank.“")


class CompanionForm(KernForm):
    """Somebody who comes along."""

    name = forms.CharField(
        label=_("Wer kommt mit?"),
        help_text=_("Ein Name, damit Sie die Einladung wiedererkennen."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=_TYPED),
    )
    kind = forms.ChoiceField(
        label=_("Wer ist das?"),
        choices=ParticipantKind.choices,
        initial=ParticipantKind.COMPANION,
        widget=forms.RadioSelect,
    )
