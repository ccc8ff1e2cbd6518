"""Codes of authenticator apps count once."""

import hashlib
from uuid import UUID

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from django.core.cache import cache


def claim_app_code(*, user_id: UUID, code: str) -> bool:
    """Whether this valid code of the account's app is used for the first time (RFC 6238, § 5.2).

    allauth remembers a code for one step of 30 seconds; with the tolerance it is valid for longer. Raises what the
    cache raises when it is away.
    """
    steps = 2 * app_settings.TOTP_TOLERANCE + 1
    return bool(cache.add(_key(user_id, code), 1, timeout=steps * app_settings.TOTP_PERIOD))


def is_app_code_used(*, user_id: UUID, code: str) -> bool:
    """Whether this code was right before and is used up. Raises what the cache raises when it is away."""
    return bool(cache.get(_key(user_id, code)))


def _key(user_id: UUID, code: str) -> str:
    """Hashed: what was typed may be long, or a password in the wrong field."""
    typed = hashlib.sha256(normalize_user_code(code).encode()).hexdigest()
    return f"accounts.app_code:{user_id}:{typed}"
