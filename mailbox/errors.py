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


class NothingToDo(MailboxError):
    """It is so already: nobody waits, or the conversation lies there already."""


class ReasonMissing(MailboxError):
    """Colleagues must be able to read why."""


class NotYet(MailboxError):
    """Something that has happened lies in the future."""


class TeamElsewhere(MailboxError):
    """The team belongs to another jobcenter than the case."""


class UnknownPlaceholder(MailboxError):
    """A text has words in braces that stand for nothing."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__("unknown placeholder")
        self.names = names


class AlreadyPublished(MailboxError):
    """A version that is in force never changes."""


class KeyTaken(MailboxError):
    """The office has a text with this short name already."""
