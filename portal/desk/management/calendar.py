"""What the jobcenters of the demo offer, and invented appointments, agreed through the same services as everybody's.

Hours have no end and free times are looked for, so the calendar lives on whatever day it is.
"""

import datetime
from collections.abc import Iterable
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from applications.models import Application
from appointments import services
from appointments.domain.needs import Needs
from appointments.domain.wish_content import Wanted
from appointments.enums import Channel, DayPart, Need, OfferKind, ServiceKind, VideoProvider
from appointments.models import Appointment, AppointmentSettings, OpeningRule, Room, Service
from appointments.selectors import Slot, SlotQuery, days_with_slots
from portal.accounts.models import Jobcenter, Office, StaffMembership, Team, User
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import actor_for_staff, actor_for_user

ALL: Final = list(Channel.values)
SERVICES: Final[tuple[dict[str, Any], ...]] = (
    {
        "kind": ServiceKind.FIRST_TALK,
        "name": "Erstes Gespräch",
        "description": "Wir lernen uns kennen und planen gemeinsam die nächsten Schritte.",
        "bring": "Ihren Ausweis. Sonst nichts, außer Sie möchten uns etwas zeigen.",
        "minutes": 60,
        "gap_minutes": 15,
        "notice_hours": 48,
        "channels": [Channel.IN_PERSON],
    },
    {
        "kind": ServiceKind.BENEFIT,
        "name": "Fragen zu meinem Geld",
        "description": "Zum Antrag, zum Bescheid, zur Miete oder zu einer Nachzahlung.",
        "bring": "Den Brief, um den es geht.",
        "minutes": 30,
        "channels": ALL,
    },
    {
        "kind": ServiceKind.PLACEMENT,
        "name": "Arbeit und Ausbildung",
        "description": "Stellen, Bewerbung, Kurse, Ausbildung nachholen.",
        "minutes": 45,
        "gap_minutes": 5,
        "channels": ALL,
    },
    {
        "kind": ServiceKind.PORTAL_HELP,
        "name": "Hilfe mit dem Portal und dem Antrag",
        "description": "Wir füllen den Antrag gemeinsam aus oder laden Unterlagen mit Ihnen hoch.",
        "minutes": 30,
        "notice_hours": 2,
        "channels": ALL,
    },
    {
        "kind": ServiceKind.DROP_IN,
        "name": "Ohne Termin vorbeikommen",
        "description": "Für kurze Fragen und um Unterlagen abzugeben, zu den Öffnungszeiten.",
        "channels": [Channel.IN_PERSON],
        "is_bookable": False,
        "can_be_asked_for": False,
    },
)
ROOMS: Final = (
    {"name": "Raum 3", "way": "Erdgeschoss, zweite Tür links", "is_step_free": True, "is_quiet": False},
    {"name": "Raum 104", "way": "Erster Stock, mit dem Aufzug", "is_step_free": True, "is_quiet": True},
    {"name": "Raum 212", "way": "Zweiter Stock, über die Treppe", "is_step_free": False, "is_quiet": True},
)
# Who has time when: e-mail address, weekdays (Monday is 0), hours, room, languages, ways.
HOURS: Final[tuple[tuple[str, list[int], tuple[str, str], str, list[str], list[str]], ...]] = (
    ("sachbearbeitung@example.org", [0, 1, 2, 3], ("09:00", "12:00"), "Raum 3", ["uk", "ru"], ALL),
    ("sachbearbeitung@example.org", [3], ("14:00", "17:30"), "Raum 104", ["uk", "ru"], ALL),
    ("teamleitung@example.org", [1, 3, 4], ("09:00", "11:30"), "Raum 104", ["en"], ALL),
    ("teamleitung@example.org", [1], ("13:00", "16:00"), "", [], [Channel.PHONE, Channel.VIDEO]),
    ("verwaltung@example.org", [0, 4], ("10:00", "12:30"), "Raum 212", ["tr"], [Channel.IN_PERSON, Channel.PHONE]),
    ("nebenstadt@example.org", [0, 2], ("09:00", "12:00"), "", ["en"], ALL),
)
SINCE: Final = datetime.date(2026, 1, 5)  # a Monday


