import pytest
from django.utils import timezone

from appointments.enums import AppointmentStatus
from appointments.selectors import appointments_visible_to
from portal.cases.enums import StandingKind
from portal.cases.selectors import actor_for_user
from tests.factories.appointments import AppointmentFactory
from tests.factories.cases import PersonFactory, StandingFactory, staff_actor

pytestmark = pytest.mark.django_db


def seen_by(standing):
    return set(appointments_visible_to(actor_for_user(standing.user, purpose="test")))


def test_appointments_are_seen_by_applicant():
    standing = StandingFactory()
    appointment = AppointmentFactory(person=standing.person)
    AppointmentFactory()

    assert seen_by(standing) == {appointment}


def test_appointments_of_member_with_own_post_are_hidden_from_applicant():
    standing = StandingFactory()
    member = PersonFactory(case=standing.case, is_applicant=False, wants_own_post_since=timezone.now())
    appointment = AppointmentFactory(person=member)
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])

    assert seen_by(standing) == set()
    assert seen_by(own) == {appointment}


def test_appointments_released_are_nobodys_business():
    standing = StandingFactory()
    AppointmentFactory(person=standing.person, status=AppointmentStatus.RELEASED)

    assert seen_by(standing) == set()


def test_appointments_of_another_jobcenter_are_not_seen_by_staff():
    appointment = AppointmentFactory()
    AppointmentFactory()

    assert set(appointments_visible_to(staff_actor(appointment.membership))) == {appointment}
