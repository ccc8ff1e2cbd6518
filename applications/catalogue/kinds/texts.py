"""Words: short texts, names, street and city, long texts."""

from typing import Any, ClassVar

from django import forms

from applications.catalogue.fields import WordsField
from applications.catalogue.question import People, Question

SHORT = 200  # characters; longer names than DIN 91379 forms print do exist, this is a guard only
LONG = 10_000  # characters, counted with line ends of one
# They turn around what follows, on lists and letters of others, too. Scripts that run to the left do not need them.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Text(Question, frozen=True, eq=False):
    """A short text in one line."""

    autocomplete: str = "off"
    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """One line, trimmed."""
        return WordsField(max_length=SHORT, widget=forms.TextInput({"autocomplete": self.autocomplete}))

    def store(self, cleaned: Any) -> Any:
        """The text with single spaces, without signs that turn around what stands behind it."""
        return " ".join(cleaned.translate(_TURNING).split()) or None

    def read(self, stored: Any) -> Any:
        """The text."""
        return str(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """The text."""
        return str(stored)


class Name(Text, frozen=True, eq=False):
    """A name of a person, in any script."""

    def field(self) -> forms.Field:
        """One line; no capital letters or spelling forced on anybody."""
        attrs = {"autocomplete": self.autocomplete, "spellcheck": "false"}
        return WordsField(max_length=SHORT, widget=forms.TextInput(attrs))


class Street(Text, frozen=True, eq=False):
    """Street and number."""

    autocomplete: str = "address-line1"


class City(Text, frozen=True, eq=False):
    """Town."""

    autocomplete: str = "address-level2"


class LongText(Question, frozen=True, eq=False):
    """Own words, several lines; `longest` in characters."""

    longest: int = LONG
    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """A text area."""
        return WordsField(max_length=self.longest, widget=forms.Textarea({"rows": 5}))

    def store(self, cleaned: Any) -> Any:
        """The text."""
        return cleaned.strip() or None

    def read(self, stored: Any) -> Any:
        """The text."""
        return str(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """The text."""
        return str(stored)