def load_offer(jobcenters: Iterable[Jobcenter]) -> None:
    """Store services, rooms and hours. Does nothing twice."""
    for jobcenter in jobcenters:
        for facts in SERVICES:
            Service.objects.get_or_create(jobcenter=jobcenter, name=facts["name"], defaults=facts)
        AppointmentSettings.objects.get_or_create(
            jobcenter=jobcenter,
            defaults={
                "video_provider": VideoProvider.TEMPLATE,
                "video_url": "https://video.example.org/{room}?token={token}",
                "video_secret": "of-the-demo-and-of-nothing-else",
            },
        )
    office = Office.objects.get(jobcenter__slug="musterkreis", is_default=True)
    Team.objects.filter(jobcenter=office.jobcenter, office=None).update(office=office)
    for facts in ROOMS:
        Room.objects.get_or_create(office=office, name=facts["name"], defaults=facts)
    for email, weekdays, (starts, ends), room, languages, channels in HOURS:
        OpeningRule.objects.get_or_create(
            membership=StaffMembership.objects.get(user__email=email, valid_to=None),
            weekdays=weekdays,
            starts=datetime.time.fromisoformat(starts),
            defaults={
                "ends": datetime.time.fromisoformat(ends),
                "first_day": SINCE,
                "languages": languages,
                "channels": channels,
                "room": Room.objects.filter(office=office, name=room).first(),
            },
        )
    _meeting(StaffMembership.objects.get(user__email="sachbearbeitung@example.org", valid_to=None))


def _meeting(membership: StaffMembership) -> None:
    """On Tuesday of next week somebody is in a meeting for an hour."""
    today = timezone.localdate()
    tuesday = today + datetime.timedelta(days=8 - today.weekday())
    begins = datetime.datetime.combine(tuesday, datetime.time(10), tzinfo=timezone.get_default_timezone())
    period = (begins, begins + datetime.timedelta(hours=1))
    if not membership.calendar_exceptions.exists():
        membership.calendar_exceptions.create(period=period, note="Teamsitzung")


def load_appointments(*, staff: User, booked: User, called: User, invited: User) -> None:
    """``booked`` has an appointment and ``called`` another; ``invited`` chooses one of three times; ``called`` also
    asks for one. Does nothing twice.
    """
    office = actor_for_staff(staff, purpose="demo")
    if office is None or Appointment.objects.filter(case__jobcenter=office.jobcenter_id).exists():
        return
    _book(office, booked, ServiceKind.BENEFIT, Channel.IN_PERSON, "Die Miete steigt ab Januar.", Need.SIGN_LANGUAGE)
    _book(office, called, ServiceKind.PORTAL_HELP, Channel.PHONE, "Ich möchte wissen, was noch fehlt.")
    _wish(called)
    _invite(office, invited)


def _book(office: Actor, user: User, kind: ServiceKind, channel: Channel, topic: str, *needs: Need) -> None:
    case, person = _of(user)
    query = SlotQuery(service=_service(case, kind), channel=channel, by_staff=True)
    slot = _times(query, after=2)[0]
    services.book_for(
        actor=office,
        case=case,
        person=person,
        query=query,
        starts=slot.starts,
        channel=channel,
        token=uuid5(NAMESPACE_URL, f"demo:{user.email}:{kind}"),
        topic=topic,
        needs=Needs(needs=needs),
        phone="030 23125 000" if channel is Channel.PHONE else "",
    )


def _wish(user: User) -> None:
    case, person = _of(user)
    wanted = Wanted(
        service=_service(case, ServiceKind.PLACEMENT),
        channels=(Channel.IN_PERSON, Channel.VIDEO),
        topic="Ich suche eine Ausbildung im Verkauf.",
        times={"days": [0, 2, 3], "parts": [DayPart.MORNING], "not_before": None, "words": "Ich bringe mein Kind mit."},
        needs=Needs(needs=(Need.CHILDCARE,)),
    )
    token = uuid5(NAMESPACE_URL, f"demo:{user.email}:wish")
    services.send_wish(actor=actor_for_user(user, purpose="demo"), case=case, person=person, wanted=wanted, token=token)


def _invite(office: Actor, user: User) -> None:
    case, person = _of(user)
    service = _service(case, ServiceKind.FIRST_TALK)
    slots = _times(SlotQuery(service=service, by_staff=True), after=7)[:3]
    services.send_offer(
        actor=office,
        case=case,
        person=person,
        kind=OfferKind.INVITATION,
        service=service,
        times=[services.OfferedTime(each.starts, each.membership_id, each.office_id, each.room_id) for each in slots],
        channel=Channel.IN_PERSON,
        until=timezone.now() + datetime.timedelta(days=5),
        words="Wir möchten Sie kennenlernen. Bitte wählen Sie die Zeit, die Ihnen am besten passt.",
    )


def _times(query: SlotQuery, *, after: int) -> list[Slot]:
    """The first time of each of the next days that have any, from ``after`` days on."""
    first = timezone.localdate() + datetime.timedelta(days=after)
    return [slots[0] for _day, slots in days_with_slots(query, first_day=first, limit=3)]


def _service(case: Case, kind: ServiceKind) -> Service:
    return Service.objects.get(jobcenter=case.jobcenter, kind=kind)


def _of(user: User) -> tuple[Case, Person]:
    sent = Application.objects.filter(person__user=user).select_related("case", "person").earliest("received_at")
    return sent.case, sent.person
