"""Switch hints on a device on and off; the first gives the consent, the last takes it back."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.accounts.services.record_account_event import record_account_event
from portal.notices.domain.push_service import check_subscription
from portal.notices.enums import ConsentKind
from portal.notices.events import PUSH_DEVICE_ADDED, PUSH_DEVICE_REMOVED, PUSH_DEVICE_RENEWED
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
def renew_device(*, before: str, endpoint: str, p256dh: str, auth: str) -> bool:
    """Send to ``endpoint`` what went to ``before``; whether there was such a device. The account and its consent stay.

    Nobody is signed in: who knows the address that the browser had is that browser. Raises SubscriptionUnusable.
    """
    check_subscription(endpoint=endpoint, p256dh=p256dh, auth=auth)
    device = PushSubscription.objects.at(before).select_for_update(of=("self",)).select_related("user").first()
    if device is None:
        return False
    PushSubscription.objects.at(endpoint).exclude(pk=device.pk).delete()
    device.endpoint, device.endpoint_index = endpoint, endpoint_index(endpoint)
    device.p256dh, device.auth = p256dh, auth
    device.save(update_fields=["endpoint", "endpoint_index", "p256dh", "auth"])
    record_account_event(user=device.user, event=PUSH_DEVICE_RENEWED)
    return True


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
