"""The portal on a device: the service worker of who asked for hints, the page without a network, what is kept."""

import json

import pytest

from portal.notices.domain.channels import Outcome
from portal.notices.domain.channels.push import push
from portal.notices.models import PushSubscription
from tests.factories.accounts import UserFactory
from tests.factories.push import VAPID_KEY, PushService
from tests.journeys.background import wait_for

pytestmark = pytest.mark.browser

PAGE = "/konto/benachrichtigungen/"
BUTTON = "Hinweise auf diesem Gerät einschalten"
IS_READY = "async () => Boolean((await navigator.serviceWorker.getRegistration('/'))?.active)"
KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
  return kept.sort();
}"""
# The browser of a journey is a private one, which has no push: this stands for its service, the rest is real.
SUBSCRIBED = """(() => {
  const made = { endpoint: "%(endpoint)s", toJSON: () => (%(all)s), unsubscribe: async () => localStorage.removeItem("on") };
  PushManager.prototype.getSubscription = async () => (localStorage.getItem("on") ? made : null);
  PushManager.prototype.subscribe = async (options) => {
    localStorage.setItem("on", options.applicationServerKey);
    return made;
  };
})()"""
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
  .map(({ title, body, lang }) => ({ title, body, lang }))"""


def workers_of(visitor):
    """Ids of the service workers that Chromium has registered for the page."""
    session, found = visitor.context.new_cdp_session(visitor.page), []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    wait_for(lambda: visitor.page.wait_for_timeout(50) or found, "the registration")
    return session, [each["registrationId"] for each in found]


@pytest.fixture
def push_service(settings):
    service = PushService()
    settings.VAPID_PRIVATE_KEY, settings.PUSH_TEST_SERVICE = VAPID_KEY, service.url
    yield service
    service.close()


def subscribed(visit, site, service):
    """Somebody who has switched hints on."""
    visitor, sent = visit(), service.subscribe()
    endpoint = sent["endpoint"]
    script = {"endpoint": endpoint, "all": json.dumps({"endpoint": endpoint, "keys": sent})}
    visitor.context.add_init_script(SUBSCRIBED % script)
    visitor.context.grant_permissions(["notifications"], origin=site.url)
    visitor.enter_as(UserFactory())
    visitor.open(PAGE)
    assert visitor.page.evaluate(IS_READY) is False  # nobody gets a worker without asking
    visitor.leave_by(visitor.page.get_by_role("button", name=BUTTON).click)
    return visitor


def test_device_shows_hints_and_a_page_without_network_and_keeps_nothing_of_anybody(visit, site, push_service):
    visitor = subscribed(visit, site, push_service)
    assert "Eingeschaltet." in visitor.text
    assert visitor.page.get_by_text("dieses Gerät", exact=True).is_visible()
    assert not visitor.page.get_by_role("button", name=BUTTON).is_visible()
    for path in ("/", "/konto/", PAGE):
        visitor.open(path)
    kept = visitor.page.evaluate(KEPT)
    assert [path for path in kept if not path.startswith("/static/")] == ["/offline/"]

    device = PushSubscription.objects.get()
    assert push(device).outcome is Outcome.SENT
    session, (number,) = workers_of(visitor)
    words = push_service.taken[0][1].decode()
    session.send(
        "ServiceWorker.deliverPushMessage", {"origin": f"{site.url}/", "registrationId": number, "data": words}
    )
    assert wait_for(lambda: visitor.page.evaluate(SHOWN), "the hint") == [
        {"title": "Neue Nachricht im Portal", "body": "Zum Lesen bitte anmelden.", "lang": "de"}
    ]

    visitor.context.set_offline(True)
    visitor.page.goto(f"{site.url}/konto/")
    assert visitor.heading == "Keine Verbindung"
    visitor.context.set_offline(False)
    visitor.watch.troubles.clear()
    visitor.press("Noch einmal versuchen")
    assert (visitor.path, visitor.heading) == ("/konto/", "Ihr Konto")
    visitor.press("Abmelden")
    assert (visitor.page.evaluate(KEPT), visitor.page.evaluate(IS_READY)) == (kept, True)
