import io
import os
import tracemalloc

import pytest

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models.keysets import keyset
from portal.crypto.services import Sealing, decrypt_file, encrypted, new_file_key, rotate_keyset

SEGMENT = 4096
CONTENT = os.urandom(1_000_003)
KEY = new_file_key()


def sealed(content, context=b"file:1", key=KEY):
    return encrypted(io.BytesIO(content), key=key, context=context).read()


def opened(ciphertext, context=b"file:1", key=KEY):
    return b"".join(decrypt_file(io.BytesIO(ciphertext), key=key, context=context))


@pytest.mark.parametrize("size", [0, 1, SEGMENT, SEGMENT * 3, len(CONTENT)])
def test_file_of_any_size_is_read_back(size):
    assert opened(sealed(CONTENT[:size])) == CONTENT[:size]


@pytest.mark.parametrize("size", [1, 1000, 65_536, 5_000_000])
def test_ciphertext_is_read_in_pieces_of_the_wanted_size(size):
    stream = encrypted(io.BytesIO(CONTENT), key=KEY, context=b"file:1")
    pieces = [stream.read(size) for _ in range(3)]

    assert [len(piece) for piece in pieces[:2]] == [min(size, 1_003_979), size if size < 1_000_000 else 0]
    assert opened(b"".join(pieces) + stream.read()) == CONTENT


def test_ciphertext_can_be_read_into_a_buffer():
    reader = io.BufferedReader(encrypted(io.BytesIO(CONTENT), key=KEY, context=b"file:1"))

    assert opened(reader.read()) == CONTENT


def test_file_grows_by_less_than_one_percent():
    assert len(sealed(CONTENT)) < len(CONTENT) * 1.01


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[: SEGMENT * 10],
        lambda data: data + b"x",
        lambda data: data[:500_000] + bytes([data[500_000] ^ 1]) + data[500_001:],
        lambda data: (
            data[: SEGMENT * 4]
            + data[SEGMENT * 5 : SEGMENT * 6]
            + data[SEGMENT * 4 : SEGMENT * 5]
            + data[SEGMENT * 6 :]
        ),
        lambda _data: b"",
    ],
    ids=["last_byte", "cut_at_segment", "appended", "flipped_bit", "swapped_segments", "empty"],
)
def test_damaged_file_is_refused(damage):
    with pytest.raises(DecryptionFailed):
        opened(damage(sealed(CONTENT)))


@pytest.mark.parametrize(
    "other",
    [{"context": b"file:2"}, {"key": new_file_key()}, {"key": b"no key"}, {"key": None}],
    ids=["another file", "another key", "no keyset", "the key of old files"],
)
def test_wrong_file_or_key_is_refused_before_the_first_byte(other):
    source = io.BytesIO(sealed(CONTENT))

    with pytest.raises(DecryptionFailed):
        decrypt_file(source, **{"key": KEY, "context": b"file:1", **other})
    assert source.closed


def test_source_of_the_ciphertext_is_closed_at_the_end():
    source = io.BytesIO(sealed(CONTENT))
    assert b"".join(decrypt_file(source, key=KEY, context=b"file:1")) == CONTENT

    assert source.closed


class Breaking(io.BytesIO):
    """Breaks off in the middle, and is silent afterwards like a connection that has ended."""

    broken = False

    def read(self, size=-1):
        if self.broken:
            return b""
        if self.tell() > 500_000:
            self.broken = True
            raise ConnectionResetError("gone")
        return super().read(size)


def test_source_that_breaks_never_looks_whole():
    stream = encrypted(Breaking(CONTENT), key=KEY, context=b"file:1")

    with pytest.raises(ConnectionResetError, match="gone"):
        stream.read()
    with pytest.raises(OSError, match="broke off"):
        stream.read()


def test_store_that_breaks_off_is_not_taken_for_damage():
    with pytest.raises(ConnectionResetError, match="gone"):
        b"".join(decrypt_file(Breaking(sealed(CONTENT)), key=KEY, context=b"file:1"))


def test_each_file_has_another_key():
    assert new_file_key() != new_file_key()


def test_file_from_before_each_had_a_key_opens_after_a_rotation():
    target = io.BytesIO()
    stream = keyset(KeysetName.FILES).primitive.new_encrypting_stream(target, b"file:1")
    stream.write(CONTENT)
    stream.flush()
    old_close, target.close = target.close, lambda: None
    stream.close()
    rotate_keyset(KeysetName.FILES)

    assert opened(target.getvalue(), key=None) == CONTENT
    old_close()


@pytest.mark.slow
def test_large_file_does_not_fill_memory(tmp_path):
    (tmp_path / "plain").write_bytes(b"x" * 25_000_000)
    tracemalloc.start()
    with (tmp_path / "plain").open("rb") as source, (tmp_path / "sealed").open("wb") as target:
        stream = encrypted(source, key=KEY, context=b"c")
        while chunk := stream.read(65_536):
            target.write(chunk)
    size = sum(len(piece) for piece in decrypt_file((tmp_path / "sealed").open("rb"), key=KEY, context=b"c"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert size == 25_000_000
    assert peak < 2_500_000


def test_sealed_bytes_open_again():
    target, key = io.BytesIO(), new_file_key()
    sealing = Sealing(target, key=key, context=b"x")
    for piece in (b"ab", b"", b"c" * 100_000):
        sealing.write(piece)
    sealing.close()
    target.seek(0)

    assert b"".join(decrypt_file(target, key=key, context=b"x")) == b"ab" + b"c" * 100_000


def test_sealed_bytes_without_their_end_do_not_open():
    target, key = io.BytesIO(), new_file_key()
    Sealing(target, key=key, context=b"x").write(b"c" * 100_000)
    target.seek(0)

    with pytest.raises(DecryptionFailed):
        b"".join(decrypt_file(target, key=key, context=b"x"))
