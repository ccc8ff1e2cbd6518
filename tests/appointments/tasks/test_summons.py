import datetime

import pytest

from appointments.models import Summons
from appointments.tasks.summons import notify_of_summons
from tests.factories.appointments import MONDAY_NINE
from tests.factories.decisions import house, released
from tests.factories.summonses import calling

pytestmark = pytest.mark.django_db


def test_notice_is_sent_once_and_other_subjects_are_passed_over(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=10))
    summons = calling().send()

    notify_of_summons(released(house()).pk)
    notify_of_summons(summons.pk)
    notify_of_summons(summons.pk)

    assert Summons.objects.get().notified_at is not None
