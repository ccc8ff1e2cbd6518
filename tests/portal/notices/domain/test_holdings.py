import pytest

from portal.notices.domain.holdings import PUSH_ENDPOINTS
from portal.notices.models import PushSubscription
from tests.factories.push import PushSubscriptionFactory

pytestmark = pytest.mark.django_db


def test_index_of_endpoints_is_made_anew():
    device = PushSubscriptionFactory()
    PushSubscription.objects.update(endpoint_index="0" * 32)

    assert (PUSH_ENDPOINTS.waiting(), sum(PUSH_ENDPOINTS.move()), PUSH_ENDPOINTS.waiting()) == (1, 1, 0)
    assert PushSubscription.objects.at(device.endpoint).get() == device
