import pytest

from appointments.domain.telling import TOLD, tell_person, was_told
from appointments.enums import Change
from portal.outbox.models import OutboxMessage
from tests.factories.appointments import AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("change", sorted(TOLD))
def test_person_is_told_once_for_each_token(change):
    appointment = AppointmentFactory()

    first = tell_person(appointment, change, token="one", former="Montag", words="Bitte entschuldigen Sie.")

    assert tell_person(appointment, change, token="one") == first
    assert (was_told("one"), was_told("two")) == (True, False)
    assert "Montag, 7.\u00a0Dezember 2026" in first.body
    assert "Bitte entschuldigen Sie." in first.body


def test_person_is_not_told_how_it_went():
    assert tell_person(AppointmentFactory(), Change.OUTCOME, token="one") is None


@pytest.mark.parametrize(("is_confidential", "announced"), [(True, 0), (False, 2)])
def test_person_is_not_notified_of_confidential_one(is_confidential, announced):
    tell_person(AppointmentFactory(is_confidential=is_confidential), Change.MOVED, token="one")

    assert OutboxMessage.objects.filter(fact="message.posted").count() == announced
