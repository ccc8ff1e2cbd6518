import datetime

import pytest

from portal.audit.models import AuditEvent
from portal.leaving.domain.data_copy import make_copy
from portal.leaving.errors import NoCopy
from portal.leaving.models import DataCopy
from portal.leaving.services import open_copy, request_copy
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory()


def wanted():
    return OutboxMessage.objects.filter(fact="data_copy.requested").count()


def test_asking_twice_makes_one_copy(user):
    assert request_copy(user=user) == request_copy(user=user)
    assert (DataCopy.objects.count(), wanted()) == (1, 1)


def test_finished_copy_is_replaced_by_a_new_one(user):
    first = request_copy(user=user)
    make_copy(first.pk)

    second = request_copy(user=user)

    assert second.pk != first.pk
    assert list(DataCopy.objects.values_list("pk", "ready_at")) == [(second.pk, None)]


def test_copy_that_is_not_made_within_a_day_may_be_asked_for_again(user, time_machine):
    time_machine.move_to("2026-11-26T10:00Z", tick=False)
    first = request_copy(user=user)
    time_machine.shift(datetime.timedelta(days=1))

    assert request_copy(user=user).pk != first.pk


@pytest.mark.parametrize("is_made", [False, True], ids=["never asked", "being made"])
def test_nothing_to_open(user, is_made):
    if is_made:
        request_copy(user=user)

    with pytest.raises(NoCopy):
        open_copy(user=user)


def test_copy_cannot_be_opened_after_its_last_day(user, time_machine):
    make_copy(request_copy(user=user).pk)
    time_machine.move_to(DataCopy.objects.get().expires_at)

    with pytest.raises(NoCopy):
        open_copy(user=user)


def test_opening_is_written_to_the_trail_of_every_own_case(user):
    own = StandingFactory(user=user)
    make_copy(request_copy(user=user).pk)

    stored, pieces = open_copy(user=user)

    assert len(b"".join(pieces)) == stored.size
    events = AuditEvent.objects.filter(event="data_copy.downloaded")
    assert [(event.case_id, event.role) for event in events] == [(own.case_id, "claimant")]


def test_opening_without_a_case_is_written_down_as_well(user):
    make_copy(request_copy(user=user).pk)
    open_copy(user=user)

    assert AuditEvent.objects.filter(event="data_copy.downloaded", case_id=None).count() == 1
