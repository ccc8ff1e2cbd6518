"""Situations of leaving. No message holds personal data."""


class LeavingError(Exception):
    """Base of the situations below."""


class NoCopy(LeavingError):
    """There is no copy to download: none was asked for, it is not ready, or its time is over. Views answer 404."""


class WorksHere(LeavingError):
    """The account belongs to somebody who works for a jobcenter: the office ends that first."""
