import pytest

from portal.audit.models import AuditEvent
from portal.notices.errors import SubscriptionUnusable
from portal.notices.models import PushSubscription
from portal.notices.services.push_subscription import MOST, add_device, remove_devices, renew_device
from tests.factories.accounts import UserFactory
from tests.factories.push import VAPID_KEY, PushSubscriptionFactory, SoftBrowser

pytestmark = pytest.mark.django_db

ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
SENT = {"endpoint": ENDPOINT, **SoftBrowser().keys, "browser": "Chrome auf Android"}


@pytest.fixture
def user(settings):
    settings.VAPID_PRIVATE_KEY = VAPID_KEY
    return UserFactory()


def events():
    return list(AuditEvent.objects.filter(event__startswith="notice.push").values_list("event", flat=True))


def test_device_is_added_and_recorded(user):
    device = add_device(user=user, **SENT)

    device.refresh_from_db()
    assert (device.user, device.endpoint, device.browser) == (user, ENDPOINT, "Chrome auf Android")
    assert events() == ["notice.push_device_added"]


def test_same_browser_is_added_once(user):
    add_device(user=user, **SENT)
    add_device(user=user, **{**SENT, **SoftBrowser(2).keys})

    assert PushSubscription.objects.get().p256dh == SoftBrowser(2).keys["p256dh"]


def test_browser_belongs_to_who_used_it_last(user):
    add_device(user=UserFactory(), **SENT)
    add_device(user=user, **SENT)

    assert PushSubscription.objects.get().user == user


def test_longest_subscribed_device_makes_room(user):
    first, *_others = [PushSubscriptionFactory(user=user) for _ in range(MOST)]
    add_device(user=user, **SENT)

    assert PushSubscription.objects.filter(user=user).count() == MOST
    assert not PushSubscription.objects.filter(pk=first.pk).exists()


def test_address_of_no_known_service_is_refused(user):
    with pytest.raises(SubscriptionUnusable):
        add_device(user=user, **{**SENT, "endpoint": "https://169.254.169.254/latest"})
    assert (PushSubscription.objects.count(), events()) == (0, [])


def test_new_address_of_a_browser_takes_the_place_of_the_one_it_had(user):
    device = add_device(user=user, **SENT)
    other = PushSubscriptionFactory(endpoint=f"{ENDPOINT}-new")
    keys = SoftBrowser(2).keys

    assert renew_device(before=ENDPOINT, endpoint=f"{ENDPOINT}-new", **keys)

    renewed = PushSubscription.objects.get()
    assert (renewed.pk, renewed.user, renewed.endpoint, renewed.auth) == (
        device.pk,
        user,
        f"{ENDPOINT}-new",
        keys["auth"],
    )
    assert not PushSubscription.objects.filter(pk=other.pk).exists()
    assert events()[-1] == "notice.push_device_renewed"


def test_who_does_not_know_the_old_address_changes_nothing(user):
    device = add_device(user=user, **SENT)

    assert not renew_device(before=f"{ENDPOINT}x", endpoint=f"{ENDPOINT}-new", **SoftBrowser(2).keys)
    with pytest.raises(SubscriptionUnusable):
        renew_device(before=ENDPOINT, endpoint="https://169.254.169.254/latest", **SoftBrowser(2).keys)

    device.refresh_from_db()
    assert device.endpoint == ENDPOINT


def test_only_own_devices_are_removed(user):
    mine, other = PushSubscriptionFactory(user=user), PushSubscriptionFactory()

    assert remove_devices(user=user, devices=[mine.pk, other.pk]) == 1
    assert PushSubscription.objects.get() == other
    assert events() == ["notice.push_device_removed"]


def test_all_own_devices_are_removed(user):
    for _ in range(2):
        PushSubscriptionFactory(user=user)

    assert (remove_devices(user=user), remove_devices(user=user)) == (2, 0)


def test_endpoint_and_keys_are_sealed_in_the_table(user):
    from django.db import connection

    add_device(user=user, **SENT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(s.* AS text) FROM notices_pushsubscription s")
        (row,) = cursor.fetchone()
    hidden = (ENDPOINT, SENT["p256dh"], SENT["auth"])
    assert [word for word in hidden if word in row or word.encode().hex() in row] == []
