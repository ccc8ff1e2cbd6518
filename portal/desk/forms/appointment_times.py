"""Looking for a time on behalf of somebody, and what is said of it."""

import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.domain.needs import Needs
from appointments.enums import Channel, Need
from appointments.models import Service
from appointments.selectors.slots import SlotQuery
from portal.accounts.models import StaffMembership
from portal.cases.enums import Language
from portal.cases.models import Person
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.forms.decision import PersonChoice
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput


class TimesForm(forms.Form):
    """What is looked for. It stands in the address of the page, so it names no person: these are numbers of rows."""

    person = PersonChoice(Person.objects.none(), label=_("Für wen"), empty_label=None)
    service = forms.ModelChoiceField(Service.objects.none(), label=_("Anliegen"), empty_label=None)
    channel = forms.ChoiceField(label=_("Weg"), choices=Channel.choices)
    colleague = forms.ModelChoiceField(
        StaffMembership.objects.none(), label=_("Mit wem"), required=False, empty_label=_("wer gerade Zeit hat")
    )
    language = forms.ChoiceField(label=_("spricht auch"), choices=[("", _("egal")), *Language.choices], required=False)
    step_free = forms.BooleanField(label=_("ohne Stufen"), required=False)
    first_day = forms.DateField(
        label=_("ab"), required=False, widget=DayInput, error_messages=NOT_A_DAY, initial=timezone.localdate
    )

    def __init__(
        self,
        *args: Any,
        persons: QuerySet[Person],
        services: QuerySet[Service],
        colleagues: QuerySet[StaffMembership],
        is_in_person: bool = False,
        **kwargs: Any,
    ) -> None:
        """What may be chosen; ``is_in_person``: there is one way only (§ 309 (1) SGB III)."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = persons  # type: ignore[attr-defined] # a ModelChoiceField
        if len(persons[:2]) == 1:
            self.fields["person"].widget = forms.HiddenInput()
        self.fields["service"].queryset = services  # type: ignore[attr-defined] # as above
        self.fields["colleague"].queryset = colleagues  # type: ignore[attr-defined] # as above
        if is_in_person:
            del self.fields["channel"]

    def query(self) -> SlotQuery:
        """What is asked of the free times."""
        data: dict[str, Any] = self.cleaned_data
        colleague: StaffMembership | None = data["colleague"]
        return SlotQuery(
            service=data["service"],
            channel=data.get("channel") or Channel.IN_PERSON,
            language=data["language"],
            step_free=data["step_free"],
            membership_id=colleague.pk if colleague else None,
            by_staff=True,
        )

    @property
    def first(self) -> datetime.date:
        """From which day on."""
        return max(self.cleaned_data.get("first_day") or timezone.localdate(), timezone.localdate())


class ChosenTime(forms.Form):
    """The time that was chosen, as the list offered it. ``token``: sending the page twice is once."""

    slot = forms.CharField(error_messages={"required": _("Bitte wählen Sie eine Zeit.")}, max_length=40)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def clean_slot(self) -> datetime.datetime:
        """A moment with its zone, as it stands in the list."""
        try:
            found = datetime.datetime.fromisoformat(self.cleaned_data["slot"])
        except ValueError:
            found = None
        if found is None or found.utcoffset() is None:
            raise forms.ValidationError(_("Bitte wählen Sie eine Zeit aus der Liste."))
        return found

    @property
    def starts(self) -> datetime.datetime:
        """When it begins."""
        found: datetime.datetime = self.cleaned_data["slot"]
        return found

    @property
    def sent_token(self) -> UUID:
        """The token of the page."""
        found: UUID = self.cleaned_data["token"]
        return found


class BookForm(ChosenTime):
    """What is agreed on the phone or at the counter."""

    topic = forms.CharField(
        label=_("Worum es geht, in den Worten der Person"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )
    phone = forms.CharField(
        label=_("Telefonnummer, unter der Sie anrufen"), required=False, max_length=40, widget=forms.TextInput
    )
    needs = forms.MultipleChoiceField(
        label=_("Was die Person braucht"), required=False, choices=Need.choices, widget=forms.CheckboxSelectMultiple
    )
    needs_language = forms.ChoiceField(
        label=_("Dolmetschen: Sprache"), required=False, choices=[("", _("keine")), *Language.choices]
    )
    needs_words = forms.CharField(label=_("Sonst noch"), required=False, max_length=300)
    words = forms.CharField(
        label=_("Ihre Worte an die Person (freiwillig)"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )

    def wanted(self) -> Needs:
        """What is needed."""
        data = self.cleaned_data
        return Needs(needs=tuple(data["needs"]), language=data["needs_language"], words=data["needs_words"])


class MoveForm(ChosenTime):
    """A time for an appointment that there is."""

    reason = forms.CharField(
        label=_("Warum? Die Person liest das (freiwillig)"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )
