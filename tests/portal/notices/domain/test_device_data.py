import datetime

import pytest

from portal.notices.domain.device_data import export_devices
from tests.factories.push import PushSubscriptionFactory

pytestmark = pytest.mark.django_db

MOMENT = datetime.datetime(2026, 11, 25, 23, 30, tzinfo=datetime.UTC)


def test_own_devices_are_listed_without_their_secrets(django_assert_num_queries):
    mine, _other = PushSubscriptionFactory(created_at=MOMENT), PushSubscriptionFactory()

    with django_assert_num_queries(1):
        exported = export_devices(mine.user_id)

    assert exported.records[0].lines == ("Chrome auf Android, seit 26.\xa0November 2026",)
    assert exported.data == [{"browser": "Chrome auf Android", "created_at": MOMENT, "last_ok_at": None}]
