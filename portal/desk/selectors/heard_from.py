"""What the office has heard from a person since a day, and whether it has really reached them: before somebody enters
that they have not come.
"""

import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.enums import Change, ReminderKind
from appointments.models import Appointment, AppointmentStep, Reminder, Summons
from mailbox.enums import MessageKind
from mailbox.models import Message
from portal.cases.enums import CITIZEN_ROLES
from portal.notices.models import Dispatch
from portal.submissions.models import Submission


class Heard(Struct, frozen=True):
    """Something that came. ``thread_id``: where it can be read."""

    at: datetime.datetime
    what: str
    reference: str = ""
    thread_id: UUID | None = None


class Reached(Struct, frozen=True):
    """Something that went out. ``is_proven``: a server took it, and it did not come back."""

    at: datetime.datetime
    what: str
    how: str
    is_proven: bool


def heard_since(appointment: Appointment, since: datetime.datetime) -> list[Heard]:
    """Everything from the person's side of the case since then, newest first: what was handed in, calls and visits,
    appointments they moved or cancelled, reasons they named. Three SQL.
    """
    sent = Submission.objects.filter(case_id=appointment.case_id, received_at__gte=since)
    threads = dict(Message.objects.filter(submission__in=sent.values("pk")).values_list("submission_id", "thread_id"))
    found = [Heard(each.received_at, each.title, each.reference, threads.get(each.pk)) for each in sent]
    contacts = Message.objects.filter(
        thread__case_id=appointment.case_id, kind=MessageKind.CONTACT, submission__isnull=True
    ).filter(Q(happened_at__gte=since) | Q(happened_at__isnull=True, created_at__gte=since))
    found += [
        Heard(
            each.happened_at or each.created_at,
            _("Kontakt: %(channel)s") % {"channel": each.get_channel_display()},
            thread_id=each.thread_id,
        )
        for each in contacts
    ]
    deeds = AppointmentStep.objects.filter(
        appointment__person_id=appointment.person_id,
        at__gte=since,
        actor_role__in=[str(role) for role in CITIZEN_ROLES],
        submission__isnull=True,
        change__in=[Change.MOVED, Change.CANCELLED, Change.REASON, Change.CHANNEL],
    )
    found += [Heard(each.at, each.get_change_display()) for each in deeds]
    return sorted(found, key=lambda each: each.at, reverse=True)


def reached_by(appointment: Appointment) -> list[Reached]:
    """What was sent about an appointment and its letters, newest first, with what the servers said. Three SQL."""
    letters = list(appointment.summonses.all())
    about = {appointment.pk: _("Erinnerung")}
    for letter in letters:
        about[letter.pk] = _name(letter)
        if letter.message_id is not None:
            about[letter.message_id] = _("Nachricht im Postfach")
    dispatches = Dispatch.objects.filter(subject_id__in=about, case_id=appointment.case_id)
    found = [_dispatch(each, str(about[each.subject_id])) for each in dispatches]
    told = {each.created_at for each in dispatches if each.subject_id == appointment.pk}
    if not told:
        found += [
            Reached(
                each.at,
                _("Erinnerung %(when)s") % {"when": ReminderKind(each.kind).label},
                _("gemacht, aber auf keinem Weg gesendet: keine Einwilligung oder keine Adresse"),
                is_proven=False,
            )
            for each in Reminder.objects.filter(appointment=appointment)
        ]
    for letter in letters:
        if letter.posted_on is not None:
            posted = datetime.datetime.combine(letter.posted_on, datetime.time(12), tzinfo=datetime.UTC)
            found.append(Reached(posted, _name(letter), _("zur Post gegeben"), is_proven=True))
    return sorted(found, key=lambda each: each.at, reverse=True)


def summons_is_proven(appointment: Appointment) -> bool:
    """Whether there is a proof that the last letter went out: the notice was taken, or it was given to the post."""
    letter = appointment.summons
    return letter is not None and bool(letter.notified_at or letter.posted_on)


def since_when(appointment: Appointment) -> datetime.datetime:
    """From when on what the person has said matters: since they were invited, called, or the time was agreed."""
    summons = appointment.summons
    if summons is not None and summons.invitation is not None:
        return summons.invitation.sent_at
    offer = appointment.offer
    moments = [appointment.created_at, appointment.booked_at, offer.sent_at if offer is not None else None]
    return min(moment for moment in moments if moment is not None)


def _name(letter: Summons) -> str:
    return _("Meldeaufforderung") if letter.is_call else _("Schreiben zum Termin")


def _dispatch(dispatch: Dispatch, what: str) -> Reached:
    if dispatch.returned_at is not None:
        how, proven = _("kam zurück"), False
    elif dispatch.sent_at is not None:
        how, proven = _("gesendet, vom Server angenommen"), True
    else:
        how, proven = str(dispatch.get_status_display()), False
    way = f"{dispatch.get_channel_display()}: {how}"
    return Reached(dispatch.sent_at or dispatch.created_at, what, way, proven)
