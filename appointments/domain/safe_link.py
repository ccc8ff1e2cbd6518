"""Addresses on the internet that staff give to people: only such as nobody can be led astray with."""

from typing import Final
from urllib.parse import urlsplit

from appointments.errors import LinkNotSafe

LONGEST: Final = 500


def safe_link(text: str) -> str:
    """Return the address without spaces around it; "" for none.

    Only ``https``, with a name that has a dot, without account, port or signs that browsers read in two ways. Raises
    LinkNotSafe.
    """
    found = text.strip()
    if not found:
        return ""
    if len(found) > LONGEST or not found.isascii() or not found.isprintable() or set(found) & set(" \\<>\"'"):
        raise LinkNotSafe
    try:
        parts = urlsplit(found)
        is_plain = parts.username is None and parts.password is None and parts.port is None
    except ValueError:
        raise LinkNotSafe from None
    host = parts.hostname or ""
    has_name = "." in host.strip(".") and not host.replace(".", "").isdigit() and ":" not in host
    if parts.scheme != "https" or not is_plain or not has_name or "@" in parts.netloc:
        raise LinkNotSafe
    return found
