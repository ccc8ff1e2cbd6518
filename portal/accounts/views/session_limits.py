"""Sessions end on the server: after a while without a request, and in any case after some hours."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from portal.accounts.domain.session_limits import IDLE, STARTED, idle_limit
from portal.accounts.enums import GUEST_STANDING
from portal.accounts.models import User
from portal.accounts.services.sessions import SessionStore
from portal.accounts.services.shared_computer import is_shared
from portal.accounts.views.device_cookie import set_device_cookie
from portal.accounts.views.session_bar import session_bar
from portal.ui.forms import autofill

if TYPE_CHECKING:
    from datetime import datetime


def start_clock(session: Any, user: User | None) -> None:
    """Somebody has signed in, or proved a guest's code: both limits begin to count."""
    session[STARTED] = int(timezone.now().timestamp())
    session[IDLE] = _limit(session, user)


def _limit(session: Any, user: User | None) -> int:
    return idle_limit(is_staff=user is not None and user.is_staff, is_shared=is_shared(session))


class SessionLimitsMiddleware:
    """Pushes the idle end back while somebody works. The end itself stands in the row that is read anyway.

    Costs no SQL but one write in a fifteenth of the idle limit. Requests without a session cookie pass untouched.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Keep the session alive, then answer."""
        session = signed_in_session(request)
        if session is not None and is_known(request, session):
            self._keep_alive(session, request.user if isinstance(request.user, User) else None)
        with autofill(forbidden=session is not None and is_shared(session)):
            response = self.get_response(request)
        set_device_cookie(request, response)
        return response

    @staticmethod
    def _keep_alive(session: SessionStore, user: User | None) -> None:
        wanted = _limit(session, user)
        if STARTED not in session:
            start_clock(session, user)
            session.save()  # so that the page that follows names the new end
        elif session[IDLE] != wanted:  # became staff a moment ago
            session[IDLE] = wanted
            session.save()
        session.extend()


def signed_in_session(request: HttpRequest) -> SessionStore | None:
    """The session if it is an account's or a guest's. Without a session cookie nothing is read."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    session = request.session
    if isinstance(session, SessionStore) and (SESSION_KEY in session or GUEST_STANDING in session):
        return session
    return None


def is_known(request: HttpRequest, session: SessionStore) -> bool:
    """Whether that somebody is there: the account is not blocked or gone, or a guest has proved a code."""
    return request.user.is_authenticated or (SESSION_KEY not in session and GUEST_STANDING in session)


def session_state(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``session_ends_at`` (None for who is not signed in) and ``session_bar``, the line with it."""
    session = signed_in_session(request)
    ends_at: datetime | None = session.ends_at if session is not None and is_known(request, session) else None
    return {"session_ends_at": ends_at, "session_bar": session_bar(ends_at)}
