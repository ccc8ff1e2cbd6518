"""Situations that can arise in the postbox. No message holds content."""


class MailboxError(Exception):
    """Base of the situations below."""


class NothingToSend(MailboxError):
    """Neither words nor files. What was typed before stays in the draft."""


class TextTooLong(MailboxError):
    """More signs than a message may have; ``signs`` says how many there are. The draft keeps them all."""

    def __init__(self, signs: int) -> None:
        super().__init__(f"{signs} signs")
        self.signs = signs
