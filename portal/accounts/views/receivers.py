"""From the signals of a request (Django, allauth) to the audit trail, the session and the device cookie."""

import time
from typing import Any

from allauth.account import signals as allauth_signals
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as social_signals
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth_signals
from django.db.models.signals import pre_save
from django.dispatch import Signal
from django.http import HttpRequest

from portal.accounts import events
from portal.accounts.models import User
from portal.accounts.models.email_address import normal_email
from portal.accounts.services import record_account_event, record_failed_sign_in
from portal.accounts.services.kept_form import forget_unless_of
from portal.accounts.services.shared_computer import is_shared
from portal.accounts.views.device_cookie import remember_browser
from portal.accounts.views.session_limits import start_clock
from portal.accounts.views.step_up import SIGNED_IN_AT
from portal.audit.events import EventType

USER_SIGNALS: tuple[tuple[Signal, EventType], ...] = (
    (auth_signals.user_logged_in, events.SIGNED_IN),
    (auth_signals.user_logged_out, events.SIGNED_OUT),
    (allauth_signals.user_signed_up, events.ACCOUNT_CREATED),
    (allauth_signals.password_changed, events.PASSWORD_CHANGED),
    (allauth_signals.password_set, events.PASSWORD_CHANGED),
    (allauth_signals.password_reset, events.PASSWORD_RESET),
    (mfa_signals.authenticator_added, events.SECOND_FACTOR_ADDED),
    (mfa_signals.authenticator_removed, events.SECOND_FACTOR_REMOVED),
    (mfa_signals.authenticator_reset, events.RECOVERY_CODES_RENEWED),
)
FAILURES: tuple[Signal, ...] = (auth_signals.user_login_failed, mfa_signals.authentication_failed)


def connect_receivers() -> None:
    """Listen from now on; called once when Django starts."""
    for signal, event in USER_SIGNALS:
        signal.connect(_recorder(event), weak=False, dispatch_uid=f"accounts.{event.code}")
    for signal in FAILURES:
        signal.connect(_record_failure, dispatch_uid="accounts.sign_in_failed")
    auth_signals.user_logged_in.connect(_note_when, dispatch_uid="accounts.signed_in_at")
    allauth_signals.authentication_step_completed.connect(_record_step_up, dispatch_uid="accounts.stepped_up")
    mfa_signals.authenticator_added.connect(_note_factor, dispatch_uid="accounts.factor_shown")
    mfa_signals.authenticator_used.connect(_tell_of_recovery_code, dispatch_uid="accounts.recovery_code_used")
    auth_signals.user_logged_in.connect(_begin_session, dispatch_uid="accounts.session_begun")
    for changed in (allauth_signals.password_changed, allauth_signals.password_set):
        changed.connect(_know_browser_again, dispatch_uid="accounts.browser_known_again")
    pre_save.connect(_spell_address, sender=EmailAddress, dispatch_uid="accounts.one_spelling")
    pre_save.connect(_forget_network_address, sender=UserSession, dispatch_uid="accounts.no_network_address")
    allauth_signals.email_changed.connect(_record_changed_email, dispatch_uid="accounts.email_changed")
    allauth_signals.email_confirmed.connect(_record_confirmed_email, dispatch_uid="accounts.email_confirmed")
    social_signals.social_account_added.connect(_record_connected, dispatch_uid="accounts.identity_connected")
    social_signals.social_account_removed.connect(_record_disconnected, dispatch_uid="accounts.identity_disconnected")


def _recorder(event: EventType) -> Any:
    def receive(*, user: User | None = None, **_signal: Any) -> None:
        if user is not None:  # signing out without having been signed in
            record_account_event(user=user, event=event)

    return receive


def _note_when(*, request: HttpRequest, **_signal: Any) -> None:
    request.session[SIGNED_IN_AT] = time.time()


def _record_step_up(*, user: User, reauthenticated: bool = False, **_signal: Any) -> None:
    if reauthenticated:
        record_account_event(user=user, event=events.STEPPED_UP)


def _note_factor(*, request: HttpRequest, user: User, authenticator: Authenticator, **_signal: Any) -> None:
    """Who has just set up a factor has used it: the code was checked, the passkey has answered."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def _tell_of_recovery_code(*, user: User, authenticator: Authenticator, **_signal: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record_account_event(user=user, event=events.RECOVERY_CODE_USED)
        get_adapter().send_notification_mail("mfa/email/recovery_code_used", user)


def _record_failure(**_signal: Any) -> None:
    record_failed_sign_in(event=events.SIGN_IN_FAILED)


def _record_changed_email(*, user: User, from_email_address: Any, **_signal: Any) -> None:
    if from_email_address is not None:  # sent for the first address of a new account, too
        record_account_event(user=user, event=events.EMAIL_CHANGED)


def _record_confirmed_email(*, email_address: Any, **_signal: Any) -> None:
    record_account_event(user=email_address.user, event=events.EMAIL_CONFIRMED)


def _record_connected(*, sociallogin: Any, **_signal: Any) -> None:
    record_account_event(user=sociallogin.user, event=events.IDENTITY_CONNECTED)


def _record_disconnected(*, socialaccount: Any, **_signal: Any) -> None:
    record_account_event(user=socialaccount.user, event=events.IDENTITY_DISCONNECTED)


def _begin_session(*, request: HttpRequest, user: User, **_signal: Any) -> None:
    start_clock(request.session, user)
    forget_unless_of(request.session, user.pk)


def _know_browser_again(*, request: HttpRequest, user: User, **_signal: Any) -> None:
    """The cookie holds for one password; who has just changed it sits at this browser."""
    if not is_shared(request.session):
        remember_browser(request, user)


def _spell_address(*, instance: Any, **_signal: Any) -> None:
    """Let the table of allauth and ours agree, wherever an address comes from."""
    instance.email = normal_email(instance.email)


def _forget_network_address(*, instance: Any, **_signal: Any) -> None:
    """Nobody needs it afterwards, so it is not stored."""
    instance.ip = "0.0.0.0"  # noqa: S104 -- the column wants one
