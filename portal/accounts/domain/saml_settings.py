"""What python3-saml has to know about both sides. Everything that it can check strictly, it does."""

from urllib.parse import urlsplit

from onelogin.saml2.constants import OneLogin_Saml2_Constants as Constants  # noqa: TID253 -- this module is imported late
from onelogin.saml2.settings import OneLogin_Saml2_Settings  # noqa: TID253 -- as above

from portal.accounts.domain.bundid_connection import BundIdConnection
from portal.accounts.domain.trust_level import stork


def saml_settings(connection: BundIdConnection, *, level: int | None = None) -> OneLogin_Saml2_Settings:
    """Return the settings; ``level`` is what a request asks for at least. Raises OneLogin_Saml2_Error if they clash."""
    return OneLogin_Saml2_Settings(
        {
            "strict": True,
            "debug": False,
            "security": {
                "authnRequestsSigned": True,
                "wantAssertionsSigned": True,
                "wantAssertionsEncrypted": True,
                "wantAttributeStatement": True,
                "wantNameId": False,  # BundID's is transient: a new one each time
                "rejectDeprecatedAlgorithm": True,  # SHA-1
                "signatureAlgorithm": Constants.RSA_SHA256,
                "digestAlgorithm": Constants.SHA256,
                "requestedAuthnContext": [stork(level)] if level else False,
                "requestedAuthnContextComparison": "minimum",
                "failOnAuthnContextMismatch": False,  # a higher level is welcome; bundid_answer checks
                "allowSingleLabelDomains": urlsplit(connection.base_url).hostname == "localhost",
            },
            "sp": {
                "entityId": connection.entity_id,
                "assertionConsumerService": {"url": connection.answer_url, "binding": Constants.BINDING_HTTP_POST},
                "NameIDFormat": Constants.NAMEID_TRANSIENT,
                "x509cert": connection.certificates[0],
                "privateKey": connection.keys[0],
                **({"x509certNew": connection.certificates[1]} if len(connection.certificates) > 1 else {}),
            },
            "idp": {
                "entityId": connection.idp_entity_id,
                "singleSignOnService": {
                    "url": connection.sso_url,
                    "binding": Constants.BINDING_HTTP_REDIRECT,
                },
                "x509certMulti": {"signing": list(connection.idp_certificates), "encryption": []},
            },
        }
    )


def own_metadata(connection: BundIdConnection) -> str:
    """Return the XML that BundID's operators ask for: our addresses and certificates."""
    metadata = saml_settings(connection).get_sp_metadata()
    return metadata.decode() if isinstance(metadata, bytes) else str(metadata)
