"""Telling the person what was agreed: in the postbox, with the usual notice that something is there.

Steps are often written down one after the other. They are told together, once nothing was added for a while; what was
taken back within that time is told to nobody. Of a confidential appointment the message waits unannounced.
"""

import datetime
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.for_whom import in_messages
from appointments.models import AgreedStep, Appointment
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.domain.posting import post_notice
from portal.ui.formats import format_weekday_date, format_when

QUIET: Final = datetime.timedelta(minutes=10)  # so long nothing was added


def tell_agreed(now: datetime.datetime) -> int:
    """Tell of every appointment whose new steps have waited long enough; returns how many messages there were.

    Repeating it does no harm.
    """
    waiting = AgreedStep.objects.filter(told_at=None).order_by().values("appointment")
    due = waiting.annotate(last=Max("created_at")).filter(last__lte=now - QUIET)
    return sum(_tell(appointment_id, now) for appointment_id in list(due.values_list("appointment", flat=True)))


def tell_removed(step: AgreedStep) -> None:
    """Say that a step the person has in the postbox holds no longer; once."""
    with override(LANGUAGE):
        body = (
            _("Das haben wir gestrichen. Es gilt nicht mehr:"),
            _line(step),
            _("Sie müssen deswegen nichts tun. Haben Sie Fragen? Schreiben Sie uns, oder rufen Sie an."),
        )
        _post(step.appointment, "\n\n".join(body), key=f"agreed:{step.pk}:removed")


@transaction.atomic
def _tell(appointment_id: UUID, now: datetime.datetime) -> bool:
    appointment = Appointment.objects.get(pk=appointment_id)
    waiting = list(AgreedStep.objects.select_for_update().filter(appointment=appointment, told_at=None))
    open_ones = [step for step in waiting if step.done_at is None]
    if open_ones:
        with override(LANGUAGE):
            _post(appointment, _body(appointment, open_ones, now), key=f"agreed:{open_ones[0].pk}")
    AgreedStep.objects.filter(pk__in=[step.pk for step in waiting]).update(told_at=now)
    return bool(open_ones)


def _body(appointment: Appointment, steps: Iterable[AgreedStep], now: datetime.datetime) -> str:
    facts = {"when": format_when(appointment.period.lower)}
    is_over = appointment.period.lower <= now
    lead = (
        _("Das haben wir im Gespräch vereinbart (%(when)s):")
        if is_over
        else _("Zum Termin am %(when)s ist vereinbart:")
    )
    parts = [lead % facts, "\n".join(_line(step) for step in steps)]
    if any(step.is_for_person for step in steps):
        parts.append(_("Was Sie machen, steht auch unter „Was muss ich tun?“, bis es erledigt ist."))
    parts.append(_("Haben Sie etwas anders in Erinnerung? Geht etwas nicht? Schreiben Sie uns, oder rufen Sie uns an."))
    return "\n\n".join(parts)


def _line(step: AgreedStep) -> str:
    """``– Sie: Lebenslauf schicken (bis Freitag, 18. Dezember 2026)``, and the address below it."""
    who = _("Sie") if step.is_for_person else _("das Jobcenter")
    until = " " + _("(bis %(day)s)") % {"day": format_weekday_date(step.due)} if step.due is not None else ""
    return "\n".join(filter(None, (f"– {who}: {step.text}{until}", step.link)))


def _post(appointment: Appointment, body: str, *, key: str) -> None:
    post_notice(
        case_id=appointment.case_id,
        person_id=appointment.person_id,
        subject=_("Was wir vereinbart haben"),
        body="\n\n".join(filter(None, (in_messages(appointment.person), body))),
        key=key,
        is_announced=not appointment.is_confidential,
    )
