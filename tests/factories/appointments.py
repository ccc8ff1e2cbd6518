"""Invented services, rooms, opening hours and appointments."""

import datetime
import io
from zoneinfo import ZoneInfo

import factory
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.enums import AppointmentStatus, Channel, OfferKind, ServiceKind, WishKind
from appointments.models import Appointment, Offer, OpeningRule, Room, Service, Summons, Wish
from portal.documents.models import Document
from portal.documents.services import receive_from_office
from portal.outbox.models import OutboxMessage
from portal.submissions.enums import SubmissionKind
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory
from tests.factories.cases import PersonFactory, staff_actor
from tests.factories.desk_postbox import TextTemplateFactory
from tests.factories.documents import make_pdf, release
from tests.factories.submissions import SubmissionFactory

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY_NINE = datetime.datetime(2026, 12, 7, 9, 0, tzinfo=BERLIN)


def moved_to(starts: datetime.datetime, minutes: int = 30) -> DateTimeTZRange:
    """Another time for an appointment."""
    return DateTimeTZRange(starts, starts + datetime.timedelta(minutes=minutes))


class ServiceFactory(factory.django.DjangoModelFactory):
    """Questions about benefits, half an hour, every channel, bookable; all teams of its jobcenter do it."""

    class Meta:
        model = Service

    jobcenter = factory.SubFactory("tests.factories.accounts.JobcenterFactory")
    kind = ServiceKind.BENEFIT
    name = factory.Sequence(lambda n: f"Fragen zu Leistungen {n}")
    minutes = 30


class RoomFactory(factory.django.DjangoModelFactory):
    """A room on the ground floor."""

    class Meta:
        model = Room

    office = factory.SubFactory(OfficeFactory)
    name = factory.Sequence(lambda n: f"Raum {n}")
    way = "Erdgeschoss, zweite Tür links"
    is_step_free = True


class OpeningRuleFactory(factory.django.DjangoModelFactory):
    """Monday to Friday, 9 to 12, from December 2026 on."""

    class Meta:
        model = OpeningRule

    membership = factory.SubFactory(StaffMembershipFactory)
    weekdays = factory.LazyFunction(lambda: [0, 1, 2, 3, 4])
    starts = datetime.time(9, 0)
    ends = datetime.time(12, 0)
    first_day = datetime.date(2026, 11, 30)
    office = None


class AppointmentFactory(factory.django.DjangoModelFactory):
    """Booked for half an hour at ``starts`` (Monday 7 December 2026, 9:00), with somebody of the case's jobcenter."""

    class Meta:
        model = Appointment

    class Params:
        starts = MONDAY_NINE
        minutes = 30

    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    service = factory.SubFactory(ServiceFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))
    membership = factory.SubFactory(StaffMembershipFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))
    channel = Channel.IN_PERSON
    status = AppointmentStatus.BOOKED
    period = factory.LazyAttribute(
        lambda o: DateTimeTZRange(o.starts, o.starts + datetime.timedelta(minutes=o.minutes))
    )
    occupied = factory.SelfAttribute("period")
    booked_at = datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN)
    updated_at = datetime.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN)


class WishFactory(factory.django.DjangoModelFactory):
    """A wish for an appointment on Monday or Wednesday morning; its case must have an applicant."""

    class Meta:
        model = Wish

    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    kind = WishKind.APPOINTMENT
    service = factory.SubFactory(ServiceFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))
    channels = factory.LazyFunction(lambda: [Channel.IN_PERSON])
    times = factory.LazyFunction(lambda: {"days": [0, 2], "parts": ["morning"], "not_before": None, "words": ""})
    submission = factory.SubFactory(
        SubmissionFactory, case=factory.SelfAttribute("..case"), kind=SubmissionKind.APPOINTMENT
    )


class OfferFactory(factory.django.DjangoModelFactory):
    """An invitation, open for a week. Its times are appointments with status *offered*."""

    class Meta:
        model = Offer

    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    service = factory.SubFactory(ServiceFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))
    kind = OfferKind.INVITATION
    until = datetime.datetime(2026, 12, 4, 12, 0, tzinfo=BERLIN)
    sent_by = factory.SubFactory(StaffMembershipFactory, jobcenter=factory.SelfAttribute("..case.jobcenter"))


def office_letter(appointment: Appointment) -> Document:
    """A file that the office has made for the case, checked."""
    with transaction.atomic():
        document = receive_from_office(
            actor=staff_actor(appointment.membership),
            case=appointment.case,
            person=appointment.person,
            upload=io.BytesIO(make_pdf()),
            name="Meldeaufforderung.pdf",
        )
        OutboxMessage.objects.filter(subject_id=document.pk).delete()
    return release(document)


class SummonsFactory(factory.django.DjangoModelFactory):
    """The formal call to an appointment of its own (pass ``appointment`` for another), by who it is with; not told yet."""

    class Meta:
        model = Summons

    appointment = factory.SubFactory(AppointmentFactory, origin="summoned")
    period = factory.SelfAttribute("appointment.period")
    purpose = "placement"
    legal_notice = "Bitte kommen Sie. Sonst kann weniger Geld folgen (§ 32 SGB II)."
    notice_version = factory.LazyAttribute(
        lambda o: TextTemplateFactory(purpose="summons", published=o.legal_notice).versions.get()
    )
    document = factory.LazyAttribute(lambda o: office_letter(o.appointment))
    sent_by = factory.SelfAttribute("appointment.membership")
    sent_at = factory.LazyAttribute(lambda o: o.appointment.booked_at)
