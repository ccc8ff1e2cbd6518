"""What somebody wishes for, and how it stands on the receipt and for staff."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from msgspec import Struct, field

from appointments.domain.callback_windows import between
from appointments.domain.needs import Needs
from appointments.enums import Channel, DayPart, WishKind
from appointments.models import Offer, Service
from portal.accounts.enums import Weekday
from portal.submissions.models import Entry, Section, SubmissionContent
from portal.ui.formats import format_date, format_weekday_date


class Wanted(Struct, frozen=True, kw_only=True):
    """A wish as it was typed. ``times`` as `Wish` keeps them."""

    kind: WishKind = WishKind.APPOINTMENT
    service: Service | None = None
    channels: tuple[str, ...] = ()
    topic: str = ""
    times: Mapping[str, Any] = field(default_factory=dict)
    needs: Needs = field(default_factory=Needs)
    phone: str = ""
    is_confidential: bool = False


def times_in_words(times: Mapping[str, Any]) -> tuple[str, ...]:
    """When somebody could, in lines: "Montag und Mittwoch", "vormittags", "nicht vor dem 1. Dezember 2026"."""
    return tuple(_lines(times))


def _lines(times: Mapping[str, Any]) -> Iterator[str]:
    if day := times.get("day"):
        yield format_weekday_date(datetime.date.fromisoformat(day))
    if times.get("from") and times.get("to"):
        yield between(*(datetime.time.fromisoformat(times[end]) for end in ("from", "to")))
    if days := times.get("days"):
        yield ", ".join(str(Weekday(day).label) for day in days)
    if parts := times.get("parts"):
        yield ", ".join(str(DayPart(part).label) for part in parts)
    if not_before := times.get("not_before"):
        yield _("nicht vor dem %(day)s") % {"day": format_date(datetime.date.fromisoformat(not_before))}
    if words := times.get("words"):
        yield words


def wish_content(wanted: Wanted, applicant: str) -> SubmissionContent:
    """The receipt of a wish: everything as it was typed. ``applicant``: for whom it is."""
    is_call = wanted.kind is WishKind.CALLBACK
    title = _("Ihre Bitte um einen Rückruf") if is_call else _("Ihr Terminwunsch")
    statement = (
        _("Ihre Bitte um einen Rückruf ist bei uns angekommen.")
        if is_call
        else _("Ihr Terminwunsch ist bei uns angekommen. Sie bekommen einen Vorschlag oder eine Antwort.")
    )
    return SubmissionContent(
        sections=(Section(title=title, entries=tuple(_entries(wanted, applicant))),),
        applicant=applicant,
        statements=(statement,),
    )


def _entries(wanted: Wanted, name: str) -> Iterator[Entry]:
    yield Entry(label=_("Für wen"), value=name)
    if wanted.service is not None:
        yield Entry(label=_("Anliegen"), value=wanted.service.name)
    yield Entry(label=_("Worum es geht"), value=wanted.topic)
    if wanted.channels:
        yield Entry(label=_("Wie wir sprechen"), value="\n".join(str(Channel(each).label) for each in wanted.channels))
    yield Entry(label=_("Wann es Ihnen passt"), value="\n".join(times_in_words(wanted.times)))
    if wanted.phone:
        yield Entry(label=_("Telefonnummer"), value=wanted.phone)
    if lines := wanted.needs.in_words():
        yield Entry(label=_("Was Sie brauchen"), value="\n".join(lines))
    if wanted.is_confidential:
        yield Entry(label=_("Vertraulich"), value=_("Ja, bitte keine Benachrichtigungen"))


def wish_data(wanted: Wanted) -> dict[str, Any]:
    """The same for machines."""
    return {
        "wish": wanted.kind,
        "service": str(wanted.service.pk) if wanted.service is not None else "",
        "channels": list(wanted.channels),
        "topic": wanted.topic,
        "times": dict(wanted.times),
        "needs": wanted.needs.as_json(),
        "phone": wanted.phone,
        "is_confidential": wanted.is_confidential,
    }


def decline_content(offer: Offer, reply: str, applicant: str, *, wants_other: bool) -> SubmissionContent:
    """The receipt of a no to offered times."""
    entries = [Entry(label=_("Anliegen"), value=offer.service.name), Entry(label=_("Ihre Antwort"), value=reply)]
    statements = [_("Ihre Antwort ist angekommen: Keine der Zeiten passt.")]
    if wants_other:
        statements.append(_("Sie möchten andere Zeiten. Wir melden uns mit einem neuen Vorschlag."))
    return SubmissionContent(
        sections=(Section(title=_("Ihre Antwort auf unser Angebot"), entries=tuple(entries)),),
        applicant=applicant,
        statements=tuple(statements),
    )
