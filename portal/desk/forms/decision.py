"""What staff say of a decision: the letter, why it goes back, when it went to the post."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import Instruction
from mailbox.services import Letter
from portal.cases.models import Person
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput

LONGEST_TITLE = 160
LONGEST_COVER = 4000


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # takes none at run time
    """Persons of the case by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """Whoever has no name yet is called so."""
        return obj.name or str(_("(ohne Namen)"))


class DecisionForm(forms.Form):
    """The letter and its file. When a draft is changed, the file may stay as it is."""

    person = PersonChoice(
        Person.objects.none(),
        label=_("An wen ist das Schreiben gerichtet?"),
        help_text=_(
            "Wie im Adressfeld. Für Kinder: die Eltern. Hat die Person eine Vertretung, stellt das Portal an diese zu "
            "(§ 13 Abs. 3 SGB X)."
        ),
        empty_label=None,
        error_messages={"required": _("Bitte wählen Sie, an wen das Schreiben gerichtet ist.")},
    )
    title = forms.CharField(
        label=_("Bezeichnung, wie die Person sie lesen soll"),
        help_text=_("Zum Beispiel: Bewilligungsbescheid für Dezember 2026 bis November 2027"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput({"size": 60}),
        error_messages={"required": _("Bitte geben Sie eine Bezeichnung ein.")},
    )
    dated_on = forms.DateField(
        label=_("Datum des Schreibens"),
        widget=DayInput,
        error_messages={**NOT_A_DAY, "required": _("Bitte tragen Sie das Datum des Schreibens ein.")},
    )
    instruction = forms.TypedChoiceField(
        label=_("Rechtsbehelfsbelehrung"),
        choices=Instruction.choices,
        coerce=Instruction,
        widget=forms.RadioSelect,
        help_text=_("Fehlt sie oder ist sie unrichtig, kann die Person ein Jahr lang Widerspruch einlegen (§ 66 SGG)."),
        error_messages={"required": _("Bitte sagen Sie, wie es um die Rechtsbehelfsbelehrung steht.")},
    )
    file = forms.FileField(
        label=_("Datei (PDF)"),
        help_text=_("Genau diese Datei bekommt die Person, Byte für Byte. Sie wird vorher auf Schadprogramme geprüft."),
        widget=forms.FileInput({"accept": ".pdf,application/pdf"}),
        max_length=255,
        error_messages={
            "required": _("Bitte wählen Sie die PDF-Datei aus."),
            "empty": _("Die Datei ist leer. Bitte wählen Sie sie noch einmal aus."),
        },
    )
    cover = forms.CharField(
        label=_("Begleittext (freiwillig, in einfachen Worten)"),
        required=False,
        max_length=LONGEST_COVER,
        widget=forms.Textarea({"rows": 6}),
    )
    is_abroad = forms.BooleanField(label=_("Die Person ist zurzeit im Ausland"), required=False)
    is_by_post = forms.BooleanField(
        label=_("In jedem Fall mit der Post schicken (im Portal liegt dann nur eine Kopie)"), required=False
    )

    def __init__(self, *args: Any, persons: QuerySet[Person], needs_file: bool = True, **kwargs: Any) -> None:
        """``persons``: who may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = persons  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["file"].required = needs_file
        if not needs_file:
            self.fields["file"].label = _("Andere Datei (PDF), wenn die bisherige nicht stimmt")

    def letter(self) -> Letter:
        """What was filled in."""
        data: dict[str, Any] = self.cleaned_data
        return Letter(
            person=data["person"],
            title=data["title"],
            dated_on=data["dated_on"],
            instruction=data["instruction"],
            cover=data["cover"],
            is_abroad=data["is_abroad"],
            is_by_post=data["is_by_post"],
        )


class NoteForm(forms.Form):
    """Words for the colleague who wrote it."""

    note = forms.CharField(
        label=_("Was soll geändert werden? (nur für Kolleginnen und Kollegen)"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Bitte schreiben Sie, was geändert werden soll.")},
    )


class PostedForm(forms.Form):
    """The day on the franked envelope."""

    posted_on = forms.DateField(
        label=_("Zur Post gegeben am"),
        widget=DayInput,
        initial=timezone.localdate,
        error_messages={**NOT_A_DAY, "required": _("Bitte tragen Sie den Tag ein.")},
    )
