import pytest

from appointments.enums import AppointmentStatus, OfferKind
from appointments.models import Appointment, Offer, Wish
from appointments.services import discard_appointments, erase_appointments
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, ServiceFactory, WishFactory
from tests.factories.cases import CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db

SYSTEM = system_actor("test")


def held_in(case, status=AppointmentStatus.HELD):
    return AppointmentFactory(
        person=PersonFactory(case=case),
        service=ServiceFactory(),
        membership=StaffMembershipFactory(),
        status=status,
        held_until=MONDAY_NINE,
    )


def test_times_held_in_a_case_that_was_never_opened_go(actor):
    case = CaseFactory(prospective=True)
    held_in(case)

    assert discard_appointments(actor=SYSTEM, case=case) == 1
    assert not Appointment.objects.exists()


def test_opened_cases_keep_theirs(actor):
    kept = held_in(CaseFactory())

    assert discard_appointments(actor=SYSTEM, case=kept.case) == 0
    with pytest.raises(NotPermitted):
        discard_appointments(actor=actor, case=kept.case)


def test_all_of_an_ended_case_goes(standing, service, actor):
    offer = OfferFactory(person=standing.person, service=service)
    agreed = AppointmentFactory(person=standing.person, service=service, offer=offer)
    OfferFactory(person=standing.person, service=service, kind=OfferKind.EARLIER, replaces=agreed)
    WishFactory(person=standing.person, service=service)
    other = AppointmentFactory()

    assert erase_appointments(actor=SYSTEM, case=standing.case) == 1
    assert list(Appointment.objects.all()) == [other]
    assert not Offer.objects.exists()
    assert not Wish.objects.exists()
    with pytest.raises(NotPermitted):
        erase_appointments(actor=actor, case=standing.case)
