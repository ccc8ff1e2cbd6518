import datetime

import pytest

from appointments import services
from appointments.enums import ExceptionKind
from appointments.errors import ExceptionOverlaps, InUse, NameInUse
from appointments.models import AppointmentSettings, CalendarException, OpeningRule, Room, Service
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory, TeamFactory
from tests.factories.appointments import (
    MONDAY_NINE,
    AppointmentFactory,
    OpeningRuleFactory,
    RoomFactory,
    ServiceFactory,
)
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def lead():
    return StaffMembershipFactory(team_lead=True)


@pytest.fixture
def actor(lead):
    return staff_actor(lead)


def test_service_is_stored_with_teams_and_written_down(actor, lead):
    team = TeamFactory(jobcenter=lead.jobcenter)

    made = services.save_service(actor=actor, service=Service(jobcenter=lead.jobcenter, name="Beratung"), teams=[team])

    assert list(made.teams.all()) == [team]
    event = AuditEvent.objects.get(event="appointment_offering.changed")
    assert (event.subject_type, event.subject_id) == ("appointments.service", str(made.pk))


def test_service_of_another_house_and_with_teams_of_another_is_refused(actor, lead):
    with pytest.raises(NotPermitted):
        services.save_service(actor=actor, service=ServiceFactory(), teams=[])
    with pytest.raises(NotPermitted):
        services.save_service(actor=actor, service=ServiceFactory(jobcenter=lead.jobcenter), teams=[TeamFactory()])


def test_service_has_a_name_of_its_own(actor, lead):
    ServiceFactory(jobcenter=lead.jobcenter, name="Beratung")

    with pytest.raises(NameInUse):
        services.save_service(actor=actor, service=Service(jobcenter=lead.jobcenter, name="Beratung"), teams=[])


def test_caseworker_sets_up_nothing_but_own_hours(lead):
    worker = StaffMembershipFactory(jobcenter=lead.jobcenter)
    actor = staff_actor(worker)
    room = RoomFactory.build(office=OfficeFactory(jobcenter=lead.jobcenter))

    with pytest.raises(NotPermitted):
        services.save_service(actor=actor, service=ServiceFactory(jobcenter=lead.jobcenter), teams=[])
    with pytest.raises(NotPermitted):
        services.save_room(actor=actor, room=room)
    with pytest.raises(NotPermitted):
        services.save_rule(actor=actor, rule=OpeningRuleFactory(membership=lead), services=[])
    assert services.save_rule(actor=actor, rule=OpeningRuleFactory(membership=worker), services=[])


def test_what_appointments_hang_on_is_not_deleted(actor, lead):
    service = ServiceFactory(jobcenter=lead.jobcenter)
    room = RoomFactory(office__jobcenter=lead.jobcenter)
    AppointmentFactory(service=service, room=room, case__jobcenter=lead.jobcenter)

    with pytest.raises(InUse):
        services.remove_service(actor=actor, service=service)
    with pytest.raises(InUse):
        services.remove_room(actor=actor, room=room)
    assert not AuditEvent.objects.filter(event="appointment_offering.removed").exists()


def test_what_was_never_used_is_deleted(actor, lead):
    services.remove_service(actor=actor, service=ServiceFactory(jobcenter=lead.jobcenter))
    services.remove_room(actor=actor, room=RoomFactory(office__jobcenter=lead.jobcenter))

    assert (Service.objects.count(), Room.objects.count()) == (0, 0)
    assert AuditEvent.objects.filter(event="appointment_offering.removed").count() == 2


@pytest.mark.parametrize("name", ["services", "room", "office"])
def test_hours_hold_nothing_of_another_house(actor, lead, name):
    rule = OpeningRuleFactory(membership=lead)
    foreign = []
    if name == "services":
        foreign = [ServiceFactory()]
    else:
        setattr(rule, name, RoomFactory() if name == "room" else OfficeFactory())

    with pytest.raises(NotPermitted):
        services.save_rule(actor=actor, rule=rule, services=foreign)


def test_hours_end_after_a_day_and_vanish_when_they_never_began(actor, lead):
    rule, future = OpeningRuleFactory(membership=lead), OpeningRuleFactory(membership=lead)
    day = datetime.date(2026, 12, 4)
    future.first_day = datetime.date(2027, 1, 4)

    services.end_rule(actor=actor, rule=rule, last_day=day)
    services.end_rule(actor=actor, rule=future, last_day=day)

    assert [(each.pk, each.last_day) for each in OpeningRule.objects.all()] == [(rule.pk, day)]


def test_hours_go_and_what_is_agreed_stays(actor, lead):
    rule = OpeningRuleFactory(membership=lead)
    appointment = AppointmentFactory(membership=lead, case__jobcenter=lead.jobcenter)

    services.remove_rule(actor=actor, rule=rule)

    appointment.refresh_from_db()
    assert (OpeningRule.objects.count(), appointment.status) == (0, "booked")


def test_exceptions_of_one_kind_do_not_overlap(actor, lead):
    rule = OpeningRuleFactory(membership=lead)
    period = (MONDAY_NINE, MONDAY_NINE + HOUR)
    services.save_exception(actor=actor, exception=CalendarException(membership=lead, period=period))
    more = CalendarException(membership=lead, period=period, kind=ExceptionKind.OPEN, like=rule)
    services.save_exception(actor=actor, exception=more)

    with pytest.raises(ExceptionOverlaps):
        services.save_exception(actor=actor, exception=CalendarException(membership=lead, period=period))
    assert CalendarException.objects.count() == 2

    services.remove_exception(actor=actor, exception=more)
    assert CalendarException.objects.get().kind == ExceptionKind.CLOSED


def test_additional_time_is_like_one_of_the_same_person(actor, lead):
    other = OpeningRuleFactory(membership__jobcenter=lead.jobcenter)
    period = (MONDAY_NINE, MONDAY_NINE + HOUR)

    with pytest.raises(NotPermitted):
        services.save_exception(
            actor=actor,
            exception=CalendarException(membership=lead, period=period, kind=ExceptionKind.OPEN, like=other),
        )


def test_settings_are_for_administrators(lead, actor):
    settings = AppointmentSettings(jobcenter=lead.jobcenter, video_secret="geheim")
    with pytest.raises(NotPermitted):
        services.save_settings(actor=actor, settings=settings)

    administrator = StaffMembershipFactory(jobcenter=lead.jobcenter, administrator=True)
    services.save_settings(actor=staff_actor(administrator), settings=settings)
    assert AppointmentSettings.objects.get().video_secret == "geheim"
