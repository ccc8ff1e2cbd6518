import pytest
from django.db import transaction

from appointments.models import CalendarSettings
from portal.outbox.services import deliver_due, publish
from tests.factories.accounts import UserFactory
from tests.factories.appointments import AppointmentFactory
from tests.factories.consents import agreeing

pytestmark = pytest.mark.django_db


def test_change_of_appointment_reaches_the_calendar(inbox):
    appointment = AppointmentFactory(person__user=agreeing(UserFactory()))
    CalendarSettings.objects.create(person=appointment.person, mails_invitations=True)

    with transaction.atomic():
        publish("appointment.changed", appointment.pk)
    deliver_due()

    assert "method=REQUEST" in inbox.texts[0].replace('"', "").replace("REQUEST;", "REQUEST")
