"""A message, as a person writes it. Nothing is required: what is missing or too long is said when it is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mailbox.domain.drafting import LONGEST_SUBJECT
from mailbox.enums import Topic
from portal.ui.forms import KernForm

_TYPED = {"autocomplete": "off"}


class MessageForm(KernForm):
    """An answer in a conversation."""

    body = forms.CharField(
        label=_("Ihre Nachricht"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, **_TYPED}),
    )
    needs_translation = forms.BooleanField(
        label=_("Mein Text ist nicht auf Deutsch"),
        help_text=_("Dann weiß das Jobcenter gleich, dass eine Übersetzung nötig ist."),
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Nothing here is called optional: it would suggest that something is not."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        for name in ("body", "needs_translation"):
            self.fields[name].is_optional = False  # type: ignore[attr-defined] # read by KernBoundField


class FirstMessageForm(MessageForm):
    """The first message of a new conversation."""

    topic = forms.ChoiceField(
        label=_("Worum geht es?"),
        help_text=_("So kommt Ihre Nachricht gleich zum richtigen Team. Nichts passt? Dann „etwas anderes“."),
        choices=Topic.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    subject = forms.CharField(
        label=_("Betreff in Ihren Worten"),
        help_text=_("Damit Sie die Nachricht leicht wiederfinden."),
        required=False,
        max_length=LONGEST_SUBJECT,
        widget=forms.TextInput(attrs=_TYPED),
    )
    field_order = ("topic", "subject", "body", "needs_translation")

    def __init__(self, *args: object, **kwargs: object) -> None:
        """The subject is the only thing that most leave out."""
        super().__init__(*args, **kwargs)
        self.fields["topic"].is_optional = False  # type: ignore[attr-defined] # as above
