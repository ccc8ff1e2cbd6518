"""Situations of the postbox. No message holds social data."""


class MailboxError(Exception):
    """Base of the situations below."""


class StepNotAllowed(MailboxError):
    """A decision cannot go from where it stands to where it should, or not by this hand."""


class FileNotReady(MailboxError):
    """The file of a decision is still being checked, was refused or cannot be opened."""


class NotRetrievable(MailboxError):
    """A released decision whose file nobody could open now: no notice may go out. Worth another try later."""


class NoteMissing(MailboxError):
    """Nothing is given back without words that say why."""


class NotByPost(MailboxError):
    """It does not go by post, or not on that day."""
