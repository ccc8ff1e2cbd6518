"""Sealing of bytes and files, exact search without plain text, authentication codes, and the care of the keysets."""

from portal.crypto.services.files import Sealing, decrypt_file, encrypted, new_file_key
from portal.crypto.services.index import blind_index, blind_index_candidates
from portal.crypto.services.index_columns import index_holding
from portal.crypto.services.keysets import create_missing_keysets, rotate_keyset
from portal.crypto.services.moving import holdings_of, is_freshly_rotated, move_to_newest_key, retire_old_keys
from portal.crypto.services.values import authenticate, decrypt, encrypt, is_authentic

__all__ = [
    "Sealing",
    "authenticate",
    "blind_index",
    "blind_index_candidates",
    "create_missing_keysets",
    "decrypt",
    "decrypt_file",
    "encrypt",
    "encrypted",
    "holdings_of",
    "index_holding",
    "is_authentic",
    "is_freshly_rotated",
    "move_to_newest_key",
    "new_file_key",
    "retire_old_keys",
    "rotate_keyset",
]
