"""Whether a session runs on a computer that others use, too. Every way to sign in may say so beforehand."""

from django.contrib.sessions.backends.base import SessionBase

from portal.accounts.domain.session_limits import SHARED


def mark_shared(session: SessionBase, *, is_shared: bool) -> None:
    """Note what was said before signing in; the note survives the steps until then (codes, second factors)."""
    if is_shared:
        session[SHARED] = True
    else:
        session.pop(SHARED, None)


def is_shared(session: SessionBase) -> bool:
    """Whether it was said."""
    return bool(session.get(SHARED))
