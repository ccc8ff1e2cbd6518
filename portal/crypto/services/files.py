"""Files of any size, encrypted and decrypted while they flow: memory stays at one segment plus one read.

Each file has a key of its own (``new_file_key``): AES-256-GCM in segments of 4 KB under a key derived by HKDF. Measured
with 100 MB on two cores: docs/adr/0015-file-keys.md.
"""

import functools
import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TypeVar

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models.keysets import keyset

CHUNK = 256 * 1024  # bytes read at once

Result = TypeVar("Result")


def new_file_key() -> bytes:
    """A fresh key for one file: a Tink keyset of 130 bytes, to be kept in a ``FileKeyField`` only."""
    import tink  # noqa: PLC0415 -- slow import
    from tink import proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    handle = tink.new_keyset_handle(_streaming_aead().streaming_aead_key_templates.AES256_GCM_HKDF_4KB)
    return bytes(proto_keyset_format.serialize(handle, secret_key_access.TOKEN))


def encrypted(source: BinaryIO, *, key: bytes, context: bytes) -> BinaryIO:
    """Everything ``source`` still holds as something to read the ciphertext from; it is made while it is read.

    ``context`` says which file this is (its id) and is needed again to decrypt. ``source`` is not closed. When reading
    it fails, the error goes up and nothing more can be read, so a part never looks whole.
    """
    return _Encrypting(source, _primitive(key), context)  # type: ignore[return-value] # what of BinaryIO is used


class Sealing:
    """Ciphertext that is made as plain bytes arrive, where nobody can be asked for more of them."""

    def __init__(self, target: BinaryIO, *, key: bytes, context: bytes) -> None:
        """``target`` is written to and stays open."""
        self._target = target
        self._sink = _Sink()
        self._stream = _primitive(key).new_encrypting_stream(self._sink, context)

    def write(self, data: bytes) -> None:
        """Add plain bytes."""
        self._stream.write(data)
        self._hand_on()

    def close(self) -> None:
        """Write the end; only then the whole can be decrypted."""
        self._stream.close()
        self._hand_on()

    def _hand_on(self) -> None:
        self._target.write(self._sink.made)
        self._sink.made.clear()


def decrypt_file(source: BinaryIO, *, key: bytes | None, context: bytes) -> Iterator[bytes]:
    """The plain bytes in pieces, each verified before it is handed out; ``source`` is closed after the last.

    ``key``: None for files from before each had one. Raises DecryptionFailed: at once when the beginning is wrong (so
    before a response has begun), while iterating when a later piece was changed or the end is missing. Errors of
    reading ``source`` go up as they are.
    """
    watched = _Watched(source)
    try:
        primitive = keyset(KeysetName.FILES).primitive if key is None else _primitive(key)
        stream = watched.attempt(lambda: primitive.new_decrypting_stream(watched, context))
        first = watched.attempt(lambda: stream.read(CHUNK))
    except BaseException:
        source.close()
        raise
    return _pieces(watched, stream, first)


def _pieces(watched: "_Watched", stream: Any, first: bytes) -> Iterator[bytes]:
    with watched:
        piece = first
        while piece:
            yield piece
            piece = watched.attempt(lambda: stream.read(CHUNK))


def _primitive(key: bytes) -> Any:
    import tink  # noqa: PLC0415 -- slow import
    from tink import proto_keyset_format, secret_key_access  # noqa: PLC0415 -- slow import

    kind = _streaming_aead().StreamingAead
    try:
        return proto_keyset_format.parse(key, secret_key_access.TOKEN).primitive(kind)
    except tink.TinkError:
        raise DecryptionFailed(KeysetName.FILE_KEYS) from None


@functools.cache
def _streaming_aead() -> Any:
    """Tink's kind of key for files, made known to Tink once per process: that costs more than a small file."""
    from tink import streaming_aead  # noqa: PLC0415 -- slow import

    streaming_aead.register()
    return streaming_aead


class _Encrypting(io.RawIOBase):
    """Pulls plain bytes through Tink, whose streams can only be pushed."""

    def __init__(self, source: BinaryIO, primitive: Any, context: bytes) -> None:
        super().__init__()
        self._source = source
        self._sink = _Sink()
        self._stream = primitive.new_encrypting_stream(self._sink, context)
        self._state = "open"  # then "complete" or "broken"

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while self._state != "complete" and not 0 <= size <= len(self._sink.made):
            self._go_on()
        end = len(self._sink.made) if size < 0 else size
        piece = bytes(memoryview(self._sink.made)[:end])
        del self._sink.made[:end]
        return piece

    def readinto(self, buffer: Any) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def _go_on(self) -> None:
        if self._state == "broken":
            raise OSError("the source broke off")
        state, self._state = self._state, "broken"
        if chunk := self._source.read(CHUNK):
            self._stream.write(chunk)
        else:
            self._stream.close()
            state = "complete"
        self._state = state


class _Sink(io.RawIOBase):
    """Where Tink's stream leaves the ciphertext until it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.made = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.made += data
        return len(data)


class _Watched(io.RawIOBase):
    """The source; remembers why it could not be read. Tink turns every error into one of its own."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self.source = source
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            return self.source.read(size)
        except Exception as error:
            self._error = error
            raise

    def close(self) -> None:
        """With the source: Tink closes this one when nobody reads on."""
        self.source.close()
        super().close()

    def attempt(self, work: Callable[[], Result]) -> Result:
        """``work`` with Tink. Raises the error of the source, else DecryptionFailed without a cause."""
        import tink  # noqa: PLC0415 -- slow import

        try:
            return work()
        except tink.TinkError:
            raise self._error or DecryptionFailed("file") from None
