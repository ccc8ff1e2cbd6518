"""Situations that can arise around notices. No message holds an address or a server's words."""


class NoticeError(Exception):
    """Base of the situations below."""


class NoticeNotSent(NoticeError):
    """The mail server could not be reached or did not take the notice for now; worth another try later."""


class NotOffered(NoticeError):
    """The portal has no such way, or the account nothing to be reached at by it."""


class VapidKeyUnusable(NoticeError):
    """PORTAL_VAPID_PRIVATE_KEY is no private key of the curve P-256."""


class SubscriptionUnusable(NoticeError):
    """What a browser has sent is no push subscription, or leads to a service that is not known."""
