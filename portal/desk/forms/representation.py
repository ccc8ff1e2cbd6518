"""Who represents a person, what proof was seen, and until when."""

import datetime
from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.selectors import account_with_address
from portal.cases.domain.representation import Proof
from portal.cases.enums import GuardianTask, ProofKind, StandingKind
from portal.cases.models import Person
from portal.desk.forms.triage import DayInput
from portal.documents.models import Document

NAME_LENGTH = 120
NOTE_LENGTH = 300
KINDS = [
    (StandingKind.REPRESENTATIVE, _("bevollmächtigte Person (§ 13 SGB X)")),
    (StandingKind.GUARDIAN, _("rechtliche Betreuung, Eltern, Vormund")),
]
NOT_A_DAY = {"invalid": _("Bitte tragen Sie das Datum so ein: 31.12.2027.")}
NO_ACCOUNT = _(
    "Mit dieser Adresse gibt es kein bestätigtes Konto. Bitte lassen Sie sich die Adresse noch einmal sagen. Hat die "
    "Person noch kein Konto, legt sie zuerst eines an und meldet sich dann wieder."
)


class ProofForm(forms.Form):
    """The paper that was seen: its kind, a note, and where it lies among the documents of the case."""

    proof_kind = forms.ChoiceField(
        label=_("Welchen Nachweis haben Sie gesehen?"),
        choices=[("", _("bitte wählen")), *ProofKind.choices],
        error_messages={"required": _("Bitte wählen Sie, welchen Nachweis Sie gesehen haben.")},
    )
    proof_note = forms.CharField(
        label=_("Notiz dazu (freiwillig)"),
        help_text=_("Zum Beispiel Gericht und Aktenzeichen. Die Notiz wird verschlüsselt gespeichert."),
        required=False,
        max_length=NOTE_LENGTH,
    )
    document = forms.ModelChoiceField(
        Document.objects.none(),
        label=_("Liegt der Nachweis bei den Dateien? (freiwillig)"),
        required=False,
        empty_label=_("nein, auf Papier gesehen"),
    )

    def __init__(self, *args: Any, documents: QuerySet[Document], **kwargs: Any) -> None:
        """``documents``: those of the case."""
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["document"]
        choice.queryset = documents
        choice.label_from_instance = _document_name

    @property
    def proof(self) -> Proof | None:
        """What was seen; None when nothing was."""
        kind = self.cleaned_data["proof_kind"]
        return Proof(ProofKind(kind), self.cleaned_data["proof_note"]) if kind else None

    @property
    def document_pk(self) -> Any:
        """The chosen document's key, or None."""
        document = self.cleaned_data["document"]
        return document.pk if document else None


class EndForm(forms.Form):
    """Until when a right holds."""

    until = forms.DateField(
        label=_("Gilt bis (freiwillig)"),
        help_text=_("Letzter Tag. Leer lassen, wenn kein Ende festgelegt ist."),
        required=False,
        widget=DayInput,
        error_messages=NOT_A_DAY,
    )

    def clean_until(self) -> datetime.date | None:
        """Not over yet."""
        until: datetime.date | None = self.cleaned_data["until"]
        if until is not None and until < timezone.localdate():
            raise forms.ValidationError(_("Dieser Tag ist schon vorbei."))
        return until

    @property
    def ends_at(self) -> datetime.datetime | None:
        """The end of the last day, in Berlin."""
        until: datetime.date | None = self.cleaned_data["until"]
        return _midnight(until + datetime.timedelta(days=1)) if until else None


class RepresentationForm(EndForm, ProofForm):
    """A new representation. Without a proof it waits for one."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Wer wird vertreten?"),
        empty_label=None,
        error_messages={"required": _("Bitte wählen Sie, wer vertreten wird.")},
    )
    kind = forms.TypedChoiceField(
        label=_("Art der Vertretung"), choices=KINDS, coerce=StandingKind, widget=forms.RadioSelect
    )
    holder_name = forms.CharField(
        label=_("Name der vertretenden Person, wie er im Nachweis steht"),
        max_length=NAME_LENGTH,
        error_messages={"required": _("Bitte tragen Sie den Namen ein.")},
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse, mit der sie sich im Portal anmeldet"),
        error_messages={
            "required": _("Bitte tragen Sie die E-Mail-Adresse ein."),
            "invalid": _("Bitte prüfen Sie die E-Mail-Adresse. Sie sieht so aus: name@beispiel.de."),
        },
    )
    tasks = forms.TypedMultipleChoiceField(
        label=_("Aufgaben laut Beschluss (nur bei Betreuung)"),
        help_text=_("Bei Eltern und Vormund: alle Angelegenheiten."),
        choices=GuardianTask.choices,
        coerce=GuardianTask,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    has_reservation = forms.BooleanField(
        label=_("Das Gericht hat einen Einwilligungsvorbehalt angeordnet (§ 1825 BGB)"), required=False
    )
    since = forms.DateField(
        label=_("Gilt ab (freiwillig)"),
        help_text=_("Leer lassen, wenn es schon gilt."),
        required=False,
        widget=DayInput,
        error_messages=NOT_A_DAY,
    )
    has_agreed = forms.BooleanField(
        label=_("Noch kein Nachweis da, aber die vertretene Person hat mir selbst gesagt, dass sie das möchte"),
        required=False,
    )
    field_order = (
        *("person", "kind", "tasks", "has_reservation", "holder_name", "email", "since", "until"),
        *("proof_kind", "proof_note", "document", "has_agreed"),
    )

    def __init__(self, *args: Any, persons: QuerySet[Person], **kwargs: Any) -> None:
        """``persons``: those of the case."""
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["person"]
        choice.queryset = persons
        choice.label_from_instance = _person_name
        self.fields["proof_kind"].required = False
        self.fields["proof_kind"].choices = [  # type: ignore[attr-defined] # a field with choices has them
            ("", _("noch keinen")),
            *ProofKind.choices,
        ]
        self.holder: User | None = None

    def clean_email(self) -> str:
        """It belongs to an account whose owner has proved the address."""
        email: str = self.cleaned_data["email"]
        self.holder = account_with_address(email)
        if self.holder is None:
            raise forms.ValidationError(NO_ACCOUNT)
        return email

    def clean(self) -> dict[str, Any]:
        """A guardian has tasks, a right begins before it ends."""
        data: dict[str, Any] = super().clean() or {}
        tasks: Collection[GuardianTask] = data.get("tasks") or ()
        if data.get("kind") == StandingKind.GUARDIAN and not tasks:
            self.add_error("tasks", _("Bitte wählen Sie, wofür die Vertretung bestellt ist."))
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            self.add_error("until", _("Das Ende liegt vor dem Anfang."))
        return data

    @property
    def starts_at(self) -> datetime.datetime | None:
        """The beginning of the first day, in Berlin."""
        since: datetime.date | None = self.cleaned_data["since"]
        return _midnight(since) if since else None


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def _person_name(person: Person) -> str:
    return person.name or str(_("(ohne Namen)"))


def _document_name(document: Document) -> str:
    return document.original_name
