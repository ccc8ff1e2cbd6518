import io

import pytest
from django.core.management import CommandError, call_command

from portal.crypto.enums import KeysetName


def test_command_makes_all_keysets_once(keyset_dir):
    for path in keyset_dir.iterdir():
        path.unlink()
    output = io.StringIO()
    call_command("create_keysets", if_missing=True, stdout=output)
    call_command("create_keysets", if_missing=True, stdout=output)

    assert output.getvalue().splitlines() == [f"Schlüsselbund angelegt: {name}" for name in KeysetName]


def test_command_refuses_to_replace_keysets():
    with pytest.raises(CommandError, match="Schlüsselbund schon vorhanden: fields, files, file_keys, index, seals"):
        call_command("create_keysets")
