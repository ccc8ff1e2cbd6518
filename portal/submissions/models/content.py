"""What a person has handed in, as it was shown to her: labels and values in plain text, in reading order.

A lower app can print it without knowing the catalogue that produced it, and it stays readable when the catalogue moves.
"""

from pydantic import BaseModel, ConfigDict, Field


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # as in applications.claim


class Entry(_Frozen):
    """One question and its answer. ``value`` is plain text and may have several lines; "" means not answered.

    ``place`` says which answer it is, as the form that produced it names it ("home.base_rent"): never printed, never in
    an address. What was handed in before there were places has none. It is not written then either, so that what is
    stored already keeps its JSON and its fingerprint to the byte; new content is hashed with its places, as stored.
    """

    label: str
    value: str
    place: str = Field(default="", exclude_if=lambda place: not place)


class Group(_Frozen):
    """Answers that belong together inside a section, for example one of several jobs or one person."""

    title: str
    entries: tuple[Entry, ...] = ()


class Section(_Frozen):
    """A part of the form. ``entries`` come first, then ``groups``."""

    title: str
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()


class SubmissionContent(_Frozen):
    """Everything a receipt needs to say.

    ``sections``      the answers; printed in the copy, never in the confirmation
    ``applicant``     who sends it, as she wrote her name; printed in both
    ``for_whom``      one line without names of others, for example "Sie und 2 weitere Personen"; printed in both
    ``statements``    what the receipt means, whole sentences, for example "Ihr Antrag gilt ab dem 1. November 2026.";
                      printed in both, so: no answers, no amounts, no assessment
    ``open_points``   what can still follow, as far as known automatically; on the person's own page and in the copy
    """

    sections: tuple[Section, ...] = ()
    applicant: str = ""
    for_whom: str = ""
    statements: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()
