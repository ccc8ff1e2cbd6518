"""What staff say of a document, and what for they open one that is specially protected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.desk.forms.case import NOTE_LENGTH
from portal.documents.enums import Purpose, Review

# What is sent most often, in words that say what to do now. The key is for the form only; the person reads the words.
SENTENCES = {
    "unreadable": _("Die Schrift ist nicht lesbar. Bitte fotografieren Sie das Blatt noch einmal, bei hellem Licht."),
    "cut_off": _("Ein Teil des Blattes fehlt auf dem Bild. Bitte fotografieren Sie das ganze Blatt mit allen Rändern."),
    "pages_missing": _("Es fehlen Seiten. Bitte schicken Sie uns auch die anderen Seiten."),
    "too_old": _("Das Blatt ist zu alt. Bitte schicken Sie uns das neueste, das Sie haben."),
    "other_person": _("Auf dem Blatt steht eine andere Person. Bitte prüfen Sie, ob es die richtige Datei ist."),
    "other_paper": _(
        "Das ist ein anderes Blatt, als wir brauchen. Bitte sehen Sie noch einmal nach, wonach wir fragen."
    ),
    "income_hidden": _(
        "Eine Einnahme ist geschwärzt. Einnahmen müssen wir lesen können. Ausgaben dürfen geschwärzt bleiben."
    ),
}
LONGEST_QUERY = 100


class ReviewForm(forms.Form):
    """The verdict; with "unusable" a ready-made sentence, own words, or both."""

    verdict = forms.TypedChoiceField(
        choices=[("", ""), *Review.choices], coerce=Review, required=False, empty_value=None
    )
    sentence = forms.ChoiceField(
        label=_("Was die Person tun soll"), choices=list(SENTENCES.items()), required=False, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Eigene Worte, statt oder zusätzlich"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Nobody is told that a paper is no use without being told why and what to do."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("verdict") == Review.UNUSABLE and not (data.get("sentence") or data.get("text")):
            self.add_error("text", _("Bitte wählen Sie einen Satz oder schreiben Sie in einfachen Worten, was fehlt."))
        return data

    def words(self) -> str:
        """What the person reads."""
        sentence = SENTENCES.get(self.cleaned_data["sentence"], "")
        return " ".join(filter(None, (str(sentence), self.cleaned_data["text"])))


class PurposeForm(forms.Form):
    """One of a closed list: the person reads it."""

    purpose = forms.TypedChoiceField(
        choices=Purpose.choices,
        coerce=Purpose,
        error_messages={
            name: _("Bitte wählen Sie aus, wofür Sie die Unterlage öffnen.") for name in ("required", "invalid_choice")
        },
    )


class SearchForm(forms.Form):
    """Words to look for in the documents of one case."""

    q = forms.CharField(
        label=_("In allen Unterlagen dieses Falls suchen"),
        max_length=LONGEST_QUERY,
        error_messages={"required": _("Bitte geben Sie mindestens ein Wort ein.")},
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "data-key": "/"}),
    )
