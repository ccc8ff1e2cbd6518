import pytest

from appointments.domain.links import actor_by_link
from appointments.selectors.by_link import is_by_link
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_user, guest_standing_of
from tests.factories.appointments import AppointmentFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def test_holder_of_a_link_is_known_and_is_no_guest_of_the_case():
    standing = StandingFactory()
    by_link = actor_by_link(AppointmentFactory(person=standing.person))

    assert is_by_link(by_link) is True
    assert guest_standing_of(by_link) is None
    assert is_by_link(actor_for_user(standing.user, purpose="test")) is False
    assert is_by_link(system_actor("test")) is False
