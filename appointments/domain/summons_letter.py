"""The summons as a letter: when, where, for what, and what the law says. Made once, when it is sent."""

import datetime
from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import translation
from msgspec import Struct

from appointments.domain.summons_text import LANGUAGE
from appointments.domain.words import office_of, when
from appointments.enums import MeetingPurpose
from appointments.models import Appointment
from portal.accounts.models import Office
from portal.accounts.selectors import office_for_page
from portal.cases.domain.addressee import addressees
from portal.cases.selectors import holders_in_words, representing
from portal.pdf.services import render_pdf


class LetterFacts(Struct, frozen=True, kw_only=True):
    """What stands in it besides the appointment. ``address``: lines for the envelope. ``notice``: the whole text.

    ``invited_at``, ``reminded_at``: of the invitation that nobody has answered. ``travel``: the jobcenter's own words
    on travel costs.
    """

    purpose: MeetingPurpose
    notice: str
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
    }


def place_of(appointment: Appointment) -> list[str]:
    """Where the person has to come, line by line."""
    office: Office | None = office_of(appointment)
    lines = [office.name, office.street, f"{office.postcode} {office.city}"] if office is not None else []
    if appointment.room is not None:
        lines += [appointment.room.name, appointment.room.way]
    return [line for line in lines if line]
