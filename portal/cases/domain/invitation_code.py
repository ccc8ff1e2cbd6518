"""Link and code of an invitation, and the address it may be bound to. Only keyed hashes of them are ever stored."""

import secrets
import unicodedata
from typing import Final

from portal.crypto.services import blind_index, blind_index_candidates

ALPHABET: Final = "23456789BCDFGHJKMNPQRSTVWXZ"  # without 0/O and 1/I/L; without vowels: no words by chance
LENGTH: Final = 8  # signs out of 27: 38 bit, behind limits for account and network address
GROUP: Final = 4
_TOKEN_BYTES: Final = 24
_TOKEN: Final = "cases.invitation.token"  # noqa: S105 -- name of a column
_CODE: Final = "cases.invitation.code"
_EMAIL: Final = "cases.invitation.email"


def new_token() -> str:
    """What makes the link: 192 random bits, safe in an address."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_code() -> str:
    """A random code without dash, to be said aloud or typed."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def normalise_code(typed: str) -> str:
    """What was typed as it is hashed: capitals, nothing between the groups; "" when it cannot be a code."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    return plain if len(plain) == LENGTH and all(sign in ALPHABET for sign in plain) else ""


def group_code(code: str) -> str:
    """The code as it is shown: ``7KQ4-92FD``."""
    return f"{code[:GROUP]}-{code[GROUP:]}"


def token_index(token: str) -> str:
    """The keyed hash under which an invitation is stored."""
    return blind_index(token, purpose=_TOKEN)


def token_candidates(token: str) -> list[str]:
    """The keyed hashes under which it may be stored while keys are changing."""
    return blind_index_candidates(token, purpose=_TOKEN)


def code_index(code: str) -> str:
    """The keyed hash of a normalised code."""
    return blind_index(code, purpose=_CODE)


def code_candidates(code: str) -> list[str]:
    """As `token_candidates`."""
    return blind_index_candidates(code, purpose=_CODE)


def email_index(email: str) -> str:
    """The keyed hash of an e-mail address, the same for every spelling of it; "" for none."""
    plain = plain_email(email)
    return blind_index(plain, purpose=_EMAIL) if plain else ""


def is_email_of(email: str, index: str) -> bool:
    """Whether ``index`` was made of this address."""
    candidates = blind_index_candidates(plain_email(email), purpose=_EMAIL)
    return any(secrets.compare_digest(candidate, index) for candidate in candidates)


def plain_email(email: str) -> str:
    """An address in one spelling: lower case, composed letters (NFC), the host as it stands in the DNS (RFC 5890).

    "Jörg@MÜLLER.example" and "jörg@xn--mller-kva.example" are the same.
    """
    local, _at, host = unicodedata.normalize("NFC", email.strip()).casefold().rpartition("@")
    try:
        return f"{local}@{host.encode('idna').decode()}" if local else host
    except UnicodeError:  # no host that could exist; compared as it was typed
        return f"{local}@{host}"
