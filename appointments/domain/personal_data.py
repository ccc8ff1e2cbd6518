"""What the appointments hold of a person, how it is handed out and how long it is kept."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.domain.needs import Needs
from appointments.enums import Change
from appointments.models import (
    AgreedStep,
    Appointment,
    AppointmentStep,
    CalendarSettings,
    Offer,
    Participant,
    Reminder,
    Summons,
    WaitingEntry,
    Wish,
)
from appointments.selectors import appointments_visible_to, offers_visible_to, wishes_visible_to
from portal.audit.models.personal_data import Exported, ExportPart, Record
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.ui.formats import format_date, format_moment


def export_appointments(user_id: UUID) -> Exported:
    """The person's own appointments with all that hangs on them, then wishes, offers and the calendar.

    Eleven queries, however many there are.
    """
    actor = actor_concerned(user_id, purpose="data_copy")
    persons = list(own_persons(actor))
    found = list(
        appointments_visible_to(actor)
        .filter(person__in=persons)
        .select_related("waiting_entry")
        .prefetch_related("summonses", "steps", "participants", "agreed_steps", "reminders", "proofs")
    )
    wishes = list(wishes_visible_to(actor).filter(person__in=persons))
    offers = list(offers_visible_to(actor).filter(person__in=persons))
    calendars = list(CalendarSettings.objects.filter(person__in=persons))
    return Exported(
        records=(
            *map(_record, found),
            *map(_wish_record, wishes),
            *map(_offer_record, offers),
            *map(_calendar_record, calendars),
        ),
        data=[
            *map(_data, found),
            *map(_wish_data, wishes),
            *map(_offer_data, offers),
            *map(_calendar_data, calendars),
        ],
    )


def _record(appointment: Appointment) -> Record:
    facts = [(_("Stand"), appointment.get_status_display()), (_("Weg"), appointment.get_channel_display())]
    facts += [_letter_fact(letter) for letter in appointment.summonses.all()]
    waiting = getattr(appointment, "waiting_entry", None)
    if waiting is not None:
        facts.append((_("Auf der Warteliste seit"), format_moment(waiting.since)))
    needs = Needs.of(appointment.needs).in_words()
    lines = filter(None, (appointment.service.name, appointment.topic, *needs, appointment.ended_reason))
    title = _("Termin am %(moment)s") % {"moment": format_moment(appointment.period.lower)}
    inside = (
        *map(_step_record, appointment.steps.all()),
        *map(_participant_record, appointment.participants.all()),
        *map(_agreed_record, appointment.agreed_steps.all()),
    )
    return Record(title=title, lines=tuple(lines), facts=tuple(facts), records=inside)


def _letter_fact(letter: Summons) -> tuple[str, str]:
    label = _("Meldeaufforderung") if letter.is_call else _("Schreiben zum Termin")
    return label, f"{format_moment(letter.sent_at)}: {letter.get_purpose_display()}"


def _step_record(step: AppointmentStep) -> Record:
    facts = ((_("Zeit davor"), format_moment(step.period.lower)),) if step.change == Change.MOVED else ()
    title = f"{step.get_change_display()}, {format_moment(step.at)}"
    return Record(title=title, lines=tuple(filter(None, (step.reason,))), facts=facts)


def _participant_record(participant: Participant) -> Record:
    facts = ((_("Rolle"), participant.get_kind_display()), (_("Antwort"), participant.get_coming_display()))
    return Record(title=participant.name, facts=facts)


def _agreed_record(step: AgreedStep) -> Record:
    facts = ((_("bis"), format_date(step.due)),) if step.due else ()
    return Record(title=_("Vereinbarter Schritt"), lines=tuple(filter(None, (step.text, step.link))), facts=facts)


def _calendar_record(settings: CalendarSettings) -> Record:
    facts = (
        (_("Kalender-Abo"), _("eingerichtet") if settings.feed_key_hash else _("nicht eingerichtet")),
        (_("Ort und Anliegen im Kalender"), _("ja") if settings.shows_details else _("nein")),
        (_("Kalendereinträge per E-Mail"), _("ja") if settings.mails_invitations else _("nein")),
    )
    return Record(title=_("Ihr Kalender"), facts=facts)


def _data(appointment: Appointment) -> dict[str, Any]:
    waiting = getattr(appointment, "waiting_entry", None)
    return {
        "starts": appointment.period.lower,
        "ends": appointment.period.upper,
        "service": appointment.service.name,
        "channel": appointment.channel,
        "status": appointment.status,
        "topic": appointment.topic,
        "needs": appointment.needs,
        "phone": appointment.phone,
        "is_confidential": appointment.is_confidential,
        "reason": appointment.ended_reason,
        "proofs": sorted(str(proof.pk) for proof in appointment.proofs.all()),
        "history": [
            {
                "at": step.at,
                "change": step.change,
                "former_start": step.period.lower,
                "by": step.actor_role,
                "reason": step.reason,
            }
            for step in appointment.steps.all()
        ],
        "participants": [
            {"name": each.name, "kind": each.kind, "coming": each.coming, "removed_at": each.removed_at}
            for each in appointment.participants.all()
        ],
        "agreed_steps": [
            {"text": step.text, "link": step.link, "due": step.due, "done_at": step.done_at}
            for step in appointment.agreed_steps.all()
        ],
        "reminders": [{"kind": each.kind, "at": each.at} for each in appointment.reminders.all()],
        "waiting_since": waiting.since if waiting is not None else None,
        "summonses": [
            {"sent_at": letter.sent_at, "purpose": letter.purpose, "names": letter.period.lower, "way": letter.channel}
            for letter in appointment.summonses.all()
        ],
    }


def _calendar_data(settings: CalendarSettings) -> dict[str, Any]:
    return {
        "has_feed": bool(settings.feed_key_hash),
        "shows_details": settings.shows_details,
        "mails_invitations": settings.mails_invitations,
        "fetched_at": settings.fetched_at,
    }


def _wish_record(wish: Wish) -> Record:
    title = _("%(kind)s gewünscht am %(moment)s") % {
        "kind": wish.get_kind_display(),
        "moment": format_moment(wish.created_at),
    }
    lines = tuple(filter(None, (wish.topic, wish.answer)))
    return Record(title=title, lines=lines, facts=((_("Vorgangsnummer"), wish.submission.reference),))


def _wish_data(wish: Wish) -> dict[str, Any]:
    return {
        "wish": wish.kind,
        "topic": wish.topic,
        "times": wish.times,
        "needs": wish.needs,
        "phone": wish.phone,
        "answer": wish.answer,
        "reference": wish.submission.reference,
        "created_at": wish.created_at,
    }


def _offer_record(offer: Offer) -> Record:
    title = _("%(kind)s vom %(moment)s") % {
        "kind": offer.get_kind_display(),
        "moment": format_moment(offer.sent_at),
    }
    return Record(title=title, lines=tuple(filter(None, (offer.words, offer.reply))))


def _offer_data(offer: Offer) -> dict[str, Any]:
    return {"offer": offer.kind, "words": offer.words, "reply": offer.reply, "sent_at": offer.sent_at}


_TABLES = (
    Appointment,
    Appointment.proofs.through,
    AppointmentStep,
    Participant,
    AgreedStep,
    Reminder,
    WaitingEntry,
    Wish,
    Offer,
    Summons,
    CalendarSettings,
)
PARTS = (
    ExportPart(key="appointments", title=gettext_lazy("Ihre Termine"), models=_TABLES, collect=export_appointments),
)
RULES = (kept_with_case("appointments", gettext_lazy("Termine, Terminwünsche und Einladungen"), *_TABLES),)
