"""Which addresses a hint may be sent to. A visitor names them, so nothing but the browsers' own services is called."""

import ipaddress
import re
import socket
from urllib.parse import urlsplit

from django.conf import settings

from portal.notices.domain.vapid import from_base64url
from portal.notices.errors import SubscriptionUnusable

HTTPS = 443
SECRET_BYTES = 16  # RFC 8291, 3.2
_VISIBLE = re.compile(r"[\x21-\x7e]{1,1000}")  # of ASCII; endpoints of today have 150 to 400 characters
_HOST = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def check_subscription(*, endpoint: str, p256dh: str, auth: str) -> None:
    """Raise SubscriptionUnusable unless this is a subscription at a known service. Asks nobody."""
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 -- slow import, few requests need it

    if not is_known(endpoint) or len(from_base64url(auth, SubscriptionUnusable)) != SECRET_BYTES:
        raise SubscriptionUnusable
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(p256dh, SubscriptionUnusable))
    except ValueError:
        raise SubscriptionUnusable from None


def is_known(endpoint: str) -> bool:
    """Whether it is an https address, of usual shape and port, at one of ``settings.PUSH_SERVICES``."""
    if not _VISIBLE.fullmatch(endpoint):
        return False
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    if not parts.path.startswith("/") or parts.fragment:
        return False
    if settings.PUSH_TEST_SERVICE and f"{parts.scheme}://{parts.netloc}" == settings.PUSH_TEST_SERVICE:
        return True
    host = parts.netloc.removesuffix(f":{HTTPS}")  # with a name before @, or another port, it is no host
    is_plain = parts.scheme == "https" and port in {None, HTTPS} and _HOST.fullmatch(host)
    return bool(is_plain) and any(_is(host, service) for service in settings.PUSH_SERVICES)


def leads_outside(endpoint: str) -> bool:
    """Whether all addresses of its host are public ones, so that no name leads into our own network. Asks the DNS.

    False when the name cannot be found.
    """
    if settings.PUSH_TEST_SERVICE and endpoint.startswith(settings.PUSH_TEST_SERVICE + "/"):
        return True
    try:
        found = socket.getaddrinfo(urlsplit(endpoint).hostname, HTTPS, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return bool(found) and all(is_public(str(entry[4][0])) for entry in found)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not private, loopback, link-local, shared or multicast."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or ip
    return inner.is_global and not inner.is_multicast


def _is(host: str, service: str) -> bool:
    return host.endswith(service[1:]) if service.startswith("*.") else host == service
