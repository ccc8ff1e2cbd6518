"""Reference numbers that survive a telephone call: no lookalikes, a check character, two short groups.

``MK-7KQ4-92FD``: two letters of the jobcenter, seven random characters, one check character. 31 characters are a prime
number, so the weighted sum modulo 31 finds every single wrong character and every swap of two neighbours.
"""

import secrets
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0/O and 1/I/L
DRAWN: Final = "23456789BCDFGHJKMNPQRSTVWXZ"  # no vowels: no words by chance
BODY: Final = 7
FALLBACK_PREFIX: Final = "JC"
_UNWANTED: Final = ("88", "HH", "HJ", "KZ", "NS", "SA", "SS")  # also refused on number plates
# Telephone alphabet of DIN 5009 (2022): names of towns
_SPOKEN: Final = {
    "A": "Aachen", "B": "Berlin", "C": "Chemnitz", "D": "Düsseldorf", "E": "Essen", "F": "Frankfurt", "G": "Goslar",
    "H": "Hamburg", "I": "Ingelheim", "J": "Jena", "K": "Köln", "L": "Leipzig", "M": "München", "N": "Nürnberg",
    "O": "Offenbach", "P": "Potsdam", "Q": "Quickborn", "R": "Rostock", "S": "Salzwedel", "T": "Tübingen",
    "U": "Unna", "V": "Völklingen", "W": "Wuppertal", "X": "Xanten", "Y": "Ypsilon", "Z": "Zwickau",
    "2": "zwei", "3": "drei", "4": "vier", "5": "fünf", "6": "sechs", "7": "sieben", "8": "acht", "9": "neun",
}  # fmt: skip


def new_reference(slug: str = "") -> str:
    """A random reference number for a jobcenter with this slug, "JC-…" without one. Uniqueness is the database's."""
    prefix = prefix_of(slug)
    while True:
        body = "".join(secrets.choice(DRAWN) for _position in range(BODY))
        code = body + check_character(prefix + body)
        if not any(unwanted in code for unwanted in _UNWANTED):
            return f"{prefix}-{code[:4]}-{code[4:]}"


def prefix_of(slug: str) -> str:
    """Two letters: "jobcenter-muster-kreis" gives MK, "jobcenter-musterstadt" gives MU, "" gives JC."""
    words = [word for word in slug.upper().split("-") if word.isascii() and word.isalpha() and word != "JOBCENTER"]
    letters = words[0][0] + words[1][0] if len(words) > 1 else "".join(words)[:2]
    return letters if len(letters) == 2 and letters not in _UNWANTED else FALLBACK_PREFIX  # noqa: PLR2004 -- two letters


def check_character(text: str) -> str:
    """The character that makes the weighted sum of ``text`` right; letters outside the alphabet count as their code."""
    total = sum((position + 2) * _value(sign) for position, sign in enumerate(text))
    return ALPHABET[total % len(ALPHABET)]


def is_well_formed(reference: str) -> bool:
    """Whether a reference number, in any spelling with or without dashes, has the right check character."""
    plain = "".join(reference.upper().replace("-", " ").split())
    return len(plain) == BODY + 3 and plain.isascii() and plain.isalnum() and check_character(plain[:-1]) == plain[-1]


def spoken(reference: str) -> str:
    """How to say it on the telephone: "München, Köln – sieben, Köln, …"; the groups are kept apart by dashes."""
    return " – ".join(", ".join(_SPOKEN.get(sign, sign) for sign in group) for group in reference.split("-"))


def _value(sign: str) -> int:
    return ALPHABET.index(sign) if sign in ALPHABET else ord(sign)
