"""What an office offers: services, rooms, video."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.domain.video import PLACEHOLDERS
from appointments.enums import Channel, ServiceKind
from appointments.models import AppointmentSettings, Room, Service
from portal.accounts.models import Office, Team

if TYPE_CHECKING:
    ServiceBase = forms.ModelForm[Service]
    RoomBase = forms.ModelForm[Room]
    SettingsBase = forms.ModelForm[AppointmentSettings]
else:
    ServiceBase = RoomBase = SettingsBase = forms.ModelForm

_NAMES = re.compile(r"{[^{}]*}")


class TimeInput(forms.TimeInput):
    """The browser's own field for a time of day."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def ways_field(help_text: Any = "") -> forms.MultipleChoiceField:
    """The question on which ways: at least one."""
    return forms.MultipleChoiceField(
        label=_("Auf welchem Weg"),
        help_text=help_text,
        choices=Channel.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte wählen Sie mindestens einen Weg.")},
    )


def time_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.TimeField:
    """The question for a time of day."""
    return forms.TimeField(
        label=label,
        required=required,
        help_text=help_text,
        widget=TimeInput(),
        error_messages={
            "required": _("Bitte geben Sie eine Uhrzeit an."),
            "invalid": _("Bitte schreiben Sie die Uhrzeit so: 9:30."),
        },
    )


class ServiceForm(ServiceBase):
    """One service. What was never given a number keeps the usual one."""

    channels = ways_field(_("Video gibt es nur, wenn unter „Einstellungen“ ein Video-Dienst steht."))
    teams = forms.ModelMultipleChoiceField(
        Team.objects.none(),
        label=_("Teams"),
        help_text=_("Wer dieses Anliegen macht. Nichts gewählt: alle Teams."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Service
        fields = (
            "kind",
            "name",
            "description",
            "bring",
            "minutes",
            "gap_minutes",
            "notice_hours",
            "horizon_days",
            "channels",
            "teams",
            "is_bookable",
            "can_be_asked_for",
            "is_active",
        )
        labels = {
            "notice_hours": _("Buchen geht bis … Stunden vorher"),
            "horizon_days": _("Buchen geht höchstens … Tage voraus"),
        }
        help_texts = {
            "kind": _(
                "Das erste Gespräch findet persönlich im Jobcenter statt (§ 15 Abs. 4 SGB II). Menschen können dafür "
                "nur diesen Weg wählen; Ausnahmen machen Sie im Einzelfall."
            ),
            "name": _("So lesen es die Menschen, zum Beispiel: Fragen zu meinem Bescheid."),
            "bring": _("Was sie mitbringen sollen. Es steht in der Bestätigung."),
        }
        error_messages = {"name": {"required": _("Bitte geben Sie dem Anliegen einen Namen.")}}
        widgets = {"description": forms.Textarea({"rows": 3}), "bring": forms.Textarea({"rows": 2})}

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        """``teams``: those of the house."""
        super().__init__(*args, **kwargs)
        self.fields["teams"].queryset = teams  # type: ignore[attr-defined] # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        """Who may come without an appointment books none."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("kind") == ServiceKind.DROP_IN:
            data["is_bookable"] = data["can_be_asked_for"] = False
        return data


class RoomForm(RoomBase):
    """One room of a building of the house."""

    class Meta:
        model = Room
        fields = ("office", "name", "way", "is_step_free", "is_quiet", "is_active")
        help_texts = {
            "name": _("So steht es an der Tür, zum Beispiel: Raum 104."),
            "way": _("Zum Beispiel: Erdgeschoss, zweite Tür links. Es steht in der Bestätigung."),
        }
        error_messages = {
            "name": {"required": _("Bitte geben Sie dem Raum einen Namen.")},
            "office": {"required": _("Bitte wählen Sie den Standort.")},
        }

    def __init__(self, *args: Any, offices: QuerySet[Office], **kwargs: Any) -> None:
        """``offices``: those of the house."""
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined] # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        """One name for one room of a building."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        same = Room.objects.filter(office=data.get("office"), name=data.get("name")).exclude(pk=self.instance.pk)
        if same.exists():
            self.add_error("name", _("So heißt hier schon ein Raum. Bitte wählen Sie einen anderen Namen."))
        return data


class SettingsForm(SettingsBase):
    """What holds for all appointments. The key is written here and never shown again."""

    key = forms.CharField(
        label=_("Schlüssel des Video-Dienstes"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        required=False,
        max_length=400,
        strip=True,
    )
    forget_key = forms.BooleanField(label=_("Gespeicherten Schlüssel löschen"), required=False)

    class Meta:
        model = AppointmentSettings
        fields = ("video_provider", "video_url", "video_app_id", "key", "forget_key", "travel_costs")
        help_texts = {
            "video_url": _(
                "Beginnt mit https:// und enthält {room} für den Raum. Möglich sind auch {token} für die Unterschrift "
                "und {role} für die Rolle. Beispiel: https://video.example.org/{room}?jwt={token}"
            ),
            "travel_costs": _("Steht bei Einladungen (§ 309 Abs. 4 SGB III). Leer: allgemeiner Hinweis."),
        }
        widgets = {"travel_costs": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say whether there is a key."""
        super().__init__(*args, **kwargs)
        there = bool(self.instance.video_secret)
        self.fields["key"].help_text = (
            _("Ein Schlüssel ist gespeichert. Wir zeigen ihn nicht. Leer: Er bleibt, wie er ist.")
            if there
            else _("Der Dienst gibt ihn Ihnen. Nach dem Speichern zeigen wir ihn nicht mehr.")
        )
        if not there:
            del self.fields["forget_key"]

    def clean_video_url(self) -> str:
        """An address with placeholders that can be filled in."""
        url: str = self.cleaned_data["video_url"].strip()
        if not url:
            return url
        if not url.startswith("https://"):
            raise forms.ValidationError(_("Die Adresse muss mit https:// beginnen."))
        unknown = sorted(set(_NAMES.findall(url)) - set(PLACEHOLDERS))
        if unknown:
            words = _("Diese Platzhalter gibt es nicht: %(unknown)s. Möglich sind: %(known)s.")
            params = {"unknown": ", ".join(unknown), "known": ", ".join(PLACEHOLDERS)}
            raise forms.ValidationError(words, params=params)
        if "{room}" not in url:
            raise forms.ValidationError(_("In der Adresse fehlt {room}. Sonst wären alle im selben Raum."))
        return url

    def clean(self) -> dict[str, Any]:
        """A provider needs an address, and an address that is signed a key."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        provider = data.get("video_provider")
        if provider and not data.get("video_url") and "video_url" not in self.errors:
            self.add_error("video_url", _("Bitte geben Sie die Adresse der Räume an."))
        if provider and "{token}" in data.get("video_url", "") and not self.secret(data):
            words = _("In der Adresse steht {token}. Dafür braucht das Portal den Schlüssel des Dienstes.")
            self.add_error("key", words)
        return data

    def secret(self, data: dict[str, Any]) -> str:
        """The key as it is to be stored: the new one, none, or the old one."""
        if data.get("key"):
            return str(data["key"])
        return "" if data.get("forget_key") else self.instance.video_secret
