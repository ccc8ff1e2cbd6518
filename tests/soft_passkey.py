"""A passkey in software: what a phone does when it is asked to make or use one (ES256, no attestation, discoverable)."""

import hashlib
import json
import os
import struct

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

PRESENT, VERIFIED, ATTESTED = (
    0x01,
    0x04,
    0x40,
)  # flags: somebody touched it, by PIN or finger, data about the key follow
ORIGIN = "http://localhost:8000"  # PORTAL_BASE_URL of the tests
HOST = "localhost"


class SoftPasskey:
    """One passkey on one device. ``count`` is its signature counter; ``origin`` what the browser says where it is."""

    def __init__(self, *, origin=ORIGIN, host=HOST):
        self.origin = origin
        self.host = host
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.count = 0
        self.user = None

    def create(self, options, *, verified=True):
        """Answer ``navigator.credentials.create``; ``options`` is its ``publicKey``."""
        self.user = options["user"]["id"]
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        about_key = bytes(16) + struct.pack(">H", len(self.id)) + self.id + public
        data = self._data(ATTESTED | (VERIFIED if verified else 0), about_key)
        return self._answer(
            clientDataJSON=self._client_data("webauthn.create", options["challenge"]),
            attestationObject=cbor.encode({"fmt": "none", "attStmt": {}, "authData": data}),
        ) | {"clientExtensionResults": {"credProps": {"rk": True}}}

    def get(self, options, *, verified=True, step=1):
        """Answer ``navigator.credentials.get``; ``step``: how far the counter moves on, negative for a copy."""
        self.count += step
        client_data = self._client_data("webauthn.get", options["challenge"])
        data = self._data(VERIFIED if verified else 0)
        signature = self.key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
        answer = self._answer(clientDataJSON=client_data, authenticatorData=data, signature=signature)
        answer["response"]["userHandle"] = self.user
        return answer

    def belong_to(self, user, *, name="Handy"):
        """Be a passkey of this account already."""
        handle = websafe_encode(str(user.pk).encode())
        answer = self.create({"user": {"id": handle}, "challenge": websafe_encode(os.urandom(32))})
        return WebAuthn.add(user, name, answer).instance

    def _client_data(self, kind, challenge):
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _data(self, flags, about_key=b""):
        host = hashlib.sha256(self.host.encode()).digest()
        return host + bytes([PRESENT | flags]) + struct.pack(">I", self.count) + about_key

    def _answer(self, **response):
        return {
            "id": websafe_encode(self.id),
            "rawId": websafe_encode(self.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {name: websafe_encode(value) for name, value in response.items()},
        }


def passkeys_of(user):
    """The passkeys that the portal knows of this account."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
