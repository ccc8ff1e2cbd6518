"""Free times as a page shows them: the next one first, then day by day. Booking and moving share it."""

import datetime
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from msgspec import Struct

from appointments.enums import Channel
from appointments.errors import SlotNotOffered
from appointments.forms import NarrowingForm
from appointments.models import AppointmentSettings, Service
from appointments.selectors.offered import languages_of, last_colleague
from appointments.selectors.slot import Slot, SlotQuery, channels_for
from appointments.selectors.slots import days_with_slots
from portal.cases.models import Person
from portal.ui.formats import BERLIN, format_time, format_weekday_date

DAYS: Final = 5  # on one page: a week, and little to scroll
NOON: Final = 12


class Time(Struct, frozen=True):
    """One free time: its value for the form, ``9:00 Uhr``, and the day for who hears the button alone."""

    value: str
    clock: str
    day: str


class Day(Struct, frozen=True):
    """The free times of one day, by parts of the day where there are many."""

    key: str
    name: str
    parts: tuple[tuple[str, tuple[Time, ...]], ...]


class Picker(Struct, kw_only=True):
    """What somebody is looking for, as the address of the page says it, and what is free."""

    service: Service
    form: NarrowingForm
    channels: tuple[str, ...]
    query: SlotQuery
    first_day: datetime.date
    kept: dict[str, str]  # the query of the address without the day

    @property
    def channel(self) -> str:
        """The way that is looked for; the first that the service offers when nothing was said."""
        return self.query.channel

    @property
    def here(self) -> str:
        """The query of the address with all that is looked for, but for the day."""
        return self._address(**self.kept)

    def context(self) -> dict[str, Any]:
        """What the template needs. The number of queries is that of `days_with_slots`."""
        found = days_with_slots(self.query, first_day=self.first_day, limit=DAYS)
        slots = [slot for _day, slots in found for slot in slots]
        is_first = self.first_day <= timezone.localdate()
        later = found[-1][0] + datetime.timedelta(days=1) if len(found) == DAYS else None
        return {
            "service": self.service,
            "narrowing": self.form,
            "is_narrowed": bool(set(self.kept) - {"weg", "fuer"}),
            "fuer": self.kept.get("fuer", ""),
            "channel": self.channel,
            "channel_label": Channel(self.channel).label if self.channel else "",
            "ways": [(Channel(each).label, self._address(weg=each), each == self.channel) for each in self.channels],
            "next": _time(slots[0]) if slots else None,
            "is_first": is_first,
            "days": [_day(day, slots) for day, slots in found],
            "later": self._address(**self.kept, ab=later.isoformat()) if later else "",
            "sooner": "" if is_first else self._address(**{**self.kept, "ab": ""}),
        }

    def _address(self, **query: str) -> str:
        wanted = {**{key: value for key, value in self.kept.items() if key != "weg"}, "weg": self.channel, **query}
        return "?" + urlencode({key: value for key, value in wanted.items() if value})


def picker_for(
    request: HttpRequest, service: Service, person: Person | None, *, channel: str = "", fuer: str = ""
) -> Picker:
    """Read the wishes from the address.

    ``person``: whose colleague of last time can be asked for. ``channel``: the way where the address names none.
    ``fuer``: for whom it is, as the address says it, where that is not oneself.
    """
    channels = ways_of(service)
    colleague = last_colleague(person) if person is not None else None
    today = timezone.localdate()
    form = NarrowingForm(
        request.GET,
        channels=list(channels),
        languages=languages_of(service.jobcenter_id),
        today=today,
        knows_somebody=colleague is not None,
        auto_id="suche_%s",
    )
    form.is_valid()
    said = form.cleaned_data  # what could not be read is missing, and so is no wish
    usual = channel if channel in channels else next(iter(channels), "")
    wanted = said.get("weg") or usual
    first_day = max(_day_of(request.GET.get("ab", "")) or today, today)
    query = SlotQuery(
        service=service,
        channel=wanted,
        language=said.get("sprache") or "",
        step_free=bool(said.get("stufenlos")),
        quiet=bool(said.get("ruhig")),
        membership_id=colleague if said.get("dieselbe") else None,
    )
    kept = {name: str(request.GET[name]) for name in form.fields if name != "ab" and said.get(name)}
    kept |= {"fuer": fuer} if fuer else {}
    return Picker(service=service, form=form, channels=channels, query=query, first_day=first_day, kept=kept)


def ways_of(service: Service) -> tuple[str, ...]:
    """The ways on which people can have this conversation, the personal one first. One query at most."""
    has_video = Channel.VIDEO in service.channels and (
        AppointmentSettings.objects.filter(jobcenter_id=service.jobcenter_id).exclude(video_provider="").exists()
    )
    offered = channels_for(SlotQuery(service=service), has_video=has_video)
    return tuple(each for each in Channel.values if each in offered)


def chosen_start(request: HttpRequest) -> datetime.datetime:
    """The time of the button that was pressed. Raises SlotNotOffered where none can be read, or without a time zone."""
    try:
        moment = datetime.datetime.fromisoformat(request.POST.get("starts", ""))
    except ValueError:
        raise SlotNotOffered from None
    if moment.tzinfo is None:
        raise SlotNotOffered
    return moment


def _day_of(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _time(slot: Slot) -> Time:
    return Time(
        value=slot.starts.isoformat(timespec="minutes"),
        clock=format_time(slot.starts),
        day=format_weekday_date(slot.starts),
    )


def _day(day: datetime.date, slots: list[Slot]) -> Day:
    morning = tuple(_time(slot) for slot in slots if slot.starts.astimezone(BERLIN).hour < NOON)
    afternoon = tuple(_time(slot) for slot in slots if slot.starts.astimezone(BERLIN).hour >= NOON)
    parts = tuple((name, times) for name, times in ((_("Vormittag"), morning), (_("Nachmittag"), afternoon)) if times)
    return Day(key=day.isoformat(), name=format_weekday_date(day), parts=parts)
