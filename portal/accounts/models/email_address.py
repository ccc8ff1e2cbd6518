"""One spelling for each e-mail address, so that nobody has two accounts by typing it differently."""

import unicodedata


def normal_email(value: str) -> str:
    """Return the address in lower case with its domain as DNS knows it (IDNA 2008 with UTS 46: ``xn--…``).

    ``Anna@MÜLLER.example`` and ``anna@xn--mller-kva.example`` are one. What is no domain stays as it is, in lower case.
    """
    local, at, domain = value.strip().lower().rpartition("@")
    if not at:
        return domain
    return f"{local}@{_ascii(domain)}"


def readable_email(value: str) -> str:
    """Return the address as people write it, with the umlauts of its domain."""
    local, at, domain = value.rpartition("@")
    if "xn--" not in domain:
        return value
    import idna  # noqa: PLC0415 -- 2 ms of every start, for few addresses

    try:
        return f"{local}{at}{idna.decode(domain)}"
    except idna.IDNAError:
        return value


def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    import idna  # noqa: PLC0415 -- as above

    try:
        return idna.encode(unicodedata.normalize("NFC", domain), uts46=True).decode()
    except idna.IDNAError:
        return domain
