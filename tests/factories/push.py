"""A browser that can be sent hints, and the push service it belongs to: on the loopback, and as strict as real ones."""

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import factory
import jwt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from portal.notices.models import PushSubscription
from portal.notices.models.push_subscription import endpoint_index
from tests import outputs
from tests.factories.accounts import UserFactory

VAPID_KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA"  # of a portal in tests
LONGEST_TOKEN = 24 * 3600  # seconds, RFC 8292, 2


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class SoftBrowser:
    """The keys that a browser makes for one subscription, and the way to read what they were used for (RFC 8291)."""

    auth = bytes(range(16))

    def __init__(self, number=1):
        self._private = ec.derive_private_key(1000 + number, ec.SECP256R1())
        self.public = self._private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.keys = {"p256dh": encoded(self.public), "auth": encoded(self.auth)}

    def read(self, body):
        """The plain text of a body in aes128gcm (RFC 8188), by this module's own means and not those of the sender."""
        salt, length = body[:16], body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        shared = self._private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        secret = self._derive(32, self.auth, b"WebPush: info\0" + self.public + sender, shared)
        key = self._derive(16, salt, b"Content-Encoding: aes128gcm\0", secret)
        nonce = self._derive(12, salt, b"Content-Encoding: nonce\0", secret)
        plain, mark, padding = AESGCM(key).decrypt(nonce, sealed, None).rpartition(b"\2")
        assert (mark, padding.strip(b"\0")) == (b"\2", b"")
        return plain

    @staticmethod
    def _derive(length, salt, info, secret):
        return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


class PushService:
    """Takes hints for browsers. ``answers``: status codes by path, 201 for others; ``delay``: seconds before an answer."""

    def __init__(self):
        self.browsers, self.answers, self.taken, self.headers = {}, {}, [], []
        self.delay = 0
        self.moved_to = ""
        self.closing = threading.Event()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.closing.wait(service.delay)
                self.send_response(service.judge(self.path, self.headers, body))
                if service.moved_to:
                    self.send_header("Location", service.moved_to)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_args):
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False  # closing ends the delay of answers that are late, and waits for them
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self):
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def subscribe(self, path="/geraet-1"):
        """What a browser tells the portal after subscribing here."""
        browser = self.browsers[path] = SoftBrowser(len(self.browsers))
        return {"endpoint": self.url + path, **browser.keys}

    def judge(self, path, headers, body):
        """The answer to a hint. 403 for who cannot prove who they are, 404 for a browser that never subscribed."""
        self.headers.append(headers)
        if path in self.answers:
            return self.answers[path]
        try:
            claims = self._claims(headers["Authorization"])
        except (jwt.InvalidTokenError, ValueError, KeyError):
            return 403
        if not 0 < claims["exp"] - time.time() <= LONGEST_TOKEN or not claims["sub"].startswith("mailto:"):
            return 403
        if path not in self.browsers:
            return 404
        plain = self.browsers[path].read(body)
        outputs.saw("push", f"{path} {headers} {plain}")
        self.taken.append((path, plain))
        return 201

    def _claims(self, authorization):
        scheme, _, rest = authorization.partition(" ")
        assert scheme == "vapid"
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(parts["k"]))
        required = {"require": ["exp", "aud", "sub"]}
        return jwt.decode(parts["t"], key, algorithms=["ES256"], audience=self.url, options=required)

    @property
    def notifications(self):
        """What the browsers would show."""
        return [json.loads(plain)["notification"] for _path, plain in self.taken]


class PushSubscriptionFactory(factory.django.DjangoModelFactory):
    """A browser of somebody at a service that does not exist."""

    class Meta:
        model = PushSubscription

    user = factory.SubFactory(UserFactory)
    endpoint = factory.Sequence(lambda n: f"https://fcm.googleapis.com/fcm/send/invented-{n}")
    endpoint_index = factory.LazyAttribute(lambda made: endpoint_index(made.endpoint))
    p256dh = SoftBrowser().keys["p256dh"]
    auth = SoftBrowser().keys["auth"]
    browser = "Chrome auf Android"
