"""What the session remembers between the pages of an access letter: which letter, which address, which code."""

# mypy: allow-subclassing-any
# (allauth ships no types)

import time
from typing import Any
from uuid import UUID

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from django.http import HttpRequest

from portal.accounts.services import is_address_taken
from portal.cases.models import AccessLetter
from portal.cases.selectors import letter_in_hand

LETTER = "access_letter"
EMAIL = "access_letter_email"
TIME_TO_CHOOSE = 30 * 60  # seconds from the code of the letter to the new password


def remember_letter(request: HttpRequest, letter: AccessLetter) -> None:
    """Begin: the letter was presented. The session gets a new key, and what was begun before is forgotten."""
    request.session.cycle_key()
    request.session.pop(EMAIL, None)
    request.session[LETTER] = {"id": str(letter.pk), "at": time.time()}


def remembered_letter(request: HttpRequest) -> AccessLetter | None:
    """The letter of this browser, as long as it is usable and not more than half an hour has gone by."""
    state = request.session.get(LETTER)
    if not state or time.time() - state["at"] > TIME_TO_CHOOSE:
        return None
    return letter_in_hand(UUID(state["id"]))


def forget_letter(request: HttpRequest) -> None:
    """End: nothing of it stays in the browser's session."""
    request.session.flush()


class AddressCheck(AbstractCodeVerificationProcess):
    """A code by e-mail for an address that no account has yet.

    An address of another account gets an e-mail that says so, and the page looks the same: no code will fit.
    """

    def __init__(self, request: HttpRequest, state: dict[str, Any]) -> None:
        """Take up what the session holds."""
        self.request = request
        super().__init__(
            state=state,
            max_attempts=app_settings.EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT,
        )

    @classmethod
    def begin(cls, request: HttpRequest, letter: AccessLetter, email: str) -> "AddressCheck":
        """Send a code to ``email``. Raises what the mail server raises."""
        check = cls(request, cls.initial_state(None, email))
        check.state["taken"] = is_address_taken(email, by_other_than=letter.person.user)
        check.send()
        check.persist()
        return check

    @classmethod
    def resume(cls, request: HttpRequest) -> "AddressCheck | None":
        """What was begun in this browser and is not too old."""
        state = request.session.get(EMAIL)
        return cls(request, state).abort_if_invalid() if state else None

    @property
    def email(self) -> str:
        """The address in question."""
        return str(self.state["email"])

    @property
    def is_confirmed(self) -> bool:
        """Whether its code was entered."""
        return bool(self.state.get("confirmed"))

    @property
    def can_resend(self) -> bool:
        """The limit that holds for all codes by e-mail."""
        return not self.is_resend_quota_reached(app_settings.EMAIL_VERIFICATION_MAX_RESEND_COUNT)

    def send(self) -> None:
        """A new code each time."""
        adapter = get_adapter(self.request)
        self.state["code"] = adapter.generate_email_verification_code()
        if self.state["taken"]:
            adapter.send_account_already_exists_mail(self.email)
        else:
            adapter.send_mail("account/email/email_confirmation", self.email, {"code": self.code})

    def resend(self) -> None:
        """Send another one, counted."""
        self.record_resend()
        self.send()
        self.persist()

    def try_code(self, typed: str) -> bool:
        """Whether ``typed`` is the code; a wrong one is counted, the last one ends it all."""
        digits = "".join(sign for sign in self.code if sign.isdigit())
        if typed != digits or self.state["taken"]:
            self.record_invalid_attempt()
            return False
        self.state["confirmed"] = True
        self.persist()
        return True

    def persist(self) -> None:
        """Into the session."""
        self.request.session[EMAIL] = self.state

    def abort(self) -> None:
        """Out of the session."""
        self.request.session.pop(EMAIL, None)
