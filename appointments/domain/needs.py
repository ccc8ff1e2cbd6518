"""What somebody needs so that a conversation works, as it is typed, stored and read."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils.translation import gettext as _

from appointments.enums import Need
from mailbox.domain.drafting import clean_text
from portal.cases.enums import Language
from portal.discreet import Discreet


class Needs(Discreet, frozen=True, kw_only=True):
    """``needs`` of `Need`, ``language`` of `Language` for an interpreter, and words of one's own.

    Health may speak from it: it is stored encrypted, and its text form says nothing.
    """

    needs: tuple[str, ...] = ()
    language: str = ""
    words: str = ""

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Self:
        """From what is stored; unknown ones are left out."""
        stored = stored or {}
        known = tuple(need for need in stored.get("needs", ()) if need in Need.values)
        return cls(needs=known, language=stored.get("language", ""), words=stored.get("words", ""))

    def as_json(self) -> dict[str, Any]:
        """As it is stored: each known need once, in their order, the words without signs that nobody types."""
        return {
            "needs": [str(need) for need in Need if need in self.needs],
            "language": self.language if self.language in Language.values else "",
            "words": clean_text(self.words),
        }

    def in_words(self) -> tuple[str, ...]:
        """One line for each: "Jemand soll übersetzen (Arabisch)"."""
        spoken = Language(self.language).label if self.language in Language.values else ""
        lines = []
        for need in self.needs:
            line = str(Need(need).label)
            lines.append(f"{line} ({spoken})" if need == Need.INTERPRETER and spoken else line)
        if spoken and Need.INTERPRETER not in self.needs:
            lines.append(_("Sprache: %(language)s") % {"language": spoken})
        return (*lines, *filter(None, (self.words,)))
