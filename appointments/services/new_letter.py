"""Another letter after a summoned appointment was changed. Only a person sends it, after reading it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from msgspec import Struct

from appointments.domain.letters import differences, is_to_set_right
from appointments.domain.summons_letter import LetterFacts, letter_mark, letter_pdf
from appointments.domain.summons_text import LANGUAGE, summons_notice
from appointments.domain.words import when, where
from appointments.enums import AppointmentStatus, Channel, MeetingPurpose
from appointments.errors import LetterChanged, LetterHolds, TooLate
from appointments.events import SUMMONS_REPLACED
from appointments.models import Appointment, Summons
from appointments.selectors.summons import has_come_back
from appointments.services.deeds import current
from appointments.services.summons import FILE_NAME, keep_letter, reason_for_post, travel_costs_of
from mailbox.enums import ByPost
from mailbox.models import TextVersion
from mailbox.services import OfficeLetter, send_letter
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor

FILE_NAME_OVER: Final = "Schreiben zum Termin.pdf"


class NewLetter(Struct, frozen=True):
    """What the next letter about an appointment would say. ``notice``: the version it has, None when it calls nobody.

    ``mark`` stands for its words; ``by_post``: why it goes by post (`ByPost`), as the one before did, "" when it need
    not.
    """

    replaces: Summons
    facts: LetterFacts
    mark: str
    by_post: str
    notice: TextVersion | None = None


def new_letter(appointment: Appointment, *, address: Sequence[str] = ()) -> NewLetter:
    """The letter that would set right what the last one says. Sends nothing.

    It calls to the new time where one still comes in person, else it says that one need not. Raises LetterHolds,
    TooLate for what has begun.
    """
    former = appointment.summons
    if former is None or not differences(former, appointment):
        raise LetterHolds
    if not is_to_set_right(appointment):
        raise TooLate
    calls = appointment.status != AppointmentStatus.CANCELLED and appointment.channel == Channel.IN_PERSON
    notice = summons_notice(appointment.case) if calls else None
    facts = LetterFacts(
        purpose=MeetingPurpose(former.purpose),
        notice=notice.body if notice is not None else "",
        replaces=former,
        address=address,
        travel=travel_costs_of(appointment) if calls else "",
    )
    by_post = former.by_post or (ByPost.BOUNCED if has_come_back(former) else reason_for_post(appointment.person))
    return NewLetter(former, facts, letter_mark(appointment, facts), by_post, notice)


@transaction.atomic
def send_new_letter(
    *, actor: Actor, appointment: Appointment, replaces: UUID, mark: str, address: Sequence[str] = ()
) -> Summons:
    """Send the letter that was read (``mark``) instead of ``replaces``; returns it. Once, however often it is asked.

    It goes as the one before went, and its dispatch is proven the same way. Publishes ``summons.sent``. Raises
    NotPermitted, LetterChanged when it would say something else by now or another one has gone out, LetterHolds,
    TooLate.
    """
    now = current(actor, appointment)
    if actor.membership_id is None or not actor.is_staff:
        raise NotPermitted(now.case_id)
    known = now.summonses.filter(replaces=replaces).first()
    if known is not None and known == now.summons and not differences(known, now):
        return known
    letter = new_letter(now, address=address)
    if letter.replaces.pk != replaces or letter.mark != mark:
        raise LetterChanged
    sent = send_letter(
        actor=actor,
        case=now.case,
        person=now.person,
        letter=_in_postbox(now, letter),
        key=f"summons:{now.pk}:{replaces}",
        by_post=letter.by_post,
    )
    return keep_letter(
        actor,
        now,
        sent,
        SUMMONS_REPLACED,
        sent_by_id=actor.membership_id,
        replaces=letter.replaces,
        invitation=letter.replaces.invitation,
        reason=letter.replaces.reason,
        purpose=letter.replaces.purpose,
        legal_notice=letter.facts.notice,
        notice_version=letter.notice,
    )


def _in_postbox(appointment: Appointment, letter: NewLetter) -> OfficeLetter:
    with override(LANGUAGE):
        facts = {"when": when(appointment)}
        if letter.notice is not None:
            lead = [
                _("Bitte kommen Sie persönlich zu einem Termin: %(when)s.") % facts,
                where(appointment),
                _(
                    "Das angehängte Schreiben ersetzt unser voriges Schreiben zu diesem Termin. Können Sie nicht "
                    "kommen? Schreiben Sie uns hier gleich den Grund, oder rufen Sie an. Sie dürfen jemanden "
                    "mitbringen."
                ),
            ]
        elif appointment.status == AppointmentStatus.CANCELLED:
            lead = [_("Dieser Termin findet nicht statt: %(when)s. Das sagt auch das angehängte Schreiben.") % facts]
        else:
            lead = [
                _("Sie müssen nicht ins Jobcenter kommen. Wir sprechen stattdessen so: %(when)s.") % facts,
                where(appointment),
                _("Das angehängte Schreiben ersetzt unser voriges Schreiben zu diesem Termin."),
            ]
        subject = _("Aufforderung zu einem Termin") if letter.notice is not None else _("Ihr Termin")
    return OfficeLetter(
        pdf=letter_pdf(appointment, letter.facts),
        name=FILE_NAME if letter.notice is not None else FILE_NAME_OVER,
        subject=subject,
        body="\n\n".join(filter(None, lead)),
    )
