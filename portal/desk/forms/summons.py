"""What a summons says, and when it went to the post."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.enums import MeetingPurpose
from appointments.models import Offer
from appointments.selectors.summons import is_unanswered
from appointments.services import Call
from portal.desk.forms.appointment_times import ChosenTime
from portal.desk.forms.case import NOTE_LENGTH
from portal.ui.formats import format_date

NO_PURPOSE = _("Bitte wählen Sie, wozu die Person kommen soll. Andere Zwecke kennt das Gesetz nicht.")


class InvitationChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # takes none at run time
    """Invitations by their day."""

    def label_from_instance(self, obj: Any) -> str:
        """The day and what became of it."""
        return f"{format_date(obj.sent_at)}: {obj.get_status_display()}"


def address_field() -> forms.CharField:
    """Where the letter goes, line by line."""
    return forms.CharField(
        label=_("Anschrift für den Brief (falls er mit der Post geht)"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )


def lines_of(address: str) -> list[str]:
    """The lines of an address, none of them empty."""
    return [line.strip() for line in address.splitlines() if line.strip()]


class NewLetterForm(forms.Form):
    """The next letter: which one it replaces, and what stands for its words as they were read."""

    address = address_field()
    replaces = forms.UUIDField(widget=forms.HiddenInput)
    mark = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def lines(self) -> list[str]:
        """The address."""
        return lines_of(self.cleaned_data["address"])


class SummonsForm(ChosenTime):
    """The words of the letter."""

    purpose = forms.TypedChoiceField(
        label=_("Wozu? (§ 309 Abs. 2 SGB III)"),
        choices=MeetingPurpose.choices,
        coerce=MeetingPurpose,
        widget=forms.RadioSelect,
        error_messages={
            "required": NO_PURPOSE,
            "invalid_choice": NO_PURPOSE,
        },
    )
    topic = forms.CharField(
        label=_("Worum es geht, in einfachen Worten"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Bitte schreiben Sie kurz, worum es geht.")},
    )
    invitation = InvitationChoice(
        Offer.objects.none(), label=_("Einladung davor"), required=False, empty_label=_("keine")
    )
    reason = forms.CharField(
        label=_("Warum ohne Einladung mit Erinnerung davor?"),
        help_text=_("Bleibt bei den Unterlagen. Nicht nötig, wenn eine Einladung mit Erinnerung unbeantwortet blieb."),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )
    address = address_field()
    is_by_post = forms.BooleanField(label=_("In jedem Fall mit der Post schicken"), required=False)
    notice = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, invitations: QuerySet[Offer], **kwargs: Any) -> None:
        """``invitations``: of the person."""
        super().__init__(*args, **kwargs)
        self.fields["invitation"].queryset = invitations  # type: ignore[attr-defined] # a ModelChoiceField

    def clean(self) -> dict[str, Any]:
        """An invitation that was reminded of and not answered comes first; else words say why not."""
        data: dict[str, Any] = super().clean() or {}
        invitation = data.get("invitation")
        if (invitation is None or not is_unanswered(invitation)) and not (data.get("reason") or "").strip():
            self.add_error("reason", _("Bitte schreiben Sie, warum Sie nicht zuerst einladen und erinnern."))
        return data

    def call(self, notice_id: UUID) -> Call:
        """What was filled in."""
        data: dict[str, Any] = self.cleaned_data
        return Call(
            purpose=data["purpose"],
            topic=data["topic"].strip(),
            notice_id=notice_id,
            invitation=data["invitation"],
            reason=data["reason"],
            address=tuple(lines_of(data["address"])),
            is_by_post=data["is_by_post"],
        )
