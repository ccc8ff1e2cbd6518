import datetime

import pytest

from appointments.domain.lifecycle import advance
from appointments.domain.personal_data import export_appointments
from appointments.enums import AppointmentStatus, Change, ParticipantKind
from appointments.models import AgreedStep, CalendarSettings, Participant
from portal.cases.enums import StandingKind
from portal.cases.selectors import actor_for_user
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, WishFactory
from tests.factories.cases import PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db


def test_export_holds_own_appointments_wishes_and_offers():
    own = StandingFactory()
    AppointmentFactory(person=own.person, topic="Meine Miete")
    WishFactory(person=own.person, topic="Ein Gespräch")
    OfferFactory(person=own.person, words="Bitte wählen Sie.")

    exported = export_appointments(own.user_id)

    assert [record.lines[-1] for record in exported.records] == ["Meine Miete", "Ein Gespräch", "Bitte wählen Sie."]
    assert len(exported.data) == 3


def test_export_leaves_out_appointments_of_others():
    own = StandingFactory()
    other = PersonFactory(case=own.case, is_applicant=False)
    AppointmentFactory(person=other)
    StandingFactory(person=other, kind=StandingKind.MEMBER, scopes=["own_part"])

    assert export_appointments(own.user_id).records == ()


def test_export_holds_what_hangs_on_an_appointment(django_assert_max_num_queries):
    own = StandingFactory()
    for days in range(3):
        appointment = AppointmentFactory(
            person=own.person, starts=MONDAY_NINE + datetime.timedelta(days=days), ended_reason="Ich war krank."
        )
        advance(
            appointment,
            AppointmentStatus.CANCELLED,
            change=Change.CANCELLED,
            actor=actor_for_user(own.user, purpose="test"),
            reason="Ich bin krank.",
        )
        Participant.objects.create(appointment=appointment, name="Ayşe", kind=ParticipantKind.INTERPRETER)
        AgreedStep.objects.create(appointment=appointment, text="Mietvertrag bringen")
    CalendarSettings.objects.create(person=own.person, feed_key_hash="a" * 64)

    with django_assert_max_num_queries(14):
        exported = export_appointments(own.user_id)

    first, *_others, calendar = exported.records
    assert [each.title.split(",")[0] for each in first.records] == ["Termin abgesagt", "Ayşe", "Vereinbarter Schritt"]
    assert first.records[0].lines == ("Ich bin krank.",)
    assert calendar.facts[0] == ("Kalender-Abo", "eingerichtet")
    assert exported.data[0]["participants"][0]["kind"] == "interpreter"
    assert (exported.data[0]["reason"], exported.data[-1]["has_feed"]) == ("Ich war krank.", True)
    assert "a" * 64 not in str(exported)
