import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from msgspec import structs

from portal.accounts.domain.bundid_connection import ANSWER_PATH, METADATA_PATH, configured_connection
from portal.settings.identity_providers import bundid_connection, form_targets
from tests.factories.bundid import connection, pair


def test_addresses_are_those_of_the_pages():
    assert (reverse("bundid_answer"), reverse("bundid_metadata")) == (ANSWER_PATH, METADATA_PATH)


def test_without_configuration_there_is_none(settings):
    settings.BUNDID = None
    with pytest.raises(ImproperlyConfigured):
        configured_connection()


def test_keys_are_not_shown():
    assert "PRIVATE KEY" not in repr(connection())


def test_environment_without_address_switches_bundid_off(settings):
    assert bundid_connection(settings.PORTAL) is None


def test_environment_names_files_with_one_or_more_keys(settings, tmp_path):
    files = {}
    for name, pairs in (("own", ("portal", "next")), ("idp", ("bundid",))):
        for part in ("key", "certificate"):
            files[f"{name}-{part}"] = tmp_path / f"{name}-{part}"
            files[f"{name}-{part}"].write_text("".join(getattr(pair(each), part) for each in pairs))
    environment = structs.replace(
        settings.PORTAL,
        bundid_sso_url="https://id.example/sso",
        bundid_certificates=files["idp-certificate"],
        bundid_own_keys=files["own-key"],
        bundid_own_certificates=files["own-certificate"],
    )
    made = bundid_connection(environment)
    assert made.idp_certificates == (pair("bundid").certificate.strip(),)
    assert made.keys == (pair("portal").key.strip(), pair("next").key.strip())
    assert (made.level, made.step_up_level) == (1, 3)


def test_forms_may_lead_to_what_is_configured_and_nowhere_else(settings):
    environment = structs.replace(
        settings.PORTAL,
        bundid_sso_url="https://id.example/idp/sso",
        oidc_url="https://konto.example/realm",
        identity_origins=("https://konto.example", "https://anmelden.example"),
    )
    assert form_targets(environment) == ("https://id.example", "https://konto.example", "https://anmelden.example")
    assert form_targets(settings.PORTAL) == ()
