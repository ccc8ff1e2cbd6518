"""Which free times are shown. All of it stands in the address of the page, so that it can be kept and shared."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel
from portal.cases.enums import Language
from portal.ui.formats import format_date
from portal.ui.forms import KernForm

WEEKS_AHEAD = 12


class NarrowingForm(KernForm):
    """Wishes for a free time. Whatever cannot be read counts as no wish."""

    weg = forms.ChoiceField(
        label=_("Wie möchten Sie sprechen?"), choices=Channel.choices, required=False, widget=forms.RadioSelect
    )
    sprache = forms.ChoiceField(label=_("Wer soll Ihre Sprache sprechen?"), choices=Language.choices, required=False)
    ab = forms.ChoiceField(label=_("Ab wann?"), required=False)
    stufenlos = forms.BooleanField(label=_("Zugang ohne Stufen"), required=False)
    ruhig = forms.BooleanField(label=_("ruhiger Raum"), required=False)
    dieselbe = forms.BooleanField(label=_("dieselbe Person wie beim letzten Mal"), required=False)

    def __init__(
        self,
        *args: Any,
        channels: list[str],
        languages: frozenset[str],
        today: datetime.date,
        knows_somebody: bool,
        **kwargs: Any,
    ) -> None:
        """Ask for nothing that this jobcenter does not have."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.is_optional = False  # type: ignore[attr-defined] # read by KernBoundField
        self._offer("weg", [each for each in Channel.choices if each[0] in channels], least=2)
        known = [(code, label) for code, label in Language.choices if code in languages]
        self._offer("sprache", [("", _("egal")), *known], least=2)
        mondays = [_monday_after(today, number) for number in range(WEEKS_AHEAD)]
        self._offer(
            "ab", [("", _("so bald wie möglich")), *((each.isoformat(), format_date(each)) for each in mondays)]
        )
        if not knows_somebody:
            del self.fields["dieselbe"]

    def _offer(self, name: str, choices: list[Any], least: int = 1) -> None:
        if len(choices) < least:
            del self.fields[name]
        else:
            self.fields[name].choices = choices  # type: ignore[attr-defined] # a ChoiceField


def _monday_after(today: datetime.date, weeks: int) -> datetime.date:
    return today + datetime.timedelta(days=7 - today.weekday(), weeks=weeks)
