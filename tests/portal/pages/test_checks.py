import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from portal.pages import checks
from tests.factories.bundid import connection
from tests.factories.push import VAPID_KEY

ROOT = Path(__file__).parents[3]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "PORTAL_SECRET_KEY": "k9" * 40 + "-abcdefghij",
    "PORTAL_BASE_URL": "https://portal.jobcenter.example",
    "PORTAL_ALLOWED_HOSTS": "portal.jobcenter.example",
    "PORTAL_TRUSTED_PROXY": "1",
    "PORTAL_BROKER_URL": "redis://redis/0",
    "PORTAL_CACHE_URL": "redis://redis/1",
    "PORTAL_CLAMD": "clamav:3310",
}


def deploy_check(**changes: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env={**PRODUCTION, **changes}, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_production_settings_pass_the_deploy_check():
    result = deploy_check()

    assert (result.returncode, result.stderr.strip()) == (0, "")


@pytest.mark.slow
def test_deploy_check_fails_on_a_contradiction():
    result = deploy_check(DJANGO_SETTINGS_MODULE="portal.settings.demo", PORTAL_SECRET_KEY="short")

    assert result.returncode == 1
    assert [code for code in ("portal.E010", "portal.E011") if code in result.stderr] == ["portal.E010", "portal.E011"]


@pytest.fixture
def production(settings):
    """Settings without a contradiction."""
    settings.PORTAL = replace(
        settings.PORTAL,
        base_url="https://portal.jobcenter.example",
        trusted_proxy=True,
        broker_url="redis://redis/0",
        cache_url="redis://redis/1",
        clamd="clamav:3310",
    )
    settings.SECRET_KEY = PRODUCTION["PORTAL_SECRET_KEY"]
    settings.ALLOWED_HOSTS = ["portal.jobcenter.example"]
    settings.SECURE_SSL_REDIRECT = True
    assert checks.production_is_complete() == []
    return settings


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("PORTAL_IS_DEMO", True, "portal.E010"),
        ("SECRET_KEY", "short", "portal.E011"),
        ("ALLOWED_HOSTS", ["else.example"], "portal.E013"),
    ],
)
def test_contradiction_is_refused(production, name, value, code):
    setattr(production, name, value)

    assert [message.id for message in checks.production_is_complete()] == [code]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("trusted_proxy", False, "portal.E012"),
        ("base_url", "http://portal.jobcenter.example", "portal.E013"),
        ("broker_url", "", "portal.E014"),
        ("clamd", "", "portal.E017"),
    ],
)
def test_contradiction_in_the_environment_is_refused(production, name, value, code):
    production.PORTAL = replace(production.PORTAL, **{name: value})

    assert [message.id for message in checks.production_is_complete()] == [code]


def test_visibility_below_the_time_limit_is_refused(settings):
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": settings.CELERY_TASK_TIME_LIMIT}

    assert [message.id for message in checks.background_work_fits_together()] == ["portal.E001"]


@pytest.mark.parametrize(("key", "codes"), [("", []), (VAPID_KEY, []), (VAPID_KEY[:-2], ["portal.E003"])])
def test_half_a_key_for_hints_is_refused(settings, key, codes):
    settings.VAPID_PRIVATE_KEY = key

    assert [message.id for message in checks.push_key_can_be_used()] == codes


def test_keysets_inside_the_data_are_refused(settings, tmp_path):
    settings.PORTAL = replace(settings.PORTAL, data_dir=tmp_path, keyset_dir=tmp_path / "keys")

    assert [message.id for message in checks.keys_and_data_lie_apart()] == ["portal.E002"]


@pytest.mark.parametrize(
    "changes", [{"idp_certificates": ()}, {"service_id": ""}, {"certificates": ()}, {"keys": (), "certificates": ()}]
)
def test_half_a_bundid_is_refused(production, changes):
    production.BUNDID = connection(**changes)

    assert [error.id for error in checks.production_is_complete()] == ["portal.E015"]


def test_whole_bundid_passes(production):
    production.BUNDID = connection()

    assert checks.production_is_complete() == []


@pytest.mark.parametrize("name", ["bundid_sso_url", "oidc_url", "staff_oidc_url"])
def test_sign_in_service_without_tls_is_refused(production, name):
    production.PORTAL = replace(production.PORTAL, **{name: "http://id.example"})

    assert [error.id for error in checks.production_is_complete()] == ["portal.E016"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"store": "local"}, []),
        ({"store": "ftp"}, ["portal.E017"]),
        ({"store": "s3"}, ["portal.E018"]),
        ({"store": "s3", "s3_bucket": "portal"}, ["portal.E018"]),
        ({"store": "s3", "s3_bucket": "portal", "s3_endpoint": "http://s3.example"}, ["portal.E018"]),
        ({"store": "s3", "s3_bucket": "portal", "s3_endpoint": "https://s3.example"}, []),
    ],
    ids=str,
)
def test_half_an_object_store_is_refused(production, changes, codes):
    production.PORTAL = replace(production.PORTAL, **changes)

    assert [error.id for error in checks.production_is_complete()] == codes


def test_missing_language_of_scans_is_named_with_its_package(settings):
    settings.PORTAL = replace(settings.PORTAL, ocr_languages="deu+tlh")

    (found,) = checks.scans_can_be_read()

    assert found.id == "portal.W001"
    assert "apt-get install tesseract-ocr-tlh," in found.hint
