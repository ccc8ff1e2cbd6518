"""Django's SMTP, keeping what the server said when it took an e-mail: the proof that it left the house."""

import re
import smtplib
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

LONGEST = 80
TAKEN = 250  # RFC 5321, 4.2.3: from now on the server answers for it
QUEUED = re.compile(r"(?:queued as|queue-id:?|id=|InternalId=)\s*<?([\w.+/-]+)", re.IGNORECASE)
ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")  # RFC 3463
NUMBER = re.compile(r"[\w.-]{6,}")


def kept_of_reply(code: int, words: bytes | str) -> str:
    """Return code and queue number of a reply (RFC 5321, 4.2), never an address or other words.

    ``250 2.0.0 Ok: queued as 4F1B2C`` → ``250 2.0.0 4F1B2C``. Without a known form: the first long word with a digit.
    """
    text = words.decode("ascii", "replace") if isinstance(words, bytes) else words
    plain = [word for word in text.split() if "@" not in word]
    said = " ".join(plain)
    enhanced = ENHANCED.search(said)
    found = QUEUED.search(said)
    number = found[1] if found else next((word for word in plain if _looks_like_a_number(word)), "")
    return " ".join(filter(None, [str(code), enhanced[0] if enhanced else "", number]))[:LONGEST]


def _looks_like_a_number(word: str) -> bool:
    is_number = bool(NUMBER.fullmatch(word)) and any(letter.isdigit() for letter in word)
    return is_number and not ENHANCED.fullmatch(word)


class _Listening:
    """Of a connection: ``accepted`` is what was said to the last e-mail that the server took."""

    accepted = ""

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send the e-mail itself."""
        code, words = super().data(msg)  # type: ignore[misc] # mixed into smtplib's classes
        if code == TAKEN:
            self.accepted = kept_of_reply(code, words)
        return code, words


class ListeningSMTP(_Listening, smtplib.SMTP):
    """Plain or STARTTLS."""


class ListeningSMTPOverTLS(_Listening, smtplib.SMTP_SSL):
    """TLS from the first byte."""


class ReplyingBackend(EmailBackend):
    """``reply``: what the server said when it took the last e-mail, empty if it did not take it."""

    reply = ""

    @property
    def connection_class(self) -> Any:
        """The connection that listens."""
        return ListeningSMTPOverTLS if self.use_ssl else ListeningSMTP

    def close(self) -> None:
        """Keep the reply first: a server that is gone before "QUIT" has taken the e-mail all the same."""
        if self.connection is not None:
            self.reply = self.connection.accepted  # type: ignore[attr-defined] # ours, see connection_class
        super().close()
