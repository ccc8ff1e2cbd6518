"""What the office does to an appointment stands in the person's postbox; an e-mail says only that it is there.

Of a confidential appointment nobody is notified: the message waits in the postbox.
"""

from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.for_whom import in_messages
from appointments.domain.letters import letter_in_words
from appointments.domain.words import when, where
from appointments.enums import Change
from appointments.models import Appointment
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.domain.posting import post_notice
from mailbox.models import Message

TOLD: Final = frozenset(
    {Change.BOOKED, Change.MOVED, Change.CHANNEL, Change.NEEDS, Change.CANCELLED, Change.REASSIGNED}
)
_CHANGES_LETTER: Final = frozenset({Change.MOVED, Change.CHANNEL, Change.REASSIGNED, Change.CANCELLED})


def tell_person(
    appointment: Appointment, change: Change, *, token: UUID | str, former: str = "", words: str = ""
) -> Message | None:
    """Put what the office has changed into the person's postbox, once per ``token``; None for what needs no telling.

    ``former``: the time before, in words. ``words``: what staff add, for example why.
    """
    if change not in TOLD:
        return None
    with override(LANGUAGE):
        said, letter = _said(appointment, change, former), _letter(appointment, change)
        parts = (in_messages(appointment.person), said, letter, words)
        return post_notice(
            case_id=appointment.case_id,
            person_id=appointment.person_id,
            subject=_("Ihr Termin"),
            body="\n\n".join(filter(None, parts)),
            key=_key(token),
            is_announced=not appointment.is_confidential,
        )


def was_told(token: UUID | str) -> bool:
    """Whether a deed of the office with this token was done before."""
    return Message.objects.filter(key=_key(token)).exists()


def _key(token: UUID | str) -> str:
    return f"appointment:{token}"


def _letter(appointment: Appointment, change: Change) -> str:
    """What a letter that they have still names; nothing where that has not changed with this."""
    if change not in _CHANGES_LETTER:
        return ""
    return letter_in_words(appointment, appointment.summons, is_cancelled=change is Change.CANCELLED)


def _said(appointment: Appointment, change: Change, former: str) -> str:
    facts = {"when": when(appointment), "former": former, "name": appointment.membership.display_name}
    if change == Change.CANCELLED:
        return (
            _("Wir müssen diesen Termin leider absagen: %(when)s. Sie müssen nichts tun.") % facts
            + " "
            + _("Wenn Sie weiter einen Termin möchten, suchen Sie sich unter „Termine“ eine neue Zeit aus.")
        )
    lead = {
        Change.BOOKED: _("Wir haben einen Termin mit Ihnen vereinbart: %(when)s."),
        Change.MOVED: _("Ihr Termin ist verschoben. Bisher: %(former)s. Neu: %(when)s."),
        Change.CHANNEL: _("Ihr Termin bleibt: %(when)s. Geändert ist, wie wir uns treffen."),
        Change.NEEDS: _("Ihr Termin bleibt: %(when)s. Wir haben notiert, was Sie dafür brauchen."),
        Change.REASSIGNED: _("Ihr Termin bleibt: %(when)s. Sie sprechen jetzt mit %(name)s."),
    }[change] % facts
    closing = _("Passt es Ihnen nicht? Unter „Termine“ können Sie den Termin verschieben oder absagen.")
    return "\n\n".join([lead, where(appointment), closing])
