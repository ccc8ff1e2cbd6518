"""Writing a request for papers: the letter around it, and each thing that is asked for."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.claim.matrix import is_restricted
from applications.domain.evidence_texts import STATEMENTS
from applications.enums import DocumentClass
from mailbox.services.evidence import ItemDraft
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput
from portal.law.cooperation import earliest_deadline
from portal.law.periods import Place, free_day, next_working_day
from portal.ui.formats import format_date, format_weekday_date

TEXT_LENGTH = 4000
WHAT_LENGTH = 300
BASIS_LENGTH = 120
REQUEST, HINT = "request", "hint"
OPEN_BRACES = re.compile(r"\{[^{}\n]{0,40}\}")
HOUSEHOLD = ("", _("den ganzen Haushalt"))

Names = Sequence[tuple[str, str | Promise]]


class LetterForm(forms.Form):
    """What stands around the things that are asked for."""

    kind = forms.ChoiceField(
        label=_("Was möchten Sie senden?"),
        choices=[
            (REQUEST, _("Bitte um Unterlagen, mit Frist und Rechtshinweis (§ 66 Abs. 3 SGB I)")),
            (HINT, _("Nur ein freundlicher Hinweis, ohne Frist und ohne Rechtshinweis")),
        ],
        widget=forms.RadioSelect,
    )
    deadline = forms.DateField(
        label=_("Frist: letzter Tag"),
        help_text=_("Ein Werktag. Vorgeschlagen ist der Tag, der auch für die Zeit bis zur Bekanntgabe reicht."),
        required=False,
        widget=DayInput,
        error_messages=NOT_A_DAY,
    )
    is_short = forms.BooleanField(
        label=_("Diese kurze Frist ist in diesem Fall angemessen. Ich habe das geprüft."), required=False
    )
    introduction = forms.CharField(
        label=_("Anschreiben (freiwillig)"),
        help_text=_("Steht über der Liste. Leer lassen für den Text des Portals."),
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 4}),
    )
    token = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: datetime.date, place: Place, **kwargs: Any) -> None:
        """``today`` and ``place`` say which days can be the last one."""
        super().__init__(*args, **kwargs)
        self.today, self.place = today, place

    def clean_introduction(self) -> str:
        """No placeholder goes out unfilled."""
        text: str = self.cleaned_data["introduction"]
        left = OPEN_BRACES.search(text)
        if left:
            raise forms.ValidationError(
                _("Bitte ersetzen Sie %(words)s durch Ihre Worte.") % {"words": left[0]}, code="placeholder"
            )
        return text

    @property
    def is_hint(self) -> bool:
        """Whether it has neither deadline nor notice."""
        return bool(self.cleaned_data["kind"] == HINT)

    def clean(self) -> dict[str, Any]:
        """A deadline is a working day, to come, and not short by accident. A hint has none."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("kind") == HINT:
            data["deadline"] = None
            return data
        if "deadline" in data:
            day: datetime.date | None = data["deadline"]
            trouble = trouble_with(day, self.today, self.place, is_confirmed=bool(data.get("is_short")))
            if trouble:
                self.add_error("deadline", trouble)
        return data


def trouble_with(day: datetime.date | None, today: datetime.date, place: Place, *, is_confirmed: bool) -> str:
    """Why a day cannot be the last one, in words; "" when it can. ``is_confirmed``: a short one is meant."""
    if day is None:
        return gettext("Bitte tragen Sie die Frist ein. Oder wählen Sie den Hinweis ohne Frist.")
    if day <= today:
        return gettext("Dieser Tag ist schon da oder vorbei. Bitte wählen Sie einen späteren.")
    free = free_day(day, place)
    if free is not None:
        words = {"day": format_weekday_date(day), "next": format_weekday_date(next_working_day(day, place))}
        return gettext("%(day)s ist kein Werktag. Der nächste Werktag ist %(next)s.") % words
    first = earliest_deadline(today, place)
    if day < first and not is_confirmed:
        return gettext(
            "Diese Frist ist kurz. Angemessen ist in der Regel frühestens der %(day)s. Bitte bestätigen Sie, dass "
            "Sie das geprüft haben."
        ) % {"day": format_date(first)}
    return ""


