"""What a member of staff asks the inbox for, and what is written beside a conversation."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.enums import NoteKind, Topic
from mailbox.models import TextVersion
from portal.accounts.models import Team
from portal.cases.enums import Language
from portal.cases.models import Person
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.selectors.postbox import PostboxFilter

WHOSE = [("team", _("mein Team")), ("mine", _("meine")), ("all", _("alle Teams"))]
STATES = [
    ("", _("unbeantwortete (bei einer Suche: alle)")),
    ("waiting", _("nur unbeantwortete")),
    ("answered", _("nur beantwortete")),
    ("all", _("alle")),
]


class PostboxForm(forms.Form):
    """The filters, all optional. What cannot be read is left out, so that an old bookmark still shows a list."""

    q = forms.CharField(label=_("Name, Vorgangsnummer oder BG-Nummer"), required=False, max_length=120)
    whose = forms.ChoiceField(label=_("Team"), choices=WHOSE, required=False)
    state = forms.ChoiceField(label=_("Stand"), choices=STATES, required=False)
    topic = forms.ChoiceField(label=_("Thema"), choices=[("", _("alle")), *Topic.choices], required=False)
    translation = forms.BooleanField(label=_("nur mit „Übersetzung nötig“"), required=False)

    def wanted(self) -> PostboxFilter:
        """Return the filter. A search looks in all teams, answered or not, unless somebody says otherwise."""
        self.full_clean()
        data: dict[str, Any] = self.cleaned_data
        text = (data.get("q") or "").strip()
        return PostboxFilter(
            whose=data.get("whose") or ("all" if text else "team"),
            state=data.get("state") or ("all" if text else "waiting"),
            topic=data.get("topic") or "",
            needs_translation=bool(data.get("translation")),
            text=text,
        )


class ReplyForm(forms.Form):
    """The words of an answer; a text of the office can be put into them first."""

    text = forms.ModelChoiceField(
        TextVersion.objects.none(), label=_("Textvorlage"), required=False, empty_label=_("bitte wählen")
    )
    body = forms.CharField(
        label=_("Ihre Antwort"),
        required=False,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("Bitte kurze Sätze und einfache Wörter."),
    )
    needs_translation = forms.BooleanField(
        label=_("Übersetzung nötig"),
        required=False,
        help_text=_("Das Portal übersetzt freien Text nicht. Der Haken sagt Kolleginnen und Kollegen Bescheid."),
    )
    papers = forms.Field(label=_("Dateien dazu"), required=False)

    def __init__(self, *args: Any, texts: QuerySet[TextVersion], **kwargs: Any) -> None:
        """``texts``: which may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["text"].queryset = texts  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["text"].label_from_instance = text_label  # type: ignore[attr-defined] # as above

    @property
    def is_too_long(self) -> bool:
        """Whether nothing that long is sent."""
        return len(self.cleaned_data.get("body") or "") > LONGEST_TEXT


class NewMessageForm(ReplyForm):
    """The same with whom it is for and what it is about."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("An"))
    topic = forms.TypedChoiceField(label=_("Thema"), choices=Topic.choices, coerce=Topic)
    field_order = ("person", "topic", "text", "body", "needs_translation", "papers")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        """``people``: of the case."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["person"].label_from_instance = name_of  # type: ignore[attr-defined] # as above
        self.fields["person"].empty_label = None  # type: ignore[attr-defined] # as above


class NoteForm(forms.Form):
    """A note for colleagues; the kind says whose work it belongs to. It stands beside other forms: ids of its own."""

    kind = forms.TypedChoiceField(
        label=_("Art"),
        choices=NoteKind.choices,
        coerce=NoteKind,
        initial=NoteKind.BENEFIT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie, wozu die Notiz gehört.")},
    )
    body = forms.CharField(
        label=_("Notiz"),
        max_length=NOTE_LENGTH * 2,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Bitte schreiben Sie etwas.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what every form takes."""
        super().__init__(*args, **{"auto_id": "note_%s", **kwargs})


class MoveThreadForm(forms.Form):
    """To whom a conversation goes, and why."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Team"), required=False, empty_label=_("nach Thema oder Fall")
    )
    topic = forms.TypedChoiceField(label=_("Thema"), choices=Topic.choices, coerce=Topic)
    reason = forms.CharField(
        label=_("Grund, für Kolleginnen und Kollegen"),
        help_text=_("Steht auch in der Datenkopie, die die Person verlangen kann."),
        max_length=NOTE_LENGTH,
        error_messages={"required": _("Bitte schreiben Sie kurz, warum.")},
    )

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        """``teams``: of the house."""
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined] # a ModelChoiceField


def text_label(version: TextVersion) -> str:
    """The name of a text, with its language where it is not German."""
    return version.template.title if version.language == "de" else f"{version.template.title} ({version.language})"


def name_of(person: Person) -> str:
    """The name of a person of the case."""
    return person.name or str(_("(ohne Namen)"))


class LanguageForm(forms.Form):
    """In which language somebody is best reached."""

    language = forms.TypedChoiceField(
        label=_("Spricht am besten"),
        choices=[("", _("nicht bekannt")), *Language.choices],
        coerce=Language,
        required=False,
        empty_value=None,
    )
