"""BundID's answer: what it says, if every check holds.

python3-saml checks the schema, signatures, issuer and times in strict mode. What it accepts when it is missing or only
similar (audience, recipient, destination, the question that is answered), the portal insists on here. Nothing of the
answer is read before all of that.
"""

import base64
import binascii
from datetime import UTC, datetime
from typing import Any, Final

from msgspec import Struct
from onelogin.saml2.errors import OneLogin_Saml2_ValidationError as Invalid  # noqa: TID253 -- this module is imported late
from onelogin.saml2.response import OneLogin_Saml2_Response  # noqa: TID253 -- as above
from onelogin.saml2.utils import OneLogin_Saml2_Utils as Utils  # noqa: TID253 -- as above

from portal.accounts.domain.bundid_connection import BPK2, EMAIL, LEVEL, MOST_CHARACTERS, BundIdConnection
from portal.accounts.domain.saml_settings import saml_settings
from portal.accounts.domain.trust_level import lowest_level
from portal.accounts.enums import TrustLevel
from portal.accounts.errors import AnswerRefused, SignInCancelled

LONGEST_UID: Final = 191  # SocialAccount.uid
WEAK_KEY_TRANSPORT: Final = "http://www.w3.org/2001/04/xmlenc#rsa-1_5"  # tells an attacker bit by bit what is inside
REASONS: Final = {
    number: name.lower() for name, number in vars(Invalid).items() if name.isupper() and isinstance(number, int)
}


class BundIdAnswer(Struct, frozen=True, kw_only=True):
    """What the portal takes from an answer. ``email`` is what the person told BundID, not proved to us."""

    uid: str
    level: TrustLevel
    email: str
    assertion_id: str
    in_response_to: str
    proved_at: datetime  # when BundID saw the person's proof; aware
    valid_until: datetime  # aware


class _Response(OneLogin_Saml2_Response):  # type: ignore[misc] # python3-saml has no types
    """Decrypts with each of our keys and only with a sound algorithm; knows nothing of comments in what is signed."""

    def __init__(self, connection: BundIdConnection, encoded: str) -> None:
        self._connection = connection
        super().__init__(saml_settings(connection), encoded)

    def _decrypt_assertion(self, xml: Any) -> Any:
        if xml.xpath(".//*[local-name()='EncryptionMethod'][@Algorithm=$weak]", weak=WEAK_KEY_TRANSPORT):
            raise AnswerRefused("weak_encryption")
        *others, last = self._connection.keys
        for key in others:
            try:
                return self._decrypted(xml, key)
            except Exception:  # noqa: BLE001, S112 -- xmlsec says nothing finer than "not with this key"
                continue
        return self._decrypted(xml, last)

    def _decrypted(self, xml: Any, key: str) -> Any:
        self._settings.get_sp_data()["privateKey"] = key
        document = super()._decrypt_assertion(xml)
        if document.xpath("//comment() | //processing-instruction()"):
            raise AnswerRefused("comment_inside")  # two readers may see two different values
        return document


def read_answer(connection: BundIdConnection, encoded: str) -> BundIdAnswer:
    """Return what BundID says of the person; ``encoded`` is the SAMLResponse as the browser posted it.

    Raises AnswerRefused for everything that is forged, late, for somebody else or unreadable, SignInCancelled when
    BundID says that there was no sign-in. Whose question it answers and whether it was used before is not checked here.
    """
    if not encoded or len(encoded) > MOST_CHARACTERS:
        raise AnswerRefused("wrong_size")
    try:
        response = _Response(connection, _base64(encoded))
        response.is_valid(_address(connection), raise_exceptions=True)
        return _read(connection, response)
    except (AnswerRefused, SignInCancelled):
        raise
    except Invalid as error:
        if error.code == Invalid.STATUS_CODE_IS_NOT_SUCCESS:
            raise SignInCancelled from None
        raise AnswerRefused(REASONS.get(error.code, "invalid")) from None
    except Exception as error:  # noqa: BLE001 -- hostile input: whatever a parser stumbles over is no proof
        raise AnswerRefused(f"unreadable_{type(error).__name__}".lower()) from None


def _base64(encoded: str) -> str:
    """The same text, if it is base64: Python's decoder skips what it does not know."""
    try:
        base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        raise AnswerRefused("not_base64") from None
    return encoded


def _address(connection: BundIdConnection) -> dict[str, str]:
    """Where the answer arrived, for python3-saml: by our settings, not by the Host header of the request."""
    scheme, _, rest = connection.answer_url.partition("://")
    host, _, path = rest.partition("/")
    return {"https": "on" if scheme == "https" else "off", "http_host": host, "script_name": f"/{path}"}


def _read(connection: BundIdConnection, response: _Response) -> BundIdAnswer:
    confirmation = _confirmation(connection, response)
    attributes = response.get_attributes()
    uid = _single(attributes, BPK2)
    if not uid or len(uid) > LONGEST_UID:
        raise AnswerRefused("no_identifier")
    level = lowest_level([*response.get_authn_contexts(), *attributes.get(LEVEL, [])])
    if level is None:
        raise AnswerRefused("no_trust_level")
    return BundIdAnswer(
        uid=uid,
        level=level,
        email=_single(attributes, EMAIL),
        assertion_id=response.get_assertion_id(),
        in_response_to=confirmation.get("InResponseTo"),
        proved_at=_time(response, "/saml:AuthnStatement/@AuthnInstant"),
        valid_until=_moment(confirmation.get("NotOnOrAfter")),
    )


def _confirmation(connection: BundIdConnection, response: _Response) -> Any:
    """The part that says for whom, where and in answer to what the assertion is; it lies inside of what is signed."""
    found = response._query_assertion("/saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData")  # noqa: SLF001 -- its public methods do not show it
    if len(found) != 1:
        raise AnswerRefused("wrong_subjectconfirmation")
    confirmation = found[0]
    if response.get_xml_document().get("Destination") != connection.answer_url:
        raise AnswerRefused("wrong_destination")
    if confirmation.get("Recipient") != connection.answer_url:
        raise AnswerRefused("wrong_recipient")
    if connection.entity_id not in response.get_audiences():
        raise AnswerRefused("wrong_audience")
    if not confirmation.get("InResponseTo"):
        raise AnswerRefused("not_asked_for")
    if response.get_in_response_to() != confirmation.get("InResponseTo"):
        raise AnswerRefused("wrong_inresponseto")
    if not confirmation.get("NotOnOrAfter"):
        raise AnswerRefused("without_end")
    return confirmation


def _single(attributes: dict[str, list[Any]], name: str) -> str:
    """The value of an attribute, empty without one. Several at once are nobody's."""
    values = attributes.get(name, [])
    if len(values) > 1 or not all(isinstance(value, str) for value in values):
        raise AnswerRefused("several_values")
    return values[0] if values else ""


def _time(response: _Response, path: str) -> datetime:
    return _moment(response._query_assertion(path)[0])  # noqa: SLF001 -- as above


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(Utils.parse_SAML_to_time(text), tz=UTC)
