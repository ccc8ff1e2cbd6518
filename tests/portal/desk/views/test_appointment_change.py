import datetime
import uuid

import pytest
from django.urls import reverse

from appointments.models import Appointment
from mailbox.models import Message
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(worker, time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=3))
    OpeningRuleFactory(membership=worker)
    return AppointmentFactory(person__case__jobcenter=worker.jobcenter, membership=worker)


def send(desk, talk, **fields):
    sent = {"channel": "in_person", "phone": "", "token": str(uuid.uuid4()), **fields}
    return desk.post(reverse("desk:change_appointment", args=[talk.pk]), sent, follow=True)


def test_way_and_needs_change_while_the_time_stays(desk_of, worker, talk):
    send(desk_of(worker), talk, channel="phone", phone="030 23125 5", needs=["interpreter"], language="ar")

    now = Appointment.objects.get()
    assert (now.channel, now.phone, now.period) == ("phone", "030 23125 5", talk.period)
    assert (now.needs["needs"], now.needs["language"]) == (["interpreter"], "ar")
    assert Message.objects.count() == 2


def test_nothing_different_changes_nothing(desk_of, worker, talk):
    send(desk_of(worker), talk)

    assert Appointment.objects.get().sequence == talk.sequence
    assert not Message.objects.exists()


def test_way_that_nobody_offers_is_said_at_its_field(desk_of, worker, talk):
    page = send(desk_of(worker), talk, channel="video")

    assert page.status_code == 422
    assert "Auf diesem Weg geht es zu dieser Zeit nicht." in page.content.decode()
