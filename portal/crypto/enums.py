"""Names of the keysets."""

from enum import StrEnum


class KeysetName(StrEnum):
    """One keyset per use, so that each can be rotated alone and a leaked one opens nothing else."""

    FIELDS = "fields"  # AES-256-GCM: single values in the database
    FILES = "files"  # streaming AES-256-GCM: files from before each had a key of its own; only read
    FILE_KEYS = "file_keys"  # AES-256-GCM: wraps the key of each file, which lies in the file's row
    INDEX = "index"  # HMAC-SHA-256 as a pseudo-random function: exact search without plain text
    SEALS = "seals"  # HMAC-SHA-256: proves that an audit anchor is ours
