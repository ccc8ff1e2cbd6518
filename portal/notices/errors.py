"""Situations that can arise when a notice is sent. No message holds an address or a server's words."""


class NoticeError(Exception):
    """Base of the situations below."""


class NoticeNotSent(NoticeError):
    """The mail server could not be reached or did not take the notice for now; worth another try later."""
