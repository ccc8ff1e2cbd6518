"""What signing up and signing in mean for a guest's visit in the same browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import signals as allauth_signals
from django.contrib import messages
from django.contrib.auth import signals as auth_signals
from django.utils.translation import gettext_lazy as _

from portal.cases.errors import AccountInThisCase, CodeNotValid
from portal.cases.selectors import actor_for_user
from portal.cases.services import join_account_of_guest
from portal.cases.views.guest_session import bind_wish_to, forget_guest, guest_standing_id, is_wish_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from portal.accounts.models import User

KEPT = _("Alles ist jetzt in Ihrem Konto. Den Code brauchen Sie nicht mehr.")
NOT_TAKEN_OVER = _(
    "In diesem Browser war ein Antrag ohne Konto offen. Er ist noch da, aber nicht in diesem Konto. Ist es Ihr Antrag? "
    "Dann geben Sie unter „Konto“ den Code dafür ein."
)


def connect_receivers() -> None:
    """Listen from now on; called once when Django starts."""
    allauth_signals.user_signed_up.connect(_bind, dispatch_uid="cases.guest.bind")
    auth_signals.user_logged_in.connect(_arrive, dispatch_uid="cases.guest.arrive")


def _bind(*, request: HttpRequest, user: User, **_signal: Any) -> None:
    if guest_standing_id(request) is not None:
        bind_wish_to(request, user.pk)


def _arrive(*, request: HttpRequest, user: User, **_signal: Any) -> None:
    """Somebody has signed in: the guest's visit ends. That may have been another person, so nothing comes unasked."""
    standing_id = guest_standing_id(request)
    if standing_id is None:
        return
    kept = is_wish_of(request, user.pk) and _join(user, standing_id)
    forget_guest(request)
    if hasattr(request, "_messages"):
        messages.add_message(request, messages.SUCCESS if kept else messages.INFO, KEPT if kept else NOT_TAKEN_OVER)


def _join(user: User, standing_id: UUID) -> bool:
    try:
        join_account_of_guest(actor=actor_for_user(user, purpose="guest_access"), standing_id=standing_id)
    except (CodeNotValid, AccountInThisCase):
        return False
    return True
