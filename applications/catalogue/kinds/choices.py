"""One of several, several of several, yes or no, a country."""

from functools import cache
from gettext import translation
from typing import Any, ClassVar
from unicodedata import normalize

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.question import People, Question
from portal.ui.forms import FixedChoiceField, FixedMultipleChoiceField, FixedSelect

FIRST_COUNTRIES = ("DE", "UA", "SY", "TR", "PL", "RO", "AF")  # most often needed; the others follow from A to Z


class Choice(Question, frozen=True, eq=False):
    """One of a closed list. `options` is an enumeration; `only` narrows it."""

    options: type[TextChoices] = TextChoices
    only: tuple[TextChoices, ...] = ()
    as_list: bool = False  # True: a drop-down, for many options
    export_type: ClassVar[str] = "string"

    @property
    def members(self) -> tuple[TextChoices, ...]:
        """What can be chosen."""
        return self.only or tuple(self.options)

    def field(self) -> forms.Field:
        """Radio buttons, or a drop-down."""
        choices = [(member.value, member.label) for member in self.members]
        if self.as_list:
            return FixedChoiceField(choices=[("", _("Bitte wählen")), *choices], widget=FixedSelect)
        return FixedChoiceField(choices=choices, widget=forms.RadioSelect)

    def store(self, cleaned: Any) -> Any:
        """The value of the member."""
        return cleaned or None

    def read(self, stored: Any) -> Any:
        """The member."""
        return self.options(stored)

    def initial(self, stored: Any) -> Any:
        """The value."""
        return stored

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """The label."""
        return str(self.options(stored).label)


class Several(Question, frozen=True, eq=False):
    """Any number of a closed list; none of them is an answer, too."""

    options: type[TextChoices] = TextChoices
    only: tuple[TextChoices, ...] = ()
    export_type: ClassVar[str] = "array"

    def field(self) -> forms.Field:
        """Check boxes."""
        choices = [(member.value, member.label) for member in self.only or tuple(self.options)]
        return FixedMultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple)

    def store(self, cleaned: Any) -> Any:
        """The values in the order of the list."""
        return list(cleaned)

    def read(self, stored: Any) -> Any:
        """The members."""
        return tuple(self.options(value) for value in stored)

    def initial(self, stored: Any) -> Any:
        """The values."""
        return stored

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """One line per choice."""
        return "\n".join(str(self.options(value).label) for value in stored) or _text("Nichts davon")


class Tick(Several, frozen=True, eq=False):
    """A sentence to tick, or several. Leaving them alone is no answer, so nothing is printed about it."""

    def store(self, cleaned: Any) -> Any:
        """The values, None when nothing was ticked."""
        return super().store(cleaned) or None


class YesNo(Question, frozen=True, eq=False):
    """Yes or no; in JSON true or false."""

    export_type: ClassVar[str] = "boolean"

    def field(self) -> forms.Field:
        """Two radio buttons, none chosen at first."""
        return FixedChoiceField(choices=[("yes", _("Ja")), ("no", _("Nein"))], widget=forms.RadioSelect)

    def store(self, cleaned: Any) -> Any:
        """True, False or None."""
        return cleaned == "yes" if cleaned else None

    def read(self, stored: Any) -> Any:
        """True or False."""
        return bool(stored)

    def initial(self, stored: Any) -> Any:
        """The button to mark."""
        return {True: "yes", False: "no"}.get(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """Ja or Nein."""
        return _text("Ja") if stored else _text("Nein")


class _CountryField(FixedChoiceField):
    """Looks a country up instead of going through all of them."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is one of the countries."""
        return value in countries()


class Country(Question, frozen=True, eq=False):
    """A country by its two letters (ISO 3166-1 alpha-2), or without one: "XX" (stateless or not known)."""

    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """A drop-down, frequent ones first."""
        return _CountryField(choices=_options, widget=FixedSelect)

    def store(self, cleaned: Any) -> Any:
        """Two letters."""
        return cleaned or None

    def read(self, stored: Any) -> Any:
        """Two letters."""
        return str(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """The German name."""
        return countries().get(stored, str(stored))


@cache
def countries() -> dict[str, str]:
    """German name by two letters, frequent ones first, then from A to Z; at the end "XX"."""
    import pycountry  # noqa: PLC0415 -- 40 ms and 250 countries that only two pages need

    german = translation("iso3166-1", pycountry.LOCALES_DIR, languages=["de"])
    names = {
        country.alpha_2: german.gettext(getattr(country, "common_name", country.name))
        for country in pycountry.countries
    }
    names.setdefault("XK", "Kosovo")
    order = sorted(names, key=lambda code: normalize("NFD", names[code]).encode("ascii", "ignore").lower())
    codes = [*FIRST_COUNTRIES, *(code for code in order if code not in FIRST_COUNTRIES)]
    return {code: names[code] for code in codes} | {"XX": _text("staatenlos oder nicht bekannt")}


@cache
def _options() -> list[tuple[str, Any]]:
    """What the drop-down offers."""
    return [("", _text("Bitte wählen")), *countries().items()]
