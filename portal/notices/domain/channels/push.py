"""Web Push: a hint on the person's devices that says that something is there, and nothing else."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.notices.domain import push_service
from portal.notices.domain.channels.base import ChannelResult, Notice, Outcome
from portal.notices.domain.vapid import private_key
from portal.notices.enums import Channel, ConsentKind
from portal.notices.models import PushSubscription

if TYPE_CHECKING:
    from requests import Session

    from portal.accounts.models import User

logger = logging.getLogger(__name__)

TTL = 3 * 24 * 3600  # seconds the service keeps it for a device that is off; later news come by e-mail or at sign-in
TOPIC = "neues"  # a newer hint takes the place of one that waits (RFC 8030, 5.4): it says the same
URGENCY = "normal"
TIMEOUT = (3, 5)  # seconds to connect and to wait for an answer
PADDED = 512  # bytes, so that its length does not tell the language
GONE = frozenset({404, 410})  # RFC 8030, 7.3
LATER = frozenset({408, 425, 429})  # and all from 500 on


class PushChannel:
    """Offered with a VAPID key."""

    channel = Channel.PUSH
    consent = ConsentKind.PUSH

    def is_offered(self) -> bool:
        """Whether the portal has a key to sign with."""
        return bool(settings.VAPID_PRIVATE_KEY)

    def reaches(self, user: User) -> bool:
        """Whether a device is subscribed."""
        return self.is_offered() and PushSubscription.objects.filter(user=user).exists()

    def send(self, user: User, notice: Notice) -> ChannelResult:
        """Send to all devices; SENT if one service took it. A device that is gone is forgotten."""
        del notice  # a hint says the same whatever it is about
        if not self.is_offered():
            return ChannelResult(Outcome.REFUSED)
        results = [push(device) for device in PushSubscription.objects.filter(user=user)]
        for outcome in (Outcome.SENT, Outcome.RETRY):
            for result in results:
                if result.outcome is outcome:
                    return result
        return results[0] if results else ChannelResult(Outcome.REFUSED)


def push(device: PushSubscription) -> ChannelResult:
    """Send the hint to one device. Its row is deleted when the service says that the device is gone.

    ``reply`` is the status code of the service, or the kind of trouble in the network. Never raises for either.
    """
    result = _post(device)
    if result.outcome is Outcome.SENT:
        PushSubscription.objects.filter(pk=device.pk).update(last_ok_at=timezone.now())
    elif result.outcome is Outcome.REFUSED and result.reply in {str(code) for code in GONE}:
        device.delete()
    return result


def payload() -> bytes:
    """Return what is encrypted for the device, in the language that is active.

    Safari shows this shape by itself (Declarative Web Push); everywhere else the service worker reads it.
    """
    notification = {
        "title": _("Neue Nachricht im Portal"),
        "body": _("Zum Lesen bitte anmelden."),
        "lang": get_language() or settings.LANGUAGE_CODE,
        "navigate": f"{settings.PORTAL.base_url}/",
    }
    return json.dumps({"web_push": 8030, "notification": notification}, ensure_ascii=False).encode().ljust(PADDED)


def _post(device: PushSubscription) -> ChannelResult:
    from py_vapid import Vapid02
    from pywebpush import WebPushException, webpush
    from requests import RequestException  # noqa: PLC0415 -- as above

    if not push_service.is_known(device.endpoint):  # the operator may have named fewer services since
        return ChannelResult(Outcome.REFUSED, "unknown service")
    with _session(device.endpoint) as session:
        if not session.proxies and not push_service.leads_outside(device.endpoint):
            return ChannelResult(Outcome.RETRY, "no public address")
        try:
            answer = webpush(
                {"endpoint": device.endpoint, "keys": {"p256dh": device.p256dh, "auth": device.auth}},
                payload(),
                vapid_private_key=Vapid02(private_key(settings.VAPID_PRIVATE_KEY)),
                vapid_claims={"sub": settings.VAPID_CONTACT},
                headers={"Topic": TOPIC, "Urgency": URGENCY},
                ttl=TTL,
                timeout=TIMEOUT,
                requests_session=session,
            )
        except WebPushException as error:  # its words hold what the service said: only the code is kept
            return _refusal(error.status_code)
        except RequestException as error:
            return ChannelResult(Outcome.RETRY, type(error).__name__)
    return ChannelResult(Outcome.SENT, str(answer.status_code))


def _refusal(code: int | None) -> ChannelResult:
    is_passing = code is None or code in LATER or code >= 500  # noqa: PLR2004 -- RFC 9110, 15.6
    if not is_passing and code not in GONE:
        logger.warning("a push service refuses hints with %s; 401 and 403: see docs/push.md", code)
    return ChannelResult(Outcome.RETRY if is_passing else Outcome.REFUSED, str(code or ""))


def _session(endpoint: str) -> Session:
    """A connection that is led nowhere else and knows no passwords; through the proxy, if there is one."""
    from requests import Session  # noqa: PLC0415 -- as above
    from requests.utils import get_environ_proxies  # noqa: PLC0415 -- as above

    session = Session()
    session.trust_env = False  # nothing from ~/.netrc
    session.max_redirects = 0
    if not settings.PUSH_TEST_SERVICE:
        # Python takes every variable that ends in _PROXY for one, our own PORTAL_TRUSTED_PROXY too.
        found = get_environ_proxies(endpoint)
        session.proxies = {scheme: found[scheme] for scheme in ("https", "all") if scheme in found}
    return session
