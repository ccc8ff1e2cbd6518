import pytest

from portal.celery import app
from portal.leaving.models import Farewell
from portal.leaving.tasks.tidying import tidy

pytestmark = pytest.mark.django_db


def test_tidying_is_on_the_schedule_every_hour():
    entry = app.conf.beat_schedule["tidy-up"]

    assert (entry["task"], entry["schedule"]) == (tidy.name, 3600.0)


def test_tidying_removes_what_is_over(time_machine):
    time_machine.move_to("2026-11-01T10:00Z")
    Farewell.objects.create(address="anna@example.org")
    time_machine.move_to("2026-11-09T10:00Z")
    tidy()

    assert not Farewell.objects.exists()
