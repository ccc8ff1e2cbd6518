"""The demo's mailbox: e-mails that it writes to files instead of sending them, and the code of the staff's app."""

from __future__ import annotations

import email
import email.policy
import pathlib
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView
from msgspec import Struct

from portal.desk.management.commands.load_demo import APP_SECRET

if TYPE_CHECKING:
    from email.message import EmailMessage

MAX_SHOWN: Final = 50
_SEPARATOR: Final = b"-" * 79 + b"\n"  # Django's file backend ends each e-mail with it


class ShownMail(Struct, frozen=True):
    """One e-mail as the page shows it."""

    sent: datetime
    recipient: str
    subject: str
    text: str


@method_decorator(login_not_required, name="dispatch")
class MailsView(TemplateView):
    """Newest first. Exists in the demo only: the address is not routed elsewhere and the view checks again."""

    template_name = "pages/demo_mails.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 404 outside the demo."""
        if not settings.PORTAL_IS_DEMO:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the e-mails and the code that the app of every employee shows now."""
        step, passed = divmod(int(time.time()), app_settings.TOTP_PERIOD)
        return {
            **super().get_context_data(**kwargs),
            "app_code": format_hotp_value(hotp_value(APP_SECRET, step)),
            "app_code_seconds": app_settings.TOTP_PERIOD - passed,
            "app_secret": APP_SECRET,
            "mails": read_mails(pathlib.Path(getattr(settings, "EMAIL_FILE_PATH", ""))),
        }


def read_mails(folder: pathlib.Path) -> list[ShownMail]:
    """Return the newest e-mails in ``folder``, at most :data:`MAX_SHOWN`; an empty list when there is no folder."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)[:MAX_SHOWN]
    mails = [mail for file in files for mail in _mails_in(file)]
    return sorted(mails, key=lambda mail: mail.sent, reverse=True)[:MAX_SHOWN]


def _mails_in(file: pathlib.Path) -> list[ShownMail]:
    """Return the e-mails of one file; a connection of Django writes all its e-mails to the same file."""
    written = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
    raw_mails = [raw for raw in file.read_bytes().split(_SEPARATOR) if raw.strip()]
    return [_shown(email.message_from_bytes(raw, policy=email.policy.default), written) for raw in raw_mails]


def _shown(message: EmailMessage, written: datetime) -> ShownMail:
    body = message.get_body(preferencelist=("plain", "html"))
    dated = message["Date"].datetime if message["Date"] else None
    return ShownMail(
        sent=dated if dated and dated.tzinfo else written,
        recipient=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=body.get_content().strip() if body else "",
    )
