import datetime

import pytest
from django.db import IntegrityError

from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


def make(**fields):
    return Dispatch.objects.create(case=CaseFactory(), template="new_message", subject_id="7" * 32, **fields)


def test_dispatch_is_unique_by_key():
    make(key="a")
    with pytest.raises(IntegrityError):
        make(key="a")


@pytest.mark.parametrize(
    ("status", "sent_at"),
    [(DispatchStatus.SENT, None), (DispatchStatus.PENDING, datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))],
)
def test_dispatch_has_a_time_once_sent(status, sent_at):
    with pytest.raises(IntegrityError, match="dispatch_has_time_once_sent"):
        make(key="a", status=status, sent_at=sent_at)
