import io
import json
import os

import pytest
from django.core.management import CommandError, call_command

from portal.crypto.services import rotate_keyset

pytestmark = pytest.mark.django_db


def test_command_says_which_key_went(keyset_dir):
    old = json.loads((keyset_dir / "fields.json").read_text())["primaryKeyId"]
    rotate_keyset("fields")
    os.utime(keyset_dir / "fields.json", (0, 0))
    output = io.StringIO()
    call_command("retire_key", "fields", stdout=output)

    assert output.getvalue() == f"Schlüssel {old} entfernt aus fields.\n"


@pytest.mark.parametrize(
    ("name", "says"), [("fields", "werden noch gebraucht: fields: 2"), ("index", "Die Schlüssel von index bleiben")]
)
def test_command_refuses_in_words(name, says):
    rotate_keyset(name)

    with pytest.raises(CommandError, match=says):
        call_command("retire_key", name)


def test_command_names_a_missing_keyset(keyset_dir):
    (keyset_dir / "fields.json").unlink()

    with pytest.raises(CommandError, match=r"^fields\.json: No such file"):
        call_command("retire_key", "fields")
