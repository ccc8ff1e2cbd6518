"""Write an answer: build, sign, encrypt, encode. Tests put their forgeries between these steps."""

from __future__ import annotations

import base64
import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import xmlsec
from lxml import etree  # noqa: TID253 -- a program of its own
from lxml.builder import ElementMaker  # noqa: TID253 -- as above

from ops.mock_bundid.keys import KeyPair
from ops.mock_bundid.questions import SAML, SAMLP, Question

SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
CANCELLED = "urn:oasis:names:tc:SAML:2.0:status:Responder"
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
BPK2 = "urn:oid:1.3.6.1.4.1.25484.494450.3"
EMAIL = "urn:oid:0.9.2342.19200300.100.1.3"
LEVEL = "urn:oid:1.2.40.0.10.2.1.1.261.94"
MINUTES = 5

P = ElementMaker(namespace=SAMLP, nsmap={"samlp": SAMLP, "saml": SAML})
A = ElementMaker(namespace=SAML, nsmap={"saml": SAML})


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Everything an answer states. ``dataclasses.replace`` makes a false one of it."""

    issuer: str
    destination: str
    recipient: str
    audience: str
    in_response_to: str | None
    level: int
    attributes: Mapping[str, str]
    now: datetime.datetime
    not_before: datetime.timedelta = datetime.timedelta(minutes=-MINUTES)
    not_after: datetime.timedelta = datetime.timedelta(minutes=MINUTES)
    proved: datetime.timedelta = datetime.timedelta()
    assertion_id: str = field(default_factory=lambda: f"_{uuid.uuid4().hex}")


def answer_to(question: Question, *, issuer: str, uid: str, level: int, email: str = "") -> Answer:
    """Return what BundID would state of a person; attributes that nobody asked for are left out."""
    known = {BPK2: uid, LEVEL: stork(level), **({EMAIL: email} if email else {})}
    return Answer(
        issuer=issuer,
        destination=question.answer_url,
        recipient=question.answer_url,
        audience=question.asker,
        in_response_to=question.id,
        level=level,
        attributes={name: value for name, value in known.items() if name in question.attributes},
        now=datetime.datetime.now(datetime.UTC),
    )


def stork(level: int) -> str:
    """Return a level as BundID writes it."""
    return f"STORK-QAA-Level-{level}"


def build(answer: Answer) -> Any:
    """Return the response with its assertion, not signed and not encrypted."""
    end = _text(answer.now + answer.not_after)
    answered = {"InResponseTo": answer.in_response_to} if answer.in_response_to else {}
    attributes = [
        A.Attribute(A.AttributeValue(value), Name=name, NameFormat=URI) for name, value in answer.attributes.items()
    ]
    assertion = A.Assertion(
        A.Issuer(answer.issuer),
        A.Subject(
            A.NameID(uuid.uuid4().hex, Format=TRANSIENT),
            A.SubjectConfirmation(
                A.SubjectConfirmationData(NotOnOrAfter=end, Recipient=answer.recipient, **answered), Method=BEARER
            ),
        ),
        A.Conditions(
            A.AudienceRestriction(A.Audience(answer.audience)),
            NotBefore=_text(answer.now + answer.not_before),
            NotOnOrAfter=end,
        ),
        A.AuthnStatement(
            A.AuthnContext(A.AuthnContextClassRef(stork(answer.level))), AuthnInstant=_text(answer.now + answer.proved)
        ),
        A.AttributeStatement(*attributes),
        ID=answer.assertion_id,
        Version="2.0",
        IssueInstant=_text(answer.now),
    )
    response = _response(answer, SUCCESS)
    response.append(assertion)
    return response


def build_cancelled(answer: Answer) -> Any:
    """Return the response that there was no sign-in."""
    return _response(answer, CANCELLED)


def sign(
    response: Any,
    pair: KeyPair,
    *,
    signature: Any = xmlsec.constants.TransformRsaSha256,
    digest: Any = xmlsec.constants.TransformSha256,
) -> Any:
    """Sign the assertion (exclusive canonical XML); returns the response."""
    assertion = response.find(f"{{{SAML}}}Assertion")
    node = xmlsec.template.create(assertion, xmlsec.constants.TransformExclC14N, signature, ns="ds")
    assertion.find(f"{{{SAML}}}Issuer").addnext(node)
    reference = xmlsec.template.add_reference(node, digest, uri=f"#{assertion.get('ID')}")
    xmlsec.template.add_transform(reference, xmlsec.constants.TransformEnveloped)
    xmlsec.template.add_transform(reference, xmlsec.constants.TransformExclC14N)
    xmlsec.template.add_x509_data(xmlsec.template.ensure_key_info(node))
    xmlsec.tree.add_ids(response, ["ID"])
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(pair.key, xmlsec.constants.KeyDataFormatPem)
    context.key.load_cert_from_memory(pair.certificate, xmlsec.constants.KeyDataFormatPem)
    context.sign(node)
    return response


def encrypt(response: Any, certificate: str, *, transport: Any = xmlsec.constants.TransformRsaOaep) -> Any:
    """Encrypt the assertion for the portal (AES-256-GCM, key by RSA-OAEP); returns the response."""
    assertion = response.find(f"{{{SAML}}}Assertion")
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_memory(certificate, xmlsec.constants.KeyDataFormatCertPem))
    data = xmlsec.template.encrypted_data_create(
        response, xmlsec.constants.TransformAes256Gcm, type=xmlsec.constants.TypeEncElement, ns="xenc"
    )
    xmlsec.template.encrypted_data_ensure_cipher_value(data)
    key = xmlsec.template.add_encrypted_key(xmlsec.template.encrypted_data_ensure_key_info(data, ns="dsig"), transport)
    xmlsec.template.encrypted_data_ensure_cipher_value(key)
    context = xmlsec.EncryptionContext(manager)
    context.key = xmlsec.Key.generate(xmlsec.constants.KeyDataAes, 256, xmlsec.constants.KeyDataTypeSession)
    wrapper = A.EncryptedAssertion()
    assertion.addprevious(wrapper)
    wrapper.append(context.encrypt_xml(data, assertion))
    return response


def encode(response: Any) -> str:
    """Return the response as the browser posts it."""
    return base64.b64encode(etree.tostring(response)).decode()


def _response(answer: Answer, status: str) -> Any:
    answered = {"InResponseTo": answer.in_response_to} if answer.in_response_to else {}
    return P.Response(
        A.Issuer(answer.issuer),
        P.Status(P.StatusCode(Value=status)),
        ID=f"_{uuid.uuid4().hex}",
        Version="2.0",
        IssueInstant=_text(answer.now),
        Destination=answer.destination,
        **answered,
    )


def _text(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
