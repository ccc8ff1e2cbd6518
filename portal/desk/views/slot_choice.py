"""Free times to tick, up to three: what fits the wish first, and what somebody else has taken by now, at its place."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct, field

from appointments.domain.needs import Needs
from appointments.domain.wishes import fits
from appointments.enums import Channel, Need
from appointments.models import Service
from appointments.selectors import Slot, SlotQuery, candidates_at, days_with_slots
from appointments.services import OfferedTime
from portal.accounts.models import StaffMembership
from portal.cases.enums import Language
from portal.desk.forms.offering import SlotSearchForm
from portal.ui.formats import format_when

DAYS: Final = 8  # with free times, on one page
TIMES: Final = "zeit"


class Line(Struct, frozen=True):
    """One time. ``fits``: as it was wished. ``notes``: who, which language. ``is_gone``: somebody else has it."""

    value: str
    words: str
    fits: bool = False
    notes: str = ""
    is_chosen: bool = False
    is_gone: bool = False


class Search(Struct, frozen=True, kw_only=True):
    """What is looked for, as staff have set it or as the wish has it."""

    service: Service
    channel: Channel
    colleague: StaffMembership | None = None
    first_day: datetime.date | None = None
    needs: Needs = field(default_factory=Needs)
    times: Mapping[str, Any] = field(default_factory=dict)

    def query(self) -> SlotQuery:
        """For the search of free times."""
        comes = self.channel is Channel.IN_PERSON
        return SlotQuery(
            service=self.service,
            channel=self.channel,
            step_free=comes and Need.STEP_FREE in self.needs.needs,
            quiet=comes and Need.QUIET_ROOM in self.needs.needs,
            membership_id=self.colleague.pk if self.colleague else None,
            by_staff=True,
        )

    def begins(self) -> datetime.date:
        """The first day that is shown."""
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)  # an answer takes its time
        wished = self.times.get("not_before")
        first = datetime.date.fromisoformat(wished) if wished else tomorrow
        return self.first_day or max(first, tomorrow)

    @property
    def minded(self) -> tuple[str, ...]:
        """What of the needs the search minds, in words."""
        query = self.query()
        kept = [(query.step_free, Need.STEP_FREE), (query.quiet, Need.QUIET_ROOM)]
        return tuple(str(need.label) for is_minded, need in kept if is_minded)


def search_of(form: SlotSearchForm, *, services: Iterable[Service], begun: Mapping[str, Any]) -> Search | None:
    """What the form says, else what ``begun`` does (service, channel, needs, times); None without any service."""
    form.full_clean()
    data = form.cleaned_data if form.is_bound else {}
    service = data.get("service") or begun.get("service") or next(iter(services), None)
    if service is None:
        return None
    return Search(
        service=service,
        channel=data.get("channel") or begun.get("channel") or Channel.IN_PERSON,
        colleague=data.get("colleague"),
        first_day=data.get("first_day"),
        needs=Needs() if data.get("whatever_room") else begun.get("needs") or Needs(),
        times=begun.get("times") or {},
    )


def lines_for(search: Search, posted: QueryDict | None = None, gone: Iterable[str] = ()) -> list[Line]:
    """The times of the next days, what fits first; ``posted`` ticks them, ``gone`` are named where they were chosen."""
    names = {each.pk: each.display_name for each in _colleagues(search)}
    chosen = set(posted.getlist(TIMES)) if posted is not None else set()
    lost = set(gone)
    days = days_with_slots(search.query(), first_day=search.begins(), limit=DAYS)
    lines = [_line(slot, search, names, chosen) for _day, slots in days for slot in slots]
    lines = [line for line in lines if line.value not in lost]
    lines += [_gone_line(value) for value in lost if _parsed(value) is not None]
    return sorted(lines, key=lambda line: (not (line.is_gone or line.is_chosen), not line.fits, line.value))


def chosen_times(search: Search, posted: QueryDict) -> tuple[list[OfferedTime], list[str], list[str]]:
    """What was ticked, ready to be offered, earliest first; the values of these; and of those nobody has time for.

    Somebody else of the house who is free then does as well, unless one colleague was asked for.
    """
    times: list[OfferedTime] = []
    values: list[str] = []
    gone: list[str] = []
    for value in sorted(set(posted.getlist(TIMES))):
        parsed = _parsed(value)
        if parsed is None:
            continue
        starts, membership_id = parsed
        found = candidates_at(search.query(), starts)
        slot = next((each for each in found if each.membership_id == membership_id), next(iter(found), None))
        if slot is None:
            gone.append(value)
            continue
        times.append(OfferedTime(slot.starts, slot.membership_id, slot.office_id, slot.room_id))
        values.append(value)
    return times, values, gone


def _colleagues(search: Search) -> Iterable[StaffMembership]:
    return StaffMembership.objects.filter(jobcenter_id=search.service.jobcenter_id).only("pk", "display_name")


def _line(slot: Slot, search: Search, names: Mapping[UUID, str], chosen: set[str]) -> Line:
    value = _value(slot.starts, slot.membership_id)
    notes = [names.get(slot.membership_id, "")]
    language = search.needs.language
    if language and language in slot.languages:
        notes.append(_("spricht %(language)s") % {"language": Language(language).label})
    return Line(
        value=value,
        words=format_when(slot.starts),
        fits=bool(search.times) and fits(search.times, slot.starts),
        notes=", ".join(filter(None, notes)),
        is_chosen=value in chosen,
    )


def _gone_line(value: str) -> Line:
    parsed = _parsed(value)
    words = format_when(parsed[0]) if parsed is not None else value
    return Line(value=value, words=words, is_gone=True)


def _value(starts: datetime.datetime, membership_id: UUID) -> str:
    return f"{starts.astimezone(datetime.UTC).isoformat()}|{membership_id}"


def _parsed(value: str) -> tuple[datetime.datetime, UUID] | None:
    moment, _bar, membership = value.partition("|")
    try:
        starts, membership_id = datetime.datetime.fromisoformat(moment), UUID(membership)
    except ValueError:
        return None
    return (starts, membership_id) if starts.tzinfo is not None else None
