import pytest
from lxml import etree
from onelogin.saml2.errors import OneLogin_Saml2_Error

from portal.accounts.domain.saml_settings import own_metadata, saml_settings
from tests.factories.bundid import connection, pair

MD = "{urn:oasis:names:tc:SAML:2.0:metadata}"


def announced(metadata: str) -> list[str]:
    return [element.get("use") for element in etree.fromstring(metadata.encode()).iter(f"{MD}KeyDescriptor")]


def test_metadata_fit_their_schema():
    made = saml_settings(connection())
    assert made.validate_metadata(own_metadata(connection())) == []


def test_metadata_announce_one_key_for_both_uses():
    assert announced(own_metadata(connection())) == ["signing", "encryption"]


def test_metadata_announce_the_next_key_as_well():
    both = connection(
        keys=(pair("portal").key, pair("next").key), certificates=(pair("portal").certificate, pair("next").certificate)
    )
    assert sorted(announced(own_metadata(both))) == ["encryption", "encryption", "signing", "signing"]


def test_metadata_say_that_everything_is_signed():
    role = etree.fromstring(own_metadata(connection()).encode()).find(f"{MD}SPSSODescriptor")
    assert (role.get("AuthnRequestsSigned"), role.get("WantAssertionsSigned")) == ("true", "true")


def test_incomplete_connection_is_refused():
    with pytest.raises(OneLogin_Saml2_Error):
        saml_settings(connection(idp_certificates=()))
