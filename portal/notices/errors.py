"""Situations that can arise around notices. No message holds an address or a server's words."""


class NoticeError(Exception):
    """Base of the situations below."""


class NoticeNotSent(NoticeError):
    """The mail server could not be reached or did not take the notice for now; worth another try later."""


class NotOffered(NoticeError):
    """The portal has no such way, or the account nothing to be reached at by it."""
