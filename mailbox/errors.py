"""Situations that can arise in the postbox. No message holds content."""


class MailboxError(Exception):
    """Base of the situations below."""


class NoSuchStep(MailboxError):
    """The table of steps has no such step, or not for this role. All three facts are impersonal."""

    def __init__(self, from_status: str, to_status: str, role: str) -> None:
        """Keep the three facts."""
        super().__init__(f"{from_status} -> {to_status} as {role}")
        self.from_status = from_status
        self.to_status = to_status
        self.role = role


class RequestNotOpen(MailboxError):
    """The request is a draft still, settled, or taken back: nothing can be answered or changed in this way."""


class RequestIncomplete(MailboxError):
    """A request without anything that is asked for cannot be sent."""


class ItemNotThere(MailboxError):
    """The item belongs to another request, or nobody has this code; views answer 404."""


class NothingSaid(MailboxError):
    """An answer without papers, or without the words that it needs."""


class TextTooLong(MailboxError):
    """More signs than a message may have; ``signs`` says how many there are. The draft keeps them all."""

    def __init__(self, signs: int) -> None:
        super().__init__(f"{signs} signs")
        self.signs = signs


class PaperNotThere(MailboxError):
    """A paper was removed meanwhile, belongs to another case, or is none of the person's."""


class WordsMissing(MailboxError):
    """The person must be told why, in words: a reason or a reply is missing."""


class DayNotPossible(MailboxError):
    """A deadline or a wish for more time must be a day that is still to come."""


class NoDeadline(MailboxError):
    """A hint has no deadline, so there is none to extend."""


class NothingToSend(MailboxError):
    """Neither words nor files. What was typed before stays in the draft."""


class StepNotAllowed(MailboxError):
    """A decision cannot go from where it stands to where it should, or not by this hand."""


class FileNotReady(MailboxError):
    """The file of a decision is still being checked, was refused or cannot be opened."""


class FileIsActive(MailboxError):
    """The file of a decision does something by itself when it is opened: nobody should get it as it is."""


class NotRetrievable(MailboxError):
    """A released decision whose file nobody could open now: no notice may go out. Worth another try later."""


class NoteMissing(MailboxError):
    """Nothing is given back without words that say why."""


class NotByPost(MailboxError):
    """It does not go by post, or not on that day."""


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
