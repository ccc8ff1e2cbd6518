"""Who is signed in: Django's middleware, with the account that came with the session."""

from django.contrib.auth import get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.accounts.models import User
from portal.accounts.services.sessions import SessionStore


class AccountMiddleware(AuthenticationMiddleware):
    """Sets ``request.user``, read when somebody asks. A page without a session cookie reads nothing."""

    def process_request(self, request: HttpRequest) -> None:
        """As Django does it; what is out of the ordinary is left to Django."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _account_of(request))  # type: ignore[assignment] # as Django's own


def _account_of(request: HttpRequest) -> User | AnonymousUser:
    session = request.session
    return (session.account() if isinstance(session, SessionStore) else None) or get_user(request)
