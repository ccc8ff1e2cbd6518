import os
import time

import pytest

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed, KeyInUse, KeyNeverRetired
from portal.crypto.models import Holding, declare_holdings, holdings
from portal.crypto.services import decrypt, encrypt, holdings_of, move_to_newest_key, retire_old_keys, rotate_keyset
from portal.documents.models import StoredFile

pytestmark = pytest.mark.django_db


def rest(keyset_dir, name="fields", days=2):
    """The last rotation was some days ago."""
    then = time.time() - days * 86400
    os.utime(keyset_dir / f"{name}.json", (then, then))


@pytest.fixture
def declared(monkeypatch):
    """What a made-up app keeps under FIELDS: a number that waits."""
    monkeypatch.setattr(holdings, "_DECLARED", {})
    waiting = [2]

    def move():
        while waiting[0]:
            waiting[0] -= 1
            yield 1

    declare_holdings(Holding(label="app.things", keyset=KeysetName.FIELDS, waiting=lambda: waiting[0], move=move))
    return waiting


def test_holdings_are_those_of_the_named_keyset():
    assert [holding.label for holding in holdings_of([KeysetName.FILE_KEYS])] == ["documents.StoredFile"]
    assert [holding.label for holding in holdings_of([KeysetName.FILES])] == ["documents.StoredFile.content"]
    assert {"cases.Person", "mfa.Authenticator.data"} <= {each.label for each in holdings_of([KeysetName.FIELDS])}


def test_move_tells_of_each_batch(declared):
    told = []
    holding = next(each for each in holdings_of() if each.label == "app.things")

    assert (move_to_newest_key(holding, tell=told.append), told) == (0, [1, 1])


def test_old_key_is_gone_when_nothing_needs_it(keyset_dir):
    old, text = encrypt(b"alt", context=b"c"), b"neu"
    new_key = rotate_keyset(KeysetName.FIELDS)
    new = encrypt(text, context=b"c")
    rest(keyset_dir)

    assert len(retire_old_keys(KeysetName.FIELDS)) == 1
    assert decrypt(new, context=b"c") == text
    assert new[1:5] == new_key.to_bytes(4)
    with pytest.raises(DecryptionFailed):
        decrypt(old, context=b"c")


def test_nothing_is_retired_without_an_older_key(keyset_dir):
    rest(keyset_dir)

    assert retire_old_keys(KeysetName.FIELDS) == []


def test_key_in_use_stays(keyset_dir, declared):
    old = encrypt(b"alt", context=b"c")
    rotate_keyset(KeysetName.FIELDS)
    rest(keyset_dir)

    with pytest.raises(KeyInUse, match=r"^app\.things: 2$"):
        retire_old_keys(KeysetName.FIELDS)
    assert decrypt(old, context=b"c") == b"alt"


def test_wrapped_key_of_a_file_counts_as_use(keyset_dir):
    StoredFile.objects.create(kind="upload", media_type="x", size=1, sha256="0" * 64, key=b"key")
    rotate_keyset(KeysetName.FILE_KEYS)
    rest(keyset_dir, "file_keys")

    with pytest.raises(KeyInUse, match=r"^documents\.StoredFile: 1$"):
        retire_old_keys(KeysetName.FILE_KEYS)


def test_key_stays_for_a_day_after_the_rotation(keyset_dir):
    rotate_keyset(KeysetName.FIELDS)
    rest(keyset_dir, days=0.9)

    with pytest.raises(KeyInUse, match=r"^fields: \d{4}-"):
        retire_old_keys(KeysetName.FIELDS)


@pytest.mark.parametrize("name", [KeysetName.INDEX, KeysetName.SEALS])
def test_key_of_unknown_uses_is_never_retired(name):
    with pytest.raises(KeyNeverRetired):
        retire_old_keys(name)
