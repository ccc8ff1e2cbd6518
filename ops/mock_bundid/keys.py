"""Keys and certificates, made at run time: none lies in the repository."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

BITS = 2048
VALID = datetime.timedelta(days=365)


@dataclass(frozen=True)
class KeyPair:
    """A private key and its self-signed certificate, both PEM."""

    key: str = field(repr=False)
    certificate: str


def new_pair(name: str) -> KeyPair:
    """Return a new RSA key with a certificate for ``name``."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + VALID)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return KeyPair(secret.decode(), certificate.public_bytes(pem).decode())


def stored_pair(folder: Path, name: str) -> KeyPair:
    """Return the pair ``name.key`` and ``name.crt`` of ``folder``; makes them the first time."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.crt"
    if not certificate.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pair = new_pair(name)
        with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as target:
            target.write(pair.key)
        certificate.write_text(pair.certificate)
    return KeyPair(key.read_text(), certificate.read_text())
