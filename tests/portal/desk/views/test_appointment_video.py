import datetime

import pytest
from django.urls import reverse

from appointments.models import AppointmentSettings
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("minutes", "is_open"), [(-60, False), (-5, True)])
def test_room_is_entered_shortly_before_the_talk(desk_of, worker, time_machine, minutes, is_open):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=minutes))
    AppointmentSettings.objects.create(
        jobcenter=worker.jobcenter, video_provider="template", video_url="https://video.example/{room}"
    )
    talk = AppointmentFactory(person__case__jobcenter=worker.jobcenter, membership=worker, channel="video")

    target = desk_of(worker).get(reverse("desk:appointment_video", args=[talk.pk])).url

    assert target.startswith("https://video.example/") is is_open


def test_talk_in_person_has_no_room(desk_of, worker):
    talk = AppointmentFactory(person__case__jobcenter=worker.jobcenter, membership=worker)

    page = desk_of(worker).get(reverse("desk:appointment_video", args=[talk.pk]), follow=True).content.decode()

    assert "keinen Videoraum" in page
