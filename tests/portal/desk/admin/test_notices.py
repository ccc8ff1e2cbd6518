import uuid

import pytest
from django.utils import timezone

from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/notices/dispatch/"


def dispatch(key, jobcenter, **fields):
    case = CaseFactory(jobcenter=jobcenter)
    return Dispatch.objects.create(case=case, template="new_message", subject_id=uuid.uuid4(), key=key, **fields)


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("", {"waiting", "refused", "returned"}),
        ("waiting", {"waiting"}),
        ("undelivered", {"refused", "returned"}),
        ("all", {"waiting", "refused", "returned", "sent"}),
    ],
)
def test_list_shows_what_has_not_arrived(desk_of, administrator, jobcenter, state, keys):
    sent = {"status": DispatchStatus.SENT, "sent_at": timezone.now()}
    dispatch("waiting", jobcenter, error="450", due_at=timezone.now())
    dispatch("refused", jobcenter, status=DispatchStatus.FAILED, error="550")
    dispatch("returned", jobcenter, returned_at=timezone.now(), **sent)
    dispatch("sent", jobcenter, **sent)
    answer = desk_of(administrator).get(LIST, {"stand": state} if state else {})
    assert {each.key for each in answer.context["cl"].queryset} == keys


def test_other_jobcenters_are_not_shown(desk_of, administrator):
    dispatch("elsewhere", None, error="450")
    assert list(desk_of(administrator).get(LIST).context["cl"].queryset) == []


def test_set_up_page_says_that_notices_wait(desk_of, administrator, jobcenter):
    dispatch("waiting", jobcenter, error="450", due_at=timezone.now())
    assert "1 Benachrichtigung wartet" in desk_of(administrator).get("/verwaltung/einrichtung/").content.decode()
