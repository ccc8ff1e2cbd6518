"""What somebody needs so that a conversation works, as it is typed, stored and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from appointments.enums import Need
from portal.cases.enums import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """``needs`` of `Need`, ``language`` of `Language` for an interpreter, and words of one's own."""

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
        """As it is stored."""
        return {"needs": list(self.needs), "language": self.language, "words": self.words}

    def in_words(self) -> tuple[str, ...]:
        """One line for each: "Jemand soll übersetzen (Arabisch)"."""
        lines = []
        for need in self.needs:
            line = str(Need(need).label)
            if need == Need.INTERPRETER and self.language in Language.values:
                line = f"{line} ({Language(self.language).label})"
            lines.append(line)
        return (*lines, *filter(None, (self.words,)))
