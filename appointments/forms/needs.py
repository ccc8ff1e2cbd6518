"""What somebody needs, as part of several forms. Nothing here has to be filled in."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.domain.needs import Needs
from appointments.enums import Need
from portal.cases.enums import Language
from portal.ui.forms import FixedChoiceField, FixedMultipleChoiceField, KernForm

LONGEST_WORDS: Final = 500
LONGEST_TOPIC: Final = 2000
LONGEST_PHONE: Final = 40
_TYPED: Final = {"autocomplete": "off"}
# Who is to translate is a language that is spoken; "easy" is a way of writing, sign language is asked for above.
_SPOKEN: Final = [choice for choice in Language.choices if choice[0] not in {"de", "de-simple", "dgs"}]


class NeedsFields(KernForm):
    """The fields; put them before or after one's own with ``field_order``."""

    needs = FixedMultipleChoiceField(
        label=_("Was brauchen Sie, damit das Gespräch gut geht?"),
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = FixedChoiceField(
        label=_("In welcher Sprache?"),
        help_text=_("Nur wenn jemand übersetzen soll. Das kostet Sie nichts."),
        choices=[("", _("bitte wählen")), *_SPOKEN],
        required=False,
    )
    needs_words = forms.CharField(
        label=_("Etwas anderes, das wir wissen sollen"),
        help_text=_("Zum Beispiel: Ich höre schlecht. Ich komme mit Rollator. Sie müssen hier nichts schreiben."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs=_TYPED),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Nothing is called optional: it would suggest that something is not."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        for field in self.fields.values():
            field.is_optional = False  # type: ignore[attr-defined] # read by KernBoundField

    def wanted_needs(self) -> Needs:
        """What was said; after validation."""
        data = self.cleaned_data
        return Needs(needs=tuple(data["needs"]), language=data["language"], words=data["needs_words"])


def initial_needs(needs: Needs) -> dict[str, object]:
    """The values of the fields for what is known."""
    return {"needs": list(needs.needs), "language": needs.language, "needs_words": needs.words}
