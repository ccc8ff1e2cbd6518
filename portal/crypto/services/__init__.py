"""Sealing of bytes and files, exact search without plain text, authentication codes, and the care of the keysets."""

from portal.crypto.services.files import decrypt_file, encrypt_file
from portal.crypto.services.index import blind_index, blind_index_candidates
from portal.crypto.services.keysets import create_missing_keysets, reencrypt_rows, rotate_keyset
from portal.crypto.services.values import authenticate, decrypt, encrypt, is_authentic

__all__ = [
    "authenticate",
    "blind_index",
    "blind_index_candidates",
    "create_missing_keysets",
    "decrypt",
    "decrypt_file",
    "encrypt",
    "encrypt_file",
    "is_authentic",
    "reencrypt_rows",
    "rotate_keyset",
]
