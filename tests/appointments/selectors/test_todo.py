import datetime as dt

import pytest

from appointments.enums import AppointmentStatus, OfferKind
from appointments.models import AgreedStep
from appointments.selectors.todo import appointments_todo
from portal.cases.models.todo import PROVIDERS, DayMeans
from portal.cases.selectors import actor_for_user
from tests.factories.appointments import BERLIN, MONDAY_NINE, AppointmentFactory, OfferFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 27)


@pytest.fixture(autouse=True)
def ten_days_before(time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 27, 10, 0, tzinfo=BERLIN))


@pytest.fixture
def standing():
    return StandingFactory()


def todo(standing):
    return list(appointments_todo(actor_for_user(standing.user, purpose="test"), TODAY))


def test_appointments_offers_and_agreed_steps_are_lines_in_three_queries(standing, django_assert_num_queries):
    coming = AppointmentFactory(person=standing.person)
    offer = OfferFactory(person=standing.person)
    over = AppointmentFactory(
        person=standing.person, status=AppointmentStatus.ATTENDED, starts=MONDAY_NINE - dt.timedelta(days=30)
    )
    AgreedStep.objects.create(appointment=over, text="Mietvertrag bringen", due=dt.date(2026, 12, 1))
    actor = actor_for_user(standing.user, purpose="test")

    with django_assert_num_queries(3):
        found = list(appointments_todo(actor, TODAY))

    assert [(each.title, each.url, each.due) for each in found] == [
        ("Termin um 9:00\u00a0Uhr", f"/termine/{coming.pk}/", dt.date(2026, 12, 7)),
        ("Eine Zeit für ein Gespräch wählen", f"/termine/angebote/{offer.pk}/", dt.date(2026, 12, 4)),
        ("Etwas erledigen, das im Gespräch vereinbart wurde", f"/termine/{over.pk}/", dt.date(2026, 12, 1)),
    ]
    assert found[0].means is DayMeans.ON


def test_earlier_time_is_optional(standing):
    appointment = AppointmentFactory(person=standing.person)
    OfferFactory(person=standing.person, kind=OfferKind.EARLIER, replaces=appointment)

    assert [each.is_optional for each in todo(standing)] == [False, True]


def test_nothing_is_asked_of_who_has_nothing_to_do(standing):
    AppointmentFactory(person=standing.person, status=AppointmentStatus.CANCELLED)
    OfferFactory(person=standing.person, until=dt.datetime(2026, 11, 27, 9, 0, tzinfo=BERLIN))
    agreed = AppointmentFactory(person=standing.person, status=AppointmentStatus.MISSED)
    AgreedStep.objects.create(appointment=agreed, text="Wir rufen an.", is_for_person=False)
    AppointmentFactory()

    assert todo(standing) == []


def test_appointments_are_asked_for_lines():
    assert appointments_todo in PROVIDERS
