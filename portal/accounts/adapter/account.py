"""Sign-in with an account of the portal itself."""

# mypy: allow-subclassing-any
# (allauth ships no types)

import io
from typing import Any, ClassVar
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.domain.factor_secrets import open_secret, seal_secret
from portal.accounts.models import User
from portal.accounts.models.email_address import normal_email
from portal.accounts.selectors import staff_membership
from portal.accounts.services.device import announce_new_device
from portal.accounts.services.shared_computer import is_shared
from portal.accounts.views.device_cookie import knows_browser, remember_browser
from portal.accounts.views.limits import SIGN_IN, Usage, attempt, forgive
from portal.accounts.views.step_up import Way, further_ways, has_stepped_up

WAYS_TO_CONFIRM = {
    "reauthenticate": _("Mit Ihrem Passwort"),
    "mfa_reauthenticate": _("Mit einem Code aus Ihrer App oder einem Ersatzcode"),
    "mfa_reauthenticate:webauthn": _("Mit Ihrem Passkey"),
}


class SignInBackend(AuthenticationBackend):
    """allauth's sign-in."""

    @classmethod
    def _stash_user(cls, user: User | None) -> User | None:  # noqa: ARG003 -- allauth's signature
        """Remember nobody: a blocked account is refused like a wrong password, or the answer would tell of it."""
        return None


class PortalAccountAdapter(DefaultAccountAdapter):
    """Says what went wrong in plain words, and sends e-mails without personal data."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dieses Konto ist gesperrt. Bitte rufen Sie uns an."),
        "duplicate_email": _("Diese E-Mail-Adresse gehört schon zu Ihrem Konto. Bitte geben Sie eine andere ein."),
        "email_password_mismatch": _(
            "E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides oder melden Sie sich mit einem "
            "Code an. Klappt beides nicht? Dann rufen Sie uns bitte an."
        ),
        "enter_current_password": _("Das jetzige Passwort stimmt nicht. Bitte geben Sie es noch einmal ein."),
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern in unserer letzten E-Mail."),
        "incorrect_password": _("Das Passwort stimmt nicht. Bitte geben Sie es noch einmal ein."),
        "too_many_login_attempts": _(
            "Das waren zu viele Versuche. Zu Ihrem Schutz machen wir eine Pause. Bitte versuchen Sie es in ein paar "
            "Minuten noch einmal. Oder melden Sie sich anders an: mit Passwort oder mit einem Code."
        ),
        "rate_limited": _("Das war sehr schnell hintereinander. Bitte warten Sie eine Minute."),
        "same_as_current": _("Das ist die gleiche E-Mail-Adresse wie bisher. Bitte geben Sie eine andere ein."),
    }

    def get_login_stages(self) -> list[str]:
        """Those of allauth, with our second step."""
        ours = {"allauth.mfa.stages.AuthenticateStage": "portal.accounts.adapter.second_step.SecondStepStage"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where who came from nowhere begins: members of staff at their desk, everybody else at the start page."""
        if staff_membership(request.user) is not None:
            return reverse("desk:index")
        return str(super().get_login_redirect_url(request))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of the texts in ``templates/account/email``. Raises what the mail server raises."""
        self.render_mail(template_prefix, email, {**context, "portal_address": settings.PORTAL.base_url}).send()

    def render_mail(self, *args: Any, **kwargs: Any) -> EmailMessage:
        """Mark the e-mail as automatic (RFC 3834), so that absence notes do not answer it."""
        message: EmailMessage = super().render_mail(*args, **kwargs)
        message.extra_headers["Auto-Submitted"] = "auto-generated"
        return message

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[Way]:
        """The ways to confirm who one is (`portal.accounts.views.step_up`), the first being the usual one."""
        ways = super().get_reauthentication_methods(user)
        known = [Way(id=way["id"], description=WAYS_TO_CONFIRM[way["id"]], url=way["url"]) for way in ways]
        return [*known, *further_ways(user)]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Let allauth accept what `step_up_required` accepts."""
        return super().is_reauthentication_required(app=app, **kwargs) and not has_stepped_up(self.request)

    def clean_email(self, email: str) -> str:
        """One spelling for each address, wherever allauth gets it from."""
        return normal_email(email)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt by our limits; allauth gives it back when the password was right."""
        self._login_failed_rl_usage: Usage | None = attempt(request, SIGN_IN, credentials.get("email", ""))
        if self._login_failed_rl_usage is None:
            raise self.validation_error("too_many_login_attempts")

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        """After a new password by code: forget the wrong attempts."""
        forgive(request, credentials.get("email", ""))

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, however it was proved. An unknown browser is told by e-mail, but for the very first sign-in."""
        is_first, is_known = user.last_login is None, knows_browser(request, user)
        super().login(request, user)
        if not is_known and not is_first:
            announce_new_device(user=user)
        if not is_shared(request.session):
            remember_browser(request, user)


class PortalMFAAdapter(DefaultMFAAdapter):
    """Second factors: secrets encrypted, passkeys bound to the portal's public address, plain words."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Für Ihre Arbeit in der Verwaltung brauchen Sie einen zweiten Faktor. Richten Sie zuerst einen anderen ein."
        ),
        "cannot_generate_recovery_codes": _("Ersatzcodes gibt es nur zu einer App oder einem Passkey."),
        "code_used": _("Diesen Code haben Sie schon benutzt. Bitte warten Sie, bis die App einen neuen zeigt."),
        "copied_passkey": _(
            "Diesen Passkey haben wir abgelehnt: Vielleicht hat ihn jemand kopiert. Bitte melden Sie sich anders an "
            "und entfernen Sie diesen Passkey in Ihrem Konto. Wir haben Ihnen eine E-Mail geschickt."
        ),
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern."),
        "passkey_failed": _(
            "Das hat mit diesem Passkey nicht geklappt. Bitte versuchen Sie es noch einmal oder nehmen Sie einen "
            "anderen Weg."
        ),
        "unverified_email": _("Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse."),
    }

    def encrypt(self, text: str) -> str:
        """Seal the secret of an app or the seed of recovery codes for the database."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open what ``encrypt`` sealed. Raises DecryptionFailed."""
        return open_secret(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Draw the QR code on white, so that it can be read in dark mode, too."""
        import segno  # noqa: PLC0415 -- only this page and receipts need it

        image = io.BytesIO()
        segno.make(url, error="m", micro=False).save(
            image, kind="svg", xmldecl=False, border=4, dark="#000", light="#fff"
        )
        return image.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep at least one second factor. Everybody else may do without."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or staff_membership(authenticator.user) is None:
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        """Propose a name for a new passkey."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For whom passkeys are made: the host of the public address, whatever the request says."""
        return {"id": urlsplit(settings.PORTAL.base_url).hostname or "", "name": settings.MFA_TOTP_ISSUER}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """What the person's own device shows when it asks which passkey to take."""
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.email}
