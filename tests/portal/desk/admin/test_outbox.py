import uuid

import pytest
from django.utils import timezone

from portal.outbox.models import OutboxMessage

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/outbox/outboxmessage/"


@pytest.fixture
def stuck():
    return OutboxMessage.objects.create(
        fact="x", handler="y", subject_id=uuid.uuid4(), dead_at=timezone.now(), attempts=9
    )


def listed(response):
    return list(response.context["cl"].queryset)


@pytest.mark.parametrize(
    ("state", "names"), [("", {"stuck", "open"}), ("stuck", {"stuck"}), ("open", {"open"}), ("done", {"done"})]
)
def test_list_filters_by_state(desk_of, administrator, state, names):
    now = timezone.now()
    for name, fields in {"stuck": {"dead_at": now}, "open": {}, "done": {"done_at": now}}.items():
        OutboxMessage.objects.create(fact=name, handler="y", subject_id=uuid.uuid4(), **fields)

    assert {each.fact for each in listed(desk_of(administrator).get(LIST, {"stand": state} if state else {}))} == names


def test_stuck_message_is_tried_again(desk_of, administrator, stuck):
    desk_of(administrator).post(LIST, {"action": "try_again", "_selected_action": [stuck.pk]})

    stuck.refresh_from_db()
    assert (stuck.dead_at, stuck.attempts) == (None, 0)


def test_caseworker_cannot_try_again(desk_of, worker, stuck):
    assert desk_of(worker).post(LIST, {"action": "try_again", "_selected_action": [stuck.pk]}).status_code == 403
    stuck.refresh_from_db()
    assert stuck.attempts == 9


def test_nobody_adds_or_deletes(desk_of, administrator, stuck):
    desk = desk_of(administrator)

    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{stuck.pk}/delete/", {"post": "yes"}).status_code == 403
