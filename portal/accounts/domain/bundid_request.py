"""The question to BundID: who is this, proved at least so surely, and only what we need to know.

BundID reads an extension that SAML libraries do not know (namespace of AKDB, who built it): which means of proof are
offered, which attributes are wanted, and what the person is shown.
"""

from typing import Any, Final

from lxml import etree  # noqa: TID253 -- this module is imported late
from msgspec import Struct
from onelogin.saml2.auth import OneLogin_Saml2_Auth  # noqa: TID253 -- as above
from onelogin.saml2.authn_request import OneLogin_Saml2_Authn_Request  # noqa: TID253 -- as above

from portal.accounts.domain.bundid_connection import BPK2, EMAIL, LEVEL, BundIdConnection
from portal.accounts.domain.saml_settings import saml_settings
from portal.accounts.enums import TrustLevel

SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol"
AKDB = "https://www.akdb.de/request/2018/09"
CLASSIC_UI = f"{AKDB}/classic-ui/v1"

REQUESTED: Final = {BPK2: True, LEVEL: True, EMAIL: False}  # attribute: whether we cannot do without

METHODS: Final = {  # means of proof by the level they reach
    "Benutzername": TrustLevel.LOW,
    "Elster": TrustLevel.SUBSTANTIAL,
    "eID": TrustLevel.HIGH,
    "eIDAS": TrustLevel.HIGH,
}


class Question(Struct, frozen=True, kw_only=True):
    """One question on its way: its id, by which the answer is recognised, and where to send the browser."""

    id: str
    url: str


def ask(connection: BundIdConnection, *, level: int, again: bool) -> Question:
    """Return a signed question for a proof of at least ``level``; with ``again`` an old session there is not enough.

    There is no RelayState: the answer is recognised by its InResponseTo, and an empty one is signed differently by
    different libraries (SAML 2.0 Bindings, 3.4.4.1).
    """
    auth = OneLogin_Saml2_Auth({}, saml_settings(connection, level=level))
    request = OneLogin_Saml2_Authn_Request(auth.get_settings(), force_authn=again)
    document = etree.fromstring(request.get_xml().encode())
    document.find(f"{{{SAML}}}Issuer").addnext(_extensions(connection, level))
    request._authn_request = etree.tostring(document, encoding="unicode")  # noqa: SLF001 -- it has no other way in
    parameters: dict[str, Any] = {"SAMLRequest": request.get_request()}
    auth.add_request_signature(parameters)
    return Question(id=request.get_id(), url=auth.redirect_to(auth.get_sso_url(), parameters))


def _extensions(connection: BundIdConnection, level: int) -> Any:
    extensions = etree.Element(f"{{{SAMLP}}}Extensions", nsmap={"samlp": SAMLP})
    root = etree.SubElement(extensions, _akdb("AuthenticationRequest"), nsmap={"akdb": AKDB}, Version="2")
    methods = etree.SubElement(root, _akdb("AuthnMethods"))
    for method, reached in METHODS.items():
        enabled = etree.SubElement(etree.SubElement(methods, _akdb(method)), _akdb("Enabled"))
        enabled.text = "true" if reached >= level else "false"
    attributes = etree.SubElement(root, _akdb("RequestedAttributes"))
    for name, required in REQUESTED.items():
        wanted = {"Name": name, "RequiredAttribute": "true" if required else "false"}
        etree.SubElement(attributes, _akdb("RequestedAttribute"), wanted)
    display = etree.SubElement(root, _akdb("DisplayInformation"))
    version = etree.SubElement(display, f"{{{CLASSIC_UI}}}Version", nsmap={"classic-ui": CLASSIC_UI})
    etree.SubElement(version, f"{{{CLASSIC_UI}}}OrganizationDisplayName").text = connection.organization
    etree.SubElement(version, f"{{{CLASSIC_UI}}}OnlineServiceId").text = connection.service_id
    return extensions


def _akdb(name: str) -> str:
    return f"{{{AKDB}}}{name}"
