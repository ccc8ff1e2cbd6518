import pytest

from appointments.models import Appointment, AppointmentSettings, AppointmentStep, Participant
from appointments.selectors.day_page import settings_of, with_everything
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db


def step(appointment, to_status):
    return AppointmentStep.objects.create(
        appointment=appointment, change="booked", from_status="held", to_status=to_status, period=appointment.period
    )


def test_page_reads_history_and_company_without_what_is_nobodys_business(django_assert_num_queries):
    appointment = AppointmentFactory()
    booked = step(appointment, "booked")
    step(appointment, "held")
    coming = Participant.objects.create(appointment=appointment, name="Frau Haddad")
    Participant.objects.create(appointment=appointment, name="Herr Ehemals", removed_at=MONDAY_NINE)

    with django_assert_num_queries(6):
        found = with_everything(Appointment.objects.all()).get(pk=appointment.pk)
        assert list(found.steps.all()) == [booked]
        assert list(found.participants.all()) == [coming]
        assert list(found.agreed_steps.all()) == list(found.proofs.all()) == []
        assert settings_of(found) is None


def test_settings_are_those_of_the_jobcenter():
    appointment = AppointmentFactory()
    settings = AppointmentSettings.objects.create(jobcenter=appointment.case.jobcenter)

    assert settings_of(appointment) == settings
