"""The cookie by which an account knows a browser again. Never set on a computer that others use, too."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from portal.accounts.domain.device import LIFETIME, Acquaintance, account_hash, login_hash, read_device, with_account
from portal.accounts.models import User

_TO_REMEMBER = "_portal_device_of"


def devices_of(request: HttpRequest) -> tuple[Acquaintance, ...]:
    """The accounts that this browser's cookie names."""
    return read_device(request.COOKIES.get(settings.PORTAL_DEVICE_COOKIE_NAME, ""))


def knows_browser(request: HttpRequest, user: User) -> bool:
    """Whether the account has been signed in to with this browser, under its present password."""
    return any(entry.account == account_hash(user) for entry in devices_of(request))


def number_of_browser(request: HttpRequest, email: str) -> str:
    """Under which number this browser's attempts for an address count apart; empty for an unknown browser."""
    wanted = login_hash(email)
    return next((entry.number for entry in devices_of(request) if entry.login == wanted), "")


def remember_browser(request: HttpRequest, user: User) -> None:
    """Have the answer to this request carry the cookie."""
    setattr(request, _TO_REMEMBER, user)


def set_device_cookie(request: HttpRequest, response: HttpResponseBase) -> None:
    """Set what ``remember_browser`` asked for."""
    user = getattr(request, _TO_REMEMBER, None)
    if user is None:
        return
    response.set_cookie(
        settings.PORTAL_DEVICE_COOKIE_NAME,
        with_account(devices_of(request), user),
        max_age=LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
