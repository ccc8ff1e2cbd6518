"""The summons as a letter: when, where, for what, and what the law says. Made once, when it is sent.

When the appointment was changed, a person may send another letter: it calls to the new time, or says that one need not
come.
"""

import datetime
import hashlib
from collections.abc import Sequence
from typing import Final

from django.template.loader import render_to_string
from django.utils import translation
from msgspec import Struct

from appointments.domain.summons_text import LANGUAGE
from appointments.domain.words import office_of, when
from appointments.enums import AppointmentStatus, MeetingPurpose
from appointments.models import Appointment, Summons
from portal.accounts.models import Office
from portal.accounts.selectors import office_for_page
from portal.cases.domain.addressee import addressees
from portal.cases.selectors import holders_in_words, representing
from portal.pdf.services import render_pdf

WORDS: Final = "appointments/summons_words.html"
WORDS_OVER: Final = "appointments/summons_over_words.html"


class LetterFacts(Struct, frozen=True, kw_only=True):
    """What stands in it besides the appointment. ``address``: lines for the envelope. ``notice``: the whole text.

    ``invited_at``, ``reminded_at``: of the invitation that nobody has answered. ``travel``: the jobcenter's own words
    on travel costs. ``replaces``: the letter that this one replaces; without a ``notice`` it calls nobody.
    """

    purpose: MeetingPurpose
    notice: str = ""
    replaces: Summons | None = None
    address: Sequence[str] = ()
    invited_at: datetime.datetime | None = None
    reminded_at: datetime.datetime | None = None
    travel: str = ""


def letter_pdf(appointment: Appointment, facts: LetterFacts) -> bytes:
    """The letter as a PDF (PDF/UA-1)."""
    with translation.override(LANGUAGE):
        return render_pdf(letter_html(appointment, facts))


def letter_html(appointment: Appointment, facts: LetterFacts) -> str:
    """The letter before it becomes a PDF; ``appointment`` need not be stored yet."""
    return render_to_string("appointments/pdf/summons.html", letter_context(appointment, facts))


def letter_context(appointment: Appointment, facts: LetterFacts) -> dict[str, object]:
    """What the letter says, for its template and for the page that shows it before it is sent."""
    representatives = addressees(representing(appointment.person_id, appointment.case_id)).representatives
    return {
        "appointment": appointment,
        "facts": facts,
        "purpose": str(facts.purpose.label),
        "when": when(appointment),
        "place": place_of(appointment),
        "head": office_for_page(appointment.case.jobcenter_id),
        "addressees": list(holders_in_words([standing.pk for standing in representatives]).values()),
        "is_off": appointment.status == AppointmentStatus.CANCELLED,
        "words": WORDS if facts.notice else WORDS_OVER,
    }


def letter_mark(appointment: Appointment, facts: LetterFacts) -> str:
    """What stands for the words of a letter: another mark, other words than were read (SHA-256, hex)."""
    with translation.override(LANGUAGE):
        context = letter_context(appointment, facts)
        words = render_to_string(str(context["words"]), context)
    return hashlib.sha256("\n".join((words, *facts.address)).encode()).hexdigest()


def place_of(appointment: Appointment) -> list[str]:
    """Where the person has to come, line by line."""
    office: Office | None = office_of(appointment)
    lines = [office.name, office.street, f"{office.postcode} {office.city}"] if office is not None else []
    if appointment.room is not None:
        lines += [appointment.room.name, appointment.room.way]
    return [line for line in lines if line]
