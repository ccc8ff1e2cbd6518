import base64
import json
import os
import threading
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeysetExists, KeysetMissing
from portal.crypto.models.keysets import keyset
from portal.crypto.services import create_missing_keysets, decrypt, encrypt, rotate_keyset
from portal.crypto.services.keysets import create_keysets


def test_files_are_readable_by_the_owner_only(keyset_dir):
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in keyset_dir.iterdir()} == {
        f"{name}.json": "0o600" for name in KeysetName
    }
    assert oct(keyset_dir.stat().st_mode & 0o777) == "0o700"


def test_present_keysets_are_never_replaced(keyset_dir):
    before = (keyset_dir / "fields.json").read_text()

    assert create_missing_keysets() == []
    with pytest.raises(KeysetExists, match="fields, files, file_keys, index, seals"):
        create_keysets()
    assert (keyset_dir / "fields.json").read_text() == before


def test_only_missing_keysets_are_made(keyset_dir):
    (keyset_dir / "index.json").unlink()

    assert create_missing_keysets() == [KeysetName.INDEX]


def test_two_makers_at_once_agree_on_one_keyset(keyset_dir):
    for path in keyset_dir.iterdir():
        path.unlink()
    results = []
    threads = [threading.Thread(target=lambda: results.append(create_missing_keysets())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(name for made in results for name in made) == sorted(KeysetName)
    assert len(list(keyset_dir.iterdir())) == len(KeysetName)


def test_missing_keyset_is_named(keyset_dir):
    (keyset_dir / "fields.json").unlink()

    with pytest.raises(KeysetMissing, match=r"^fields\.json: No such file or directory$"):
        encrypt(b"x", context=b"c")


def test_damaged_keyset_is_named(keyset_dir):
    (keyset_dir / "fields.json").write_text('{"key": 1}')

    with pytest.raises(KeysetMissing, match=r"^fields\.json is damaged"):
        encrypt(b"x", context=b"c")


def test_rotation_keeps_the_old_keys(keyset_dir):
    old = json.loads((keyset_dir / "fields.json").read_text())
    new_id = rotate_keyset(KeysetName.FIELDS)
    new = json.loads((keyset_dir / "fields.json").read_text())

    assert new["primaryKeyId"] == new_id
    assert [key["keyId"] for key in new["key"]] == [old["primaryKeyId"], new_id]


def test_process_that_runs_on_uses_the_new_key_at_once():
    encrypt(b"", context=b"c")
    running = keyset(KeysetName.FIELDS)
    new_id = rotate_keyset(KeysetName.FIELDS)

    assert running.primitive.encrypt(b"neu", b"c")[1:5] == new_id.to_bytes(4)


def with_master_key(settings, key, folder):
    settings.PORTAL = SimpleNamespace(master_key=key, keyset_dir=folder)


def test_master_key_wraps_the_files(settings, tmp_path):
    with_master_key(settings, base64.b64encode(os.urandom(32)).decode(), tmp_path / "wrapped")
    create_missing_keysets()
    ciphertext = encrypt(b"geheim", context=b"c")
    rotate_keyset(KeysetName.FIELDS)

    assert decrypt(ciphertext, context=b"c") == b"geheim"
    assert "keyData" not in (tmp_path / "wrapped" / "fields.json").read_text()


def test_wrapped_file_needs_its_master_key(settings, tmp_path):
    with_master_key(settings, base64.b64encode(os.urandom(32)).decode(), tmp_path / "wrapped")
    create_missing_keysets()
    with_master_key(settings, "", tmp_path / "wrapped")
    with pytest.raises(KeysetMissing, match="PORTAL_MASTER_KEY is not set"):
        encrypt(b"x", context=b"c")
    with_master_key(settings, base64.b64encode(os.urandom(32)).decode(), tmp_path / "wrapped")
    with pytest.raises(KeysetMissing, match="wrapped by another master key"):
        encrypt(b"x", context=b"c")


@pytest.mark.parametrize("key", ["kurz", base64.b64encode(b"x" * 16).decode()])
def test_master_key_of_wrong_length_is_refused(settings, tmp_path, key):
    with_master_key(settings, key, tmp_path / "wrapped")

    with pytest.raises(ImproperlyConfigured, match="32 bytes in base64"):
        create_missing_keysets()


def test_files_wrapped_for_one_use_do_not_serve_another(settings, tmp_path):
    with_master_key(settings, base64.b64encode(os.urandom(32)).decode(), tmp_path / "wrapped")
    create_missing_keysets()
    (tmp_path / "wrapped" / "seals.json").replace(tmp_path / "wrapped" / "fields.json")

    with pytest.raises(KeysetMissing):
        decrypt(b"x" * 40, context=b"c")
