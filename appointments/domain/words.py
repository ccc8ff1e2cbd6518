"""An appointment in words: for receipts, for messages of the office, for who comes along."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.domain.needs import Needs
from appointments.enums import Change, Channel
from appointments.models import Appointment
from portal.accounts.models import Office
from portal.submissions.models import Entry, Section, SubmissionContent
from portal.ui.formats import format_period

# The sentences of a receipt. The confirmation is shown to others: nothing of time, place and matter stands in them.
_STATEMENTS: Final = {
    Change.BOOKED: gettext_lazy("Der Termin ist vereinbart."),
    Change.MOVED: gettext_lazy("Der Termin ist verschoben. Die frühere Zeit ist abgesagt."),
    Change.CHANNEL: gettext_lazy("Die Zeit des Termins bleibt. Geändert ist, wie Sie sich treffen."),
    Change.NEEDS: gettext_lazy("Der Termin bleibt, wie er ist. Ihre Angaben dazu sind geändert."),
    Change.CANCELLED: gettext_lazy("Der Termin ist abgesagt."),
    Change.REASON: gettext_lazy("Der Grund ist angekommen. Ein Mensch im Jobcenter liest ihn."),
}


def when(appointment: Appointment) -> str:
    """Its time: ``Montag, 7. Dezember 2026, 9:00 bis 9:30 Uhr``, in Berlin time."""
    return format_period(appointment.period.lower, appointment.period.upper)


def office_of(appointment: Appointment) -> Office | None:
    """Where one goes, or whom one calls: the office of the appointment, of the team, or the jobcenter's main one."""
    if appointment.office is not None:
        return appointment.office
    team = appointment.membership.team
    if team is not None and team.office is not None:
        return team.office
    return Office.objects.filter(jobcenter=appointment.service.jobcenter_id).order_by("-is_default", "name").first()


def where(appointment: Appointment) -> str:
    """How the two sides meet, one line for each fact."""
    lines = [str(Channel(appointment.channel).label)]
    if appointment.channel == Channel.IN_PERSON:
        office = office_of(appointment)
        if office is not None:
            lines += [office.name, office.street, f"{office.postcode} {office.city}", office.note, *office.access]
        room = appointment.room
        if room is not None:
            is_news = room.is_step_free and not (office and office.is_step_free)
            lines += [room.name, room.way, _("Ohne Stufen erreichbar") if is_news else ""]
    elif appointment.channel == Channel.PHONE and appointment.phone:
        lines.append(_("Wir rufen Sie an: %(phone)s") % {"phone": appointment.phone})
    return "\n".join(filter(None, lines))


def receipt_content(
    appointment: Appointment,
    change: Change,
    *,
    former: str = "",
    reason: str = "",
    letter: str = "",
    is_by_link: bool = False,
) -> SubmissionContent:
    """What the receipt of a deed needs: the appointment as the person saw it. ``former``: the time before.

    ``letter``: what a letter still names and what holds, in words. ``is_by_link``: done without an account, so that the
    confirmation is all that can be kept: it says what holds, as the page behind the link does.
    """
    lines = {
        _("Für wen"): appointment.person.name,
        _("Worum es geht"): appointment.service.name,
        _("Wann"): when(appointment),
        _("Bisher"): former,
        _("Unser Schreiben"): letter,
        _("Wo und wie"): where(appointment),
        _("Mit wem"): appointment.membership.display_name,
        _("Ihre Worte dazu"): appointment.topic,
        _("Was Sie brauchen"): "\n".join(Needs.of(appointment.needs).in_words()),
        _("Telefonnummer"): appointment.phone,
        _("Benachrichtigungen"): _("keine, der Termin ist vertraulich") if appointment.is_confidential else "",
        _("Grund"): reason,
    }
    entries = tuple(Entry(label=label, value=value) for label, value in lines.items() if value)
    statements = [str(_STATEMENTS[change])]
    if is_by_link:
        is_off = change is Change.CANCELLED  # after other deeds the words about the letter say what holds
        statements += filter(None, (_held(appointment, change) if is_off or not letter else "", letter))
    return SubmissionContent(
        sections=(Section(title=_("Ihr Termin"), entries=entries),),
        applicant=appointment.person.name,
        statements=tuple(statements),
    )


def _held(appointment: Appointment, change: Change) -> str:
    """What holds after a deed, in one sentence."""
    facts = {"when": when(appointment), "way": str(Channel(appointment.channel).label)}
    if change is Change.CANCELLED:
        return _("Abgesagt ist: %(when)s.") % facts
    return _("Es gilt: %(when)s, %(way)s.") % facts


def receipt_data(appointment: Appointment, change: Change, *, reason: str = "") -> dict[str, Any]:
    """The same for machines."""
    return {
        "appointment": str(appointment.pk),
        "change": str(change),
        "starts": appointment.period.lower.isoformat(),
        "ends": appointment.period.upper.isoformat(),
        "service": str(appointment.service_id),
        "channel": appointment.channel,
        "topic": appointment.topic,
        "needs": appointment.needs,
        "phone": appointment.phone,
        "is_confidential": appointment.is_confidential,
        "reason": reason,
    }
