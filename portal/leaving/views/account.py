"""Whose account it is."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """Return the account of the request. Raises PermissionDenied; views are behind LoginRequiredMiddleware."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user
