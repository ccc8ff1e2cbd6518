"""Files of any size, encrypted and decrypted while they flow: memory stays at one segment (4 KB) plus one read."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from portal.crypto.enums import KeysetName
from portal.crypto.models.keysets import keyset

CHUNK = 256 * 1024  # bytes read at once


def encrypt_file(source: BinaryIO, target: BinaryIO, *, context: bytes) -> int:
    """Encrypt everything ``source`` still holds into ``target``; returns the number of plain bytes.

    ``context`` says which file this is (its id) and is needed again to decrypt. Neither file is closed. When reading or
    writing fails, the error goes up and what lies in ``target`` cannot be decrypted, so a part never looks whole.
    """
    sink = _Sink(target)
    stream = keyset(KeysetName.FILES).primitive.new_encrypting_stream(sink, context)
    size = 0
    try:
        while chunk := source.read(CHUNK):
            stream.write(chunk)
            size += len(chunk)
        stream.close()
    except BaseException:
        sink.broken = True  # closing would write a valid last segment
        raise
    return size


def decrypt_file(source: BinaryIO, *, context: bytes) -> Iterator[bytes]:
    """The plain bytes in pieces, each verified before it is handed out; ``source`` is closed after the last.

    Raises DecryptionFailed: at once when the beginning is wrong (so before a response has begun), while iterating when
    a later piece was changed or the end is missing.
    """
    files = keyset(KeysetName.FILES)
    stream = files.attempt(lambda primitive: primitive.new_decrypting_stream(source, context))
    first = files.attempt(lambda _primitive: stream.read(CHUNK))
    return _pieces(source, stream, first)


def _pieces(source: BinaryIO, stream: Any, first: bytes) -> Iterator[bytes]:
    with source:
        piece = first
        while piece:
            yield piece
            piece = keyset(KeysetName.FILES).attempt(lambda _primitive: stream.read(CHUNK))


class _Sink(io.RawIOBase):
    """The target without its ``close``; swallows what comes after a failure."""

    def __init__(self, target: BinaryIO) -> None:
        super().__init__()
        self._target = target
        self.broken = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return len(data) if self.broken else self._target.write(data)
