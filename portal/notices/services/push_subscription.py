"""Switch hints on a device on and off; the first gives the consent, the last takes it back."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.accounts.services.record_account_event import record_account_event
from portal.notices.domain.push_service import check_subscription
from portal.notices.enums import ConsentKind
from portal.notices.events import PUSH_DEVICE_ADDED, PUSH_DEVICE_REMOVED
from portal.notices.models import PushSubscription
from portal.notices.models.push_subscription import endpoint_index
from portal.notices.services.consents import give_consent, revoke_consent

MOST = 6  # devices of one account; each may cost a worker eight seconds when its service is silent


@transaction.atomic
def add_device(*, user: User, endpoint: str, p256dh: str, auth: str, browser: str) -> PushSubscription:
    """Send the account's hints to this browser from now on, which is the consent to it; returns the subscription.

    A browser belongs to who used it last: whoever had it before gets no hints there any more. Above MOST the longest
    subscribed goes. Raises SubscriptionUnusable, and NotOffered when the portal has no key.
    """
    check_subscription(endpoint=endpoint, p256dh=p256dh, auth=auth)
    give_consent(user=user, kind=ConsentKind.PUSH)
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # two windows at once
    PushSubscription.objects.at(endpoint).delete()
    device = PushSubscription.objects.create(
        user=user,
        endpoint=endpoint,
        endpoint_index=endpoint_index(endpoint),
        p256dh=p256dh,
        auth=auth,
        browser=browser,
    )
    surplus = list(PushSubscription.objects.filter(user=user).values_list("pk", flat=True)[MOST:])
    PushSubscription.objects.filter(pk__in=surplus).delete()
    record_account_event(user=user, event=PUSH_DEVICE_ADDED)
    return device


@transaction.atomic
def remove_devices(*, user: User, devices: Collection[UUID] | None = None) -> int:
    """Send no more hints to these of the account's devices, to none if None; returns how many there were."""
    mine = PushSubscription.objects.filter(user=user)
    if devices is not None:
        mine = mine.filter(pk__in=devices)
    removed, _per_model = mine.delete()
    for _number in range(removed):
        record_account_event(user=user, event=PUSH_DEVICE_REMOVED)
    if removed and not PushSubscription.objects.filter(user=user).exists():
        revoke_consent(user=user, kind=ConsentKind.PUSH)
    return removed
