import pytest

from portal.notices.domain.push_service import check_subscription, is_known, is_public, leads_outside
from portal.notices.errors import SubscriptionUnusable
from tests.factories.push import SoftBrowser, encoded

KNOWN = "https://fcm.googleapis.com/fcm/send/abc"
KEYS = SoftBrowser().keys


@pytest.mark.parametrize(
    "endpoint",
    [
        KNOWN,
        "https://fcm.googleapis.com:443/wp/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://wns2-par02p.notify.windows.com/w/?token=a%2fb",
    ],
)
def test_services_of_the_browsers_are_known(endpoint):
    assert is_known(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com",
        "https://fcm.googleapis.com:8443/abc",
        "https://fcm.googleapis.com:x/abc",
        "https://user:secret@fcm.googleapis.com/abc",
        "https://fcm.googleapis.com@evil.example/abc",
        "https://fcm.googleapis.com\\@evil.example/abc",
        "https://fcm.googleapis.com.evil.example/abc",
        "https://evilpush.apple.com.example/abc",
        "https://push.apple.com/abc",
        "https://xpush.apple.com/abc",
        "https://fcm.googleapis.com./abc",
        "https://FCM.googleapis.com/abc",
        "https://127.0.0.1/abc",
        "https://[::1]/abc",
        "https://[::1/abc",
        "https://localhost/abc",
        "https://fcm.googleapis.com/abc#x",
        "https://fcm.googleapis.com/abc\n",
        "https://fcm.googleapis.com/a\tb",
        "https://fcm.googleapis.com/ä",
        "https://fcm.googleapis.com/" + "a" * 1000,
        "file:///etc/passwd",
    ],
)
def test_other_addresses_are_not(endpoint):
    assert not is_known(endpoint)


def test_operator_may_name_more(settings):
    settings.PUSH_SERVICES = [*settings.PUSH_SERVICES, "push.jobcenter.example"]

    assert is_known("https://push.jobcenter.example/abc")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("142.250.74.10", True),
        ("2a00:1450:4001:80b::200a", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 -- nothing is bound
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.1.2.3", False),
    ],
)
def test_only_addresses_of_the_internet_are_public(address, expected):
    assert is_public(address) is expected


def test_name_of_this_machine_leads_inside():
    assert not leads_outside("https://localhost/abc")


def test_name_that_nobody_knows_leads_nowhere():
    assert not leads_outside("https://nobody.invalid/abc")


def test_subscription_of_a_browser_is_taken():
    check_subscription(endpoint=KNOWN, **KEYS)


@pytest.mark.parametrize(
    "change",
    [
        {"endpoint": "https://intern.jobcenter.example/"},
        {"auth": encoded(bytes(15))},
        {"auth": "§"},
        {"p256dh": encoded(b"\4" + bytes(64))},
        {"p256dh": ""},
        {"p256dh": "*" * 87},
    ],
)
def test_anything_else_is_refused(change):
    with pytest.raises(SubscriptionUnusable):
        check_subscription(**{"endpoint": KNOWN, **KEYS, **change})
