import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from applications.catalogue.listing_page import PUBLISHED

ROOT = Path(__file__).parents[4]


def catalogue(*arguments):
    """What the command prints where there is neither database nor Redis."""
    nowhere = {"PORTAL_DB_HOST": "/nowhere", "PORTAL_BROKER_URL": "redis://127.0.0.1:1/0"}
    command = [sys.executable, "manage.py", "catalogue", *arguments]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **nowhere}, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize(
    ("arguments", "read"), [([], str), (["--json"], json.loads)], ids=["for people", "for programs"]
)
def test_catalogue_needs_no_database(arguments, read):
    code, printed, complaints = catalogue(*arguments)

    assert (code, complaints) == (0, "")
    assert "main_application" in str(read(printed))


def test_catalogue_prints_what_the_docs_hold():
    assert catalogue()[1] == PUBLISHED.read_text(encoding="utf-8")
