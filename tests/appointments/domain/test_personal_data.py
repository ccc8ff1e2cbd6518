import pytest

from appointments.domain.personal_data import export_appointments
from portal.cases.enums import StandingKind
from tests.factories.appointments import AppointmentFactory, OfferFactory, WishFactory
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
