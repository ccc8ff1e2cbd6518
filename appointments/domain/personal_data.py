"""What the appointments hold of a person, how it is handed out and how long it is kept."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
from portal.ui.formats import format_moment


def export_appointments(user_id: UUID) -> Exported:
    """The person's own appointments with their history, then wishes and offers."""
    actor = actor_concerned(user_id, purpose="data_copy")
    persons = own_persons(actor)
    found = list(appointments_visible_to(actor).filter(person__in=persons))
    wishes = list(wishes_visible_to(actor).filter(person__in=persons))
    offers = list(offers_visible_to(actor).filter(person__in=persons))
    return Exported(
        records=(*map(_record, found), *map(_wish_record, wishes), *map(_offer_record, offers)),
        data=[*map(_data, found), *map(_wish_data, wishes), *map(_offer_data, offers)],
    )


def _record(appointment: Appointment) -> Record:
    facts = ((_("Stand"), appointment.get_status_display()), (_("Weg"), appointment.get_channel_display()))
    title = _("Termin am %(moment)s") % {"moment": format_moment(appointment.period.lower)}
    return Record(title=title, lines=tuple(filter(None, (appointment.service.name, appointment.topic))), facts=facts)


def _data(appointment: Appointment) -> dict[str, Any]:
    return {
        "starts": appointment.period.lower,
        "ends": appointment.period.upper,
        "service": appointment.service.name,
        "channel": appointment.channel,
        "status": appointment.status,
        "topic": appointment.topic,
        "needs": appointment.needs,
        "phone": appointment.phone,
        "reason": appointment.ended_reason,
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
