"""What administrators type into the local settings: places and forms are chosen from lists, never typed."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from applications.domain.local_settings import (
    forms_with_papers,
    new_key,
    optional_forms,
    paper_kinds,
    places_for_hints,
    places_for_questions,
    problems_of_form,
    problems_of_hint,
    problems_of_paper,
    problems_of_question,
)
from applications.models import LocalForm, LocalHint, LocalPaper, LocalQuestion, LocalSettings

if TYPE_CHECKING:
    Form = forms.ModelForm[Any]
else:
    Form = forms.ModelForm

SECOND = _("Es gibt schon eine Fassung, die noch nicht in Kraft gesetzt ist. Bitte arbeiten Sie dort weiter.")
WIDE = partial(forms.TextInput, {"size": 90})
LINES = partial(forms.Textarea, {"rows": 4, "cols": 70})
CHOOSE = ("", _("Bitte wählen"))


class LocalSettingsForm(Form):
    """The version itself."""

    class Meta:
        model = LocalSettings
        fields = ("jobcenter", "valid_from", "note")

    def clean(self) -> dict[str, Any]:
        """Refuse a second version that is not published yet."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "jobcenter" in cleaned and LocalSettings.objects.filter(
            jobcenter=cleaned["jobcenter"], published_at__isnull=True
        ).exclude(pk=self.instance.pk):
            raise ValidationError(SECOND)
        return cleaned


class _RowForm(Form):
    """A row of a version; a new one gets its key here. Sentences about what is wrong come from the domain room."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Field and sentence."""
        raise NotImplementedError

    def _post_clean(self) -> None:
        """After Django has filled the row."""
        super()._post_clean()  # type: ignore[misc] # Django's hook, not in the stubs
        if self.errors:
            return
        if hasattr(self.instance, "key") and not self.instance.key:
            self.instance.key = new_key()
        for field, sentence in self.problems():
            self.add_error(field, ValidationError(sentence))


class LocalQuestionForm(_RowForm):
    """One question of the jobcenter's own."""

    class Meta:
        model = LocalQuestion
        fields = ("place", "position", "kind", "label", "help", "why", "options", "required")
        widgets: ClassVar = {"label": WIDE(), "help": WIDE(), "why": WIDE(), "options": LINES()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "place", places_for_questions())

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the question."""
        return problems_of_question(self.instance)


class LocalPaperForm(_RowForm):
    """One paper that the jobcenter wants."""

    class Meta:
        model = LocalPaper
        fields = ("form_key", "document_class", "title", "reason", "required")
        widgets: ClassVar = {"title": WIDE(), "reason": WIDE()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "form_key", forms_with_papers())
        _offer(self, "document_class", paper_kinds())

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the paper."""
        return problems_of_paper(self.instance)


class LocalHintForm(_RowForm):
    """One hint."""

    class Meta:
        model = LocalHint
        fields = ("place", "text")
        widgets: ClassVar = {"text": LINES()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "place", places_for_hints())

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the hint."""
        return problems_of_hint(self.instance)


class LocalFormForm(_RowForm):
    """One form that is switched off or tried out."""

    class Meta:
        model = LocalForm
        fields = ("form_key", "state", "teams")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "form_key", optional_forms())

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the switch."""
        return problems_of_form(self.instance, teams=len(self.cleaned_data.get("teams") or ()))


def _offer(form: Form, field: str, choices: list[Any]) -> None:
    """A list to choose from in place of a text field. What is stored stays choosable, so that it can be looked at."""
    old = form.fields.get(field)
    if old is None:
        return
    form.fields[field] = forms.ChoiceField(
        label=old.label,
        choices=[CHOOSE, *choices, *_stored(form, field, choices)],
        help_text=old.help_text,
        initial=old.initial,
    )


def _stored(form: Form, field: str, choices: list[Any]) -> list[tuple[str, str]]:
    value = getattr(form.instance, field, "") or ""
    known = {inner for key, words in choices for inner in ([key] if isinstance(words, str) else [k for k, _w in words])}
    return [(value, value)] if value and value not in known else []
