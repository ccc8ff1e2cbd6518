import io
import json

import pytest
from django.core.management import CommandError, call_command


def test_command_says_the_new_key(keyset_dir):
    output = io.StringIO()
    call_command("rotate_keyset", "fields", stdout=output)
    new_key = json.loads((keyset_dir / "fields.json").read_text())["primaryKeyId"]

    assert output.getvalue() == f"Neuer Schlüssel {new_key} im Schlüsselbund fields.\n"


def test_command_names_a_missing_keyset(keyset_dir):
    (keyset_dir / "seals.json").unlink()

    with pytest.raises(CommandError, match=r"^seals\.json: No such file or directory$"):
        call_command("rotate_keyset", "seals")
