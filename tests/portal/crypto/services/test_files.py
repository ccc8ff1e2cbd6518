import io
import os
import tracemalloc

import pytest

from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import decrypt_file, encrypt_file, rotate_keyset

SEGMENT = 4096
CONTENT = os.urandom(1_000_003)


def encrypted(content, context=b"file:1"):
    target = io.BytesIO()
    size = encrypt_file(io.BytesIO(content), target, context=context)
    assert size == len(content)
    return target.getvalue()


def opened(ciphertext, context=b"file:1"):
    return b"".join(decrypt_file(io.BytesIO(ciphertext), context=context))


@pytest.mark.parametrize("size", [0, 1, SEGMENT, SEGMENT * 3, len(CONTENT)])
def test_file_of_any_size_is_read_back(size):
    assert opened(encrypted(CONTENT[:size])) == CONTENT[:size]


def test_file_grows_by_less_than_one_percent():
    assert len(encrypted(CONTENT)) < len(CONTENT) * 1.01


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
        opened(damage(encrypted(CONTENT)))


def test_wrong_file_is_refused_before_the_first_byte():
    ciphertext = encrypted(CONTENT, context=b"file:1")

    with pytest.raises(DecryptionFailed):
        decrypt_file(io.BytesIO(ciphertext), context=b"file:2")


def test_target_stays_open_and_source_is_closed_at_the_end():
    target = io.BytesIO()
    encrypt_file(io.BytesIO(CONTENT), target, context=b"c")
    assert not target.closed
    target.seek(0)
    assert b"".join(decrypt_file(target, context=b"c")) == CONTENT
    assert target.closed


def test_source_that_breaks_leaves_nothing_that_opens():
    class Breaking(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 500_000:
                raise OSError("gone")
            return super().read(size)

    target = io.BytesIO()
    with pytest.raises(OSError, match="gone"):
        encrypt_file(Breaking(CONTENT), target, context=b"file:1")

    with pytest.raises(DecryptionFailed):
        opened(target.getvalue())


def test_file_from_before_a_rotation_opens():
    old = encrypted(CONTENT)
    rotate_keyset("files")
    new = encrypted(CONTENT)

    assert opened(old) == CONTENT
    assert opened(new) == CONTENT


@pytest.mark.slow
def test_large_file_does_not_fill_memory(tmp_path):
    (tmp_path / "plain").write_bytes(b"x" * 25_000_000)
    tracemalloc.start()
    with (tmp_path / "plain").open("rb") as source, (tmp_path / "sealed").open("wb") as target:
        encrypt_file(source, target, context=b"c")
    size = sum(len(piece) for piece in decrypt_file((tmp_path / "sealed").open("rb"), context=b"c"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert size == 25_000_000
    assert peak < 2_500_000
