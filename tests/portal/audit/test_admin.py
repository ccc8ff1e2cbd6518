import pytest
from django.contrib.admin import AdminSite
from django.test import RequestFactory

from portal.audit.admin import ADMIN_CLASSES
from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditEvent
from portal.audit.services import record
from tests.factories.accounts import UserFactory


@pytest.fixture
def request_of_operator(db):
    request = RequestFactory().get("/")
    request.user = UserFactory(is_superuser=True, is_staff=True)
    return request


def test_events_can_be_read_and_nothing_else(request_of_operator):
    room = ADMIN_CLASSES[AuditEvent](AuditEvent, AdminSite())

    assert room.get_model_perms(request_of_operator) == {"add": False, "change": False, "delete": False, "view": True}
    assert room.get_actions(request_of_operator) == {}


def test_list_shows_newest_first_without_counting_all(request_of_operator, actor, django_assert_num_queries):
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)
    room = ADMIN_CLASSES[AuditEvent](AuditEvent, AdminSite())
    with django_assert_num_queries(2):
        rows = list(room.get_changelist_instance(request_of_operator).result_list)

    assert [room.label(event) for event in rows] == ["Zuordnung zur Person gelöscht"] * 3
    assert rows == list(AuditEvent.objects.order_by("-id"))