class ItemForm(forms.Form):
    """One thing that may be asked for. Only what is ticked is."""

    is_asked = forms.BooleanField(label=_("Anfordern"), required=False)
    item = forms.UUIDField(required=False, widget=forms.HiddenInput)
    finding = forms.UUIDField(required=False, widget=forms.HiddenInput)
    line = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    document_class = forms.ChoiceField(
        choices=[("", ""), *DocumentClass.choices], required=False, widget=forms.HiddenInput
    )
    person = forms.ChoiceField(label=_("Für"), required=False)
    what = forms.CharField(label=_("Was wir brauchen"), max_length=WHAT_LENGTH, required=False)
    why = forms.CharField(
        label=_("Warum, woher, was geschwärzt werden darf (einfache Worte)"),
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    basis = forms.CharField(label=_("Rechtsgrundlage"), max_length=BASIS_LENGTH, required=False)
    alternatives = forms.CharField(label=_("Was stattdessen geht"), max_length=TEXT_LENGTH, required=False)
    may_blacken = forms.BooleanField(label=_("Hinweis zum Schwärzen bei Kontoauszügen zeigen"), required=False)

    def __init__(self, *args: Any, persons: Names, **kwargs: Any) -> None:
        """``persons``: key and name of everybody it may be about."""
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [HOUSEHOLD, *persons]  # type: ignore[attr-defined] # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """What is asked for has a name. Statements are never asked for without the notice on blackening."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("is_asked") and not data.get("what"):
            self.add_error("what", _("Bitte schreiben Sie, was Sie brauchen."))
        if data.get("document_class") == STATEMENTS:
            data["may_blacken"] = True
        return data

    def draft(self) -> ItemDraft:
        """What is to be asked for."""
        data = self.cleaned_data
        return ItemDraft(
            what=data["what"],
            why=data["why"],
            basis=data["basis"],
            alternatives=data["alternatives"],
            document_class=data["document_class"],
            person_id=UUID(data["person"]) if data["person"] else None,
            may_blacken=data["may_blacken"],
            is_restricted=is_restricted(data["document_class"]),
            finding_id=data["finding"],
        )


def initial_of(draft: ItemDraft, *, line: str = "", item: UUID | None = None, is_asked: bool = True) -> dict[str, Any]:
    """The values of the form for a thing that may be asked for."""
    return {
        "is_asked": is_asked,
        "item": item,
        "finding": draft.finding_id,
        "line": line,
        "document_class": draft.document_class,
        "person": str(draft.person_id or ""),
        "what": draft.what,
        "why": draft.why,
        "basis": draft.basis,
        "alternatives": draft.alternatives,
        "may_blacken": draft.may_blacken,
    }


if TYPE_CHECKING:
    _Forms = BaseFormSet[ItemForm]
else:
    _Forms = BaseFormSet


class ItemFormSetBase(_Forms):
    """All things of one request."""

    @property
    def asked(self) -> list[ItemForm]:
        """Those that are ticked; after validation."""
        return [form for form in self.forms if form.cleaned_data.get("is_asked")]

    def typed(self) -> list[dict[str, Any]]:
        """What stands in the forms now, valid or not, as initial values of new ones."""
        return [{name: form[name].value() for name in form.fields} for form in self.forms]


ItemFormSet = formset_factory(ItemForm, formset=ItemFormSetBase, extra=0, absolute_max=60, max_num=60)
PREFIX = "punkt"


def item_forms(
    data: Mapping[str, Any] | None, *, initial: Sequence[Mapping[str, Any]], persons: Names
) -> ItemFormSetBase:
    """The forms for all things, bound to ``data`` or begun with ``initial``."""
    bound = {"data": data} if data is not None else {"initial": list(initial)}
    return cast("ItemFormSetBase", ItemFormSet(**bound, prefix=PREFIX, form_kwargs={"persons": persons}))


class AddForm(forms.Form):
    """One thing more: its kind fills in the words."""

    add_class = forms.ChoiceField(
        label=_("Noch etwas anfordern"),
        choices=[("", _("etwas anderes, in eigenen Worten")), *DocumentClass.choices],
        required=False,
    )
    add_person = forms.ChoiceField(label=_("Für"), required=False)

    def __init__(self, *args: Any, persons: Names, **kwargs: Any) -> None:
        """``persons``: as for the things themselves."""
        super().__init__(*args, **kwargs)
        self.fields["add_person"].choices = [HOUSEHOLD, *persons]  # type: ignore[attr-defined] # a ChoiceField
