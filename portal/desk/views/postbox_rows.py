"""One line of the inbox, ready to be shown; who is in charge, in words."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.domain.waiting import waiting_in_words, working_days_since
from mailbox.models import Thread
from portal.cases.enums import Language
from portal.cases.models import Actor, Person
from portal.desk.selectors.postbox import Desk, desk_of
from portal.desk.views.rows import age_in_words
from portal.ui.formats import format_date

LATE = 3  # working days after which a line is marked: a house rule, no deadline of the law


class InCharge(Struct, frozen=True):
    """Who answers for a conversation. ``away``: they are not there, until when, and who answers instead."""

    name: str = ""
    away: str = ""
    team: str = ""


class PostboxRow(Struct, frozen=True):
    """``waits``: since when in words, "" when nobody waits. ``last``: age of the newest entry."""

    thread: Thread
    name: str
    waits: str
    is_late: bool
    last: str
    language: str
    in_charge: InCharge
    wants_translation: bool


def postbox_rows(actor: Actor, threads: Iterable[Thread], now: datetime) -> list[PostboxRow]:
    """Return the rows of conversations that came from `postbox_list`. Five SQL, one encrypted name for each row."""
    found = list(threads)
    desk = desk_of(actor, timezone.localdate(now)) if found else None
    return [_row(thread, desk, now) for thread in found] if desk else []


def waits_since(thread: Thread, desk: Desk, now: datetime) -> str:
    """Return since when somebody waits, in days on which this office works; "" when nobody does."""
    if thread.waiting_since is None:
        return ""
    return waiting_in_words(thread.waiting_since, now, desk.place)


def in_charge_of(desk: Desk, membership_id: UUID | None, team_id: UUID | None) -> InCharge:
    """Return who is in charge, in words."""
    known = desk.people.get(membership_id) if membership_id else None
    team = desk.teams.get(team_id) if team_id else None
    return InCharge(
        name=known.display_name if known else "",
        away=_away(desk, known.pk) if known else "",
        team=team.name if team else "",
    )


def language_in_words(person: Person) -> str:
    """Return the language in which somebody is best reached, where it is noted and not plain German; else ""."""
    return str(person.get_language_display()) if person.language not in {"", Language.GERMAN} else ""


def _away(desk: Desk, membership_id: UUID) -> str:
    absence = desk.away.get(membership_id)
    if absence is None:
        return ""
    day = format_date(absence.last_day)
    if absence.deputy is None:
        return _("abwesend bis %(day)s, ohne Vertretung") % {"day": day}
    return _("abwesend bis %(day)s, Vertretung: %(name)s") % {"day": day, "name": absence.deputy.display_name}


def _row(thread: Thread, desk: Desk, now: datetime) -> PostboxRow:
    since = thread.waiting_since
    late = since is not None and working_days_since(since, now, desk.place) >= LATE
    return PostboxRow(
        thread=thread,
        name=thread.person.name or _("(ohne Namen)"),
        waits=waits_since(thread, desk, now),
        is_late=late,
        last=age_in_words(thread.last_at, now),  # type: ignore[attr-defined] # as annotated
        language=language_in_words(thread.person),
        in_charge=in_charge_of(desk, thread.in_charge, thread.work_of),  # type: ignore[attr-defined] # as above
        wants_translation=thread.wants_translation,  # type: ignore[attr-defined] # as above
    )
