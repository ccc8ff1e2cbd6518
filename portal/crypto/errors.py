"""Situations that can arise around keys and sealed values. No message ever holds a value or a key."""


class CryptoError(Exception):
    """Base of the situations below."""


class DecryptionFailed(CryptoError):
    """The value was changed, cut, moved to another place, or its key is not in the keyset."""


class KeysetMissing(CryptoError):
    """A keyset file is not there or cannot be read; ``manage.py create_keysets --if-missing`` makes missing ones."""


class KeysetExists(CryptoError):
    """A keyset would have been overwritten, and with it everything encrypted under it."""


class KeyInUse(CryptoError):
    """A key would have been removed that something still needs; the text says what (labels and numbers only)."""


class KeyNeverRetired(CryptoError):
    """Nobody can tell what still hangs on the keys of this keyset."""


class ValueNotSealed(CryptoError):
    """A plain value was about to be written or searched in an encrypted column by a way that bypasses ``save()``."""
