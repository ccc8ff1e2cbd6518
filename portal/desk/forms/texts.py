"""Texts that are used again and again, as leads write them."""

from typing import Any, Final

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.domain.texts import PLACEHOLDERS, unknown_placeholders
from mailbox.enums import TextPurpose
from portal.cases.enums import Language

# Languages in which a house may keep a text; the portal translates none of them.
LANGUAGES: Final = [choice for choice in Language.choices if choice[0] not in {Language.SIGN, Language.OTHER}]


class BeginTextForm(forms.Form):
    """A new text of the house."""

    title = forms.CharField(
        label=_("Name"),
        help_text=_("So steht er in der Auswahl, zum Beispiel: Termin bestätigen."),
        max_length=120,
        error_messages={"required": _("Bitte geben Sie dem Text einen Namen.")},
    )
    purpose = forms.TypedChoiceField(label=_("Zweck"), choices=TextPurpose.choices, coerce=TextPurpose)

    def key(self) -> str:
        """The short name that follows from the name."""
        return slugify(self.cleaned_data["title"])[:60] or "text"


class TextForm(forms.Form):
    """Name, whether it is offered, and the words of the next version."""

    title = forms.CharField(label=_("Name"), max_length=120)
    is_active = forms.BooleanField(label=_("wird angeboten"), required=False)
    language = forms.ChoiceField(label=_("Sprache"), choices=LANGUAGES)
    body = forms.CharField(
        label=_("Text der nächsten Fassung"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 12}),
        error_messages={"required": _("Bitte schreiben Sie den Text.")},
    )

    def clean_body(self) -> str:
        """Only placeholders that the portal can fill."""
        body: str = self.cleaned_data["body"]
        unknown = unknown_placeholders(body)
        if unknown:
            words = _("Diese Platzhalter gibt es nicht: %(unknown)s. Möglich sind: %(known)s.")
            raise forms.ValidationError(
                words, params={"unknown": _in_braces(unknown), "known": _in_braces(PLACEHOLDERS)}
            )
        return body


def _in_braces(names: Any) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
