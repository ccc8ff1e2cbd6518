import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from portal.pages import checks

ROOT = Path(__file__).parents[3]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "PORTAL_SECRET_KEY": "k9" * 40 + "-abcdefghij",
    "PORTAL_BASE_URL": "https://portal.jobcenter.example",
    "PORTAL_ALLOWED_HOSTS": "portal.jobcenter.example",
    "PORTAL_TRUSTED_PROXY": "1",
    "PORTAL_BROKER_URL": "redis://redis/0",
    "PORTAL_CACHE_URL": "redis://redis/1",
}


def deploy_check(**changes: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env={**PRODUCTION, **changes}, capture_output=True, text=True, check=False)


def test_production_settings_pass_the_deploy_check():
    result = deploy_check()

    assert (result.returncode, result.stderr.strip()) == (0, "")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"DJANGO_SETTINGS_MODULE": "portal.settings.demo"}, "portal.E010"),
        ({"PORTAL_SECRET_KEY": "short"}, "portal.E011"),
        ({"PORTAL_TRUSTED_PROXY": ""}, "portal.E012"),
        ({"PORTAL_BASE_URL": "http://portal.jobcenter.example"}, "portal.E013"),
        ({"PORTAL_ALLOWED_HOSTS": "else.example"}, "portal.E013"),
        ({"PORTAL_BROKER_URL": ""}, "portal.E014"),
    ],
)
def test_contradiction_is_refused(changes, code):
    result = deploy_check(**changes)

    assert result.returncode == 1
    assert code in result.stderr


def test_visibility_below_the_time_limit_is_refused(settings):
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": settings.CELERY_TASK_TIME_LIMIT}

    assert [message.id for message in checks.background_work_fits_together()] == ["portal.E001"]


def test_keysets_inside_the_data_are_refused(settings, tmp_path):
    settings.PORTAL = replace(settings.PORTAL, data_dir=tmp_path, keyset_dir=tmp_path / "keys")

    assert [message.id for message in checks.keys_and_data_lie_apart()] == ["portal.E002"]
