"""Read what a portal asks, as strictly as BundID does."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from lxml import etree  # noqa: TID253 -- a program of its own

SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol"
AKDB = "https://www.akdb.de/request/2018/09"
CLASSIC_UI = f"{AKDB}/classic-ui/v1"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
MOST_BYTES = 100_000


class BadQuestion(ValueError):
    """BundID would not answer this."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a portal wants to know; ``level`` is the least it accepts, ``again`` that an old session is not enough."""

    id: str
    asker: str
    answer_url: str
    level: int
    again: bool
    attributes: tuple[str, ...]
    methods: tuple[str, ...]
    organization: str
    service_id: str


def read_question(query: str, certificates: Iterable[str]) -> Question:
    """Return the question in the query of an address (HTTP-Redirect binding), signed with one of ``certificates``.

    Raises BadQuestion without a valid signature, level, bPK2 or number of the service.
    """
    parts = dict(part.split("=", 1) for part in query.split("&") if "=" in part)
    values = {name: found[0] for name, found in parse_qs(query, keep_blank_values=True).items()}
    if not {"SAMLRequest", "Signature", "SigAlg"} <= values.keys() or values["SigAlg"] != RSA_SHA256:
        raise BadQuestion("not signed with RSA-SHA256")
    signed = "&".join(f"{name}={parts[name]}" for name in ("SAMLRequest", "RelayState", "SigAlg") if name in parts)
    if not any(_verifies(pem, base64.b64decode(values["Signature"]), signed.encode()) for pem in certificates):
        raise BadQuestion("the signature does not fit")
    xml = zlib.decompressobj(-15).decompress(base64.b64decode(values["SAMLRequest"]), MOST_BYTES)
    return _read(etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True)))


def _verifies(pem: str, signature: bytes, signed: bytes) -> bool:
    key = x509.load_pem_x509_certificate(pem.encode()).public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        return False
    try:
        key.verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def _read(document: Any) -> Question:
    levels = [
        int(found.text.removeprefix("STORK-QAA-Level-")) for found in document.iter(f"{{{SAML}}}AuthnContextClassRef")
    ]
    extension = document.find(f"{{{SAMLP}}}Extensions/{{{AKDB}}}AuthenticationRequest")
    if not levels or extension is None:
        raise BadQuestion("no level or no extension")
    methods = extension.find(f"{{{AKDB}}}AuthnMethods")
    question = Question(
        id=document.get("ID"),
        asker=document.findtext(f"{{{SAML}}}Issuer"),
        answer_url=document.get("AssertionConsumerServiceURL"),
        level=levels[0],
        again=document.get("ForceAuthn") == "true",
        attributes=tuple(found.get("Name") for found in extension.iter(f"{{{AKDB}}}RequestedAttribute")),
        methods=tuple(
            etree.QName(method).localname for method in methods if method.findtext(f"{{{AKDB}}}Enabled") == "true"
        ),
        organization=extension.findtext(f".//{{{CLASSIC_UI}}}OrganizationDisplayName") or "",
        service_id=extension.findtext(f".//{{{CLASSIC_UI}}}OnlineServiceId") or "",
    )
    if not question.service_id or not any(name.endswith(".494450.3") for name in question.attributes):
        raise BadQuestion("no number of the service, or the bPK2 is not asked for")
    return question
