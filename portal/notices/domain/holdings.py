"""What this app keeps under keysets besides encrypted fields."""

from portal.crypto.services import index_holding
from portal.notices.models import PushSubscription
from portal.notices.models.push_subscription import endpoint_index

PUSH_ENDPOINTS = index_holding(
    column="notices.PushSubscription.endpoint_index",
    rows=PushSubscription.objects.all,
    expected=lambda subscription: endpoint_index(subscription.endpoint),
)
