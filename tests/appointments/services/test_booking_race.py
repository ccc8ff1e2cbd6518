from collections import Counter
from uuid import uuid4

import pytest

from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus, Channel
from appointments.errors import PersonBusy, SlotTaken
from appointments.models import Appointment
from appointments.selectors.slots import SlotQuery
from appointments.services import confirm_booking, hold_slot
from portal.cases.selectors import actor_for_user
from portal.submissions.models import Submission
from tests.appointments.race import race
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, OpeningRuleFactory, RoomFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db(transaction=True)


def wanting(standing, service, starts):
    """Hold, fill in, agree: a word for what came of it."""

    def deed():
        actor = actor_for_user(standing.user, purpose="test")
        query = SlotQuery(service=service)
        try:
            held = hold_slot(
                actor=actor,
                case=standing.case,
                person=standing.person,
                query=query,
                starts=starts,
                channel=Channel.IN_PERSON,
            )
            booked = confirm_booking(
                actor=actor,
                appointment=held,
                topic="",
                needs=Needs(),
                phone="",
                is_confidential=False,
                token=uuid4(),
            )
        except (SlotTaken, PersonBusy) as gone:
            return type(gone).__name__
        return booked.status

    return deed


def test_twenty_people_who_want_five_times_get_five(service):
    room = RoomFactory(office__jobcenter=service.jobcenter)
    for number in range(6):  # the last two share a room: five can come
        membership = StaffMembershipFactory(jobcenter=service.jobcenter)
        OpeningRuleFactory(membership=membership, room=room if number > 3 else None)
    people = [StandingFactory(person__case__jobcenter=service.jobcenter) for _each in range(20)]

    answers = race([wanting(standing, service, MONDAY_NINE) for standing in people])

    assert Counter(answer.result for answer in answers) == {"booked": 5, "SlotTaken": 15}
    assert Appointment.objects.filter(status=AppointmentStatus.BOOKED).count() == 5
    assert Submission.objects.count() == 5


def test_one_person_in_two_windows_gets_one(service, standing):
    for _each in range(2):
        OpeningRuleFactory(membership=StaffMembershipFactory(jobcenter=service.jobcenter))

    race([wanting(standing, service, MONDAY_NINE)] * 4)

    assert Appointment.objects.filter(status=AppointmentStatus.BOOKED).count() == 1
