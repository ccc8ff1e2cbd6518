"""What a member of staff writes down of a contact that did not go through the portal."""

from datetime import datetime, time
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.enums import ContactChannel, Topic
from mailbox.models import Thread
from portal.cases.models import Person
from portal.desk.forms.postbox import name_of
from portal.desk.forms.triage import DayInput

CHANNELS: Final = [choice for choice in ContactChannel.choices if choice[0] != ContactChannel.PORTAL]
DIRECTIONS: Final = [
    ("from", _("Die Person hat sich gemeldet oder etwas gebracht")),
    ("to", _("Wir haben die Person erreicht")),
]


class ContactForm(forms.Form):
    """Way, direction, true date, words, and what it belongs to. ``data`` None: today, by post."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Person"), empty_label=None)
    thread = forms.ModelChoiceField(
        Thread.objects.none(), label=_("Gehört zu"), required=False, empty_label=_("neue Unterhaltung")
    )
    topic = forms.TypedChoiceField(
        label=_("Thema einer neuen Unterhaltung"), choices=Topic.choices, coerce=Topic, initial=Topic.OTHER
    )
    channel = forms.TypedChoiceField(
        label=_("Weg"), choices=CHANNELS, coerce=ContactChannel, initial=ContactChannel.PAPER
    )
    direction = forms.ChoiceField(label=_("Wer"), choices=DIRECTIONS, initial="from", widget=forms.RadioSelect)
    day = forms.DateField(
        label=_("Tag, an dem es geschah"),
        help_text=_("Bei Post zählt der Tag, an dem sie bei uns angekommen ist, nicht der Tag des Scans."),
        widget=DayInput,
        initial=timezone.localdate,
        error_messages={"required": _("Bitte geben Sie den Tag an.")},
    )
    at = forms.TimeField(
        label=_("Uhrzeit, wenn bekannt"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    body = forms.CharField(
        label=_("Worum es ging"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Die Person liest das in ihrem Postfach."),
    )
    code = forms.CharField(
        label=_("Code vom Deckblatt, wenn eines dabei ist"),
        required=False,
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    needs_answer = forms.BooleanField(label=_("Wir müssen noch antworten"), required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], threads: QuerySet[Thread], **kwargs: Any) -> None:
        """``people`` and ``threads``: of the case."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["person"].label_from_instance = name_of  # type: ignore[attr-defined] # as above
        self.fields["thread"].queryset = threads  # type: ignore[attr-defined] # as above
        self.fields["thread"].label_from_instance = thread_label  # type: ignore[attr-defined] # as above

    def clean(self) -> dict[str, Any]:
        """Nothing has happened that lies in the future."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("day") and self.happened_at() > timezone.now():
            self.add_error("day", _("Dieser Zeitpunkt liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit."))
        thread, person = data.get("thread"), data.get("person")
        if thread is not None and person is not None and thread.person_id != person.pk:
            self.add_error("thread", _("Diese Unterhaltung gehört zu einer anderen Person."))
        return data

    def happened_at(self) -> datetime:
        """The moment; midnight stands for a day without a time."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data.get("at") or time()))


def thread_label(thread: Thread) -> str:
    """The subject of a conversation and since when there is one."""
    return f"{thread.subject} ({timezone.localtime(thread.created_at):%d.%m.%Y})"
