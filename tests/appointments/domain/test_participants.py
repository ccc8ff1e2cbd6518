import pytest

from appointments.domain.participants import invitation_of
from appointments.enums import AppointmentStatus, Coming
from appointments.models import Participant
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, RoomFactory

pytestmark = pytest.mark.django_db


def test_invitation_names_office_room_and_whom_to_call():
    room = RoomFactory()
    appointment = AppointmentFactory(room=room, office=room.office, status=AppointmentStatus.CANCELLED)
    participant = Participant.objects.create(appointment=appointment, name="Ayşe")

    shown = invitation_of(participant, MONDAY_NINE)

    assert shown.place.splitlines()[:3] == ["persönlich im Jobcenter", room.office.name, room.office.street]
    assert shown.place.endswith(f"{room.name}\nErdgeschoss, zweite Tür links")
    assert shown.phone == (room.office.phone or appointment.service.jobcenter.phone)
    assert (shown.is_cancelled, shown.coming) == (True, Coming.OPEN)
