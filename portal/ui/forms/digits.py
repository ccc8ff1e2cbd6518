"""Digits of every script: keyboards for Arabic, Persian or Bengali have their own, also for amounts and dates."""

from unicodedata import decimal

_SEPARATORS = str.maketrans({"٫": ",", "٬": "'"})  # U+066B before decimals, U+066C between thousands


def latin_digits(text: str) -> str:
    """Return the text with its decimal digits as 0 to 9 and Arabic separators as comma and apostrophe."""
    if text.isascii():
        return text
    return "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in text.translate(_SEPARATORS))
