import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from appointments.models import Summons
from portal.audit.models import AuditEvent
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.summonses import calling

pytestmark = pytest.mark.django_db


@pytest.fixture
def summons(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=10))
    return calling(agrees=False).send()


def url(name, summons):
    return reverse(f"desk:{name}", args=[summons.appointment_id])


def test_letter_is_downloaded_as_it_is(desk_of, summons):
    response = desk_of(summons.sent_by).get(url("summons_letter", summons))

    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_appointment_without_a_summons_has_no_letter(desk_of, summons):
    other = AppointmentFactory(person=summons.appointment.person, starts=MONDAY_NINE + datetime.timedelta(hours=1))

    assert desk_of(summons.sent_by).get(reverse("desk:summons_letter", args=[other.pk])).status_code == 404


def test_day_of_posting_is_entered_and_leaves_the_list(desk_of, summons):
    desk, today = desk_of(summons.sent_by), timezone.localdate()
    listed = "/verwaltung/termine/vorladungen/"
    assert url("appointment", summons) in desk.get(listed).content.decode()
    assert desk.post(url("summons_posted", summons), {"posted_on": "2030-01-01"}).status_code == 422

    desk.post(url("summons_posted", summons), {"posted_on": today.isoformat()})

    assert Summons.objects.get().posted_on == today
    assert url("appointment", summons) not in desk.get(listed).content.decode()


def test_look_at_the_list_is_written_down_for_each_case(desk_of, summons):
    desk_of(summons.sent_by).get("/verwaltung/termine/vorladungen/")

    assert AuditEvent.objects.get(event="seen.appointments").case_id == summons.appointment.case_id
