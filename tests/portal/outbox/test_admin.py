import pytest
from django.contrib.admin import AdminSite
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.outbox.admin import ADMIN_CLASSES
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import UserFactory

ROOM = ADMIN_CLASSES[OutboxMessage](OutboxMessage, AdminSite())


def request_of(user, query=""):
    request = RequestFactory().get(f"/{query}")
    request.user = user
    request._messages = CookieStorage(request)
    return request


@pytest.fixture
def operator(db):
    return UserFactory(is_superuser=True, is_staff=True)


def test_messages_can_be_read_and_tried_again_only(operator):
    request = request_of(operator)

    assert ROOM.get_model_perms(request) == {"add": False, "change": False, "delete": False, "view": True}
    assert list(ROOM.get_actions(request)) == ["retry"]


def test_staff_without_the_right_are_not_offered_to_try_again(db):
    assert ROOM.get_actions(request_of(UserFactory(is_staff=True))) == {}


def test_only_given_up_messages_are_tried_again(operator, message, noting):
    dead = message(noting, dead_at=timezone.now(), attempts=8)
    open_one = message(noting, attempts=3)
    request = request_of(operator)
    ROOM.retry(request, OutboxMessage.objects.all())

    assert list(OutboxMessage.objects.order_by("id").values_list("dead_at", "attempts")) == [(None, 0), (None, 3)]
    assert [str(text) for text in get_messages(request)] == ["1 Nachricht wird erneut versucht."]
    assert [event.subject_id for event in AuditEvent.objects.all()] == [str(dead.pk)]
    assert open_one.dead_at is None


@pytest.mark.parametrize(
    ("query", "states"), [("", "oad"), ("?stand=offen", "o"), ("?stand=aufgegeben", "a"), ("?stand=erledigt", "d")]
)
def test_list_can_be_narrowed_by_state(operator, message, noting, query, states):
    message(noting, attempts=1)
    message(noting, dead_at=timezone.now(), attempts=2)
    message(noting, done_at=timezone.now(), attempts=3)
    page = ROOM.get_changelist_instance(request_of(operator, query))

    assert sorted("oad"[row.attempts - 1] for row in page.result_list) == sorted(states)
