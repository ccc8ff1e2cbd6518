"""What somebody has agreed to, when it is quiet, and whether e-mails arrive."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import View
from msgspec import Struct

from portal.accounts.models import User
from portal.notices.domain.channels.registry import offered_kinds
from portal.notices.domain.consent_texts import CURRENT, ConsentText
from portal.notices.enums import ConsentKind
from portal.notices.errors import NotOffered
from portal.notices.forms import SettingsForm
from portal.notices.models import Consent, NoticeSettings
from portal.notices.selectors import consents_of, has_confirmed_address, notice_settings_of
from portal.notices.services import decline_notices, give_consent, revoke_consent, save_notice_settings
from portal.notices.views.push import push_box

NEEDS_ADDRESS = {ConsentKind.EMAIL, ConsentKind.ELECTRONIC_DECISIONS}


class Line(Struct, frozen=True):
    """One consent on the page: its words, since when it holds, and whether it can be given."""

    text: ConsentText
    held: Consent | None
    is_possible: bool


class NoticesView(View):
    """GET: everything. POST: quiet hours and "no notices"."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Four queries of its own."""
        settings = notice_settings_of(_user(request).pk)
        return _page(request, settings, SettingsForm.showing(settings))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Store, and say what that means."""
        form = SettingsForm(request.POST)
        if not form.is_valid():
            return _page(request, notice_settings_of(_user(request).pk), form, status=422)
        is_discreet = form.cleaned_data["is_discreet"]
        save_notice_settings(user=_user(request), is_discreet=is_discreet, quiet=form.quiet())
        words = (
            _("Gespeichert. Wir schicken Ihnen keine Benachrichtigungen mehr.") if is_discreet else _("Gespeichert.")
        )
        messages.success(request, words)
        return redirect("notices:overview")


class ConsentView(View):
    """POST ``art`` (which consent) and ``antwort`` (``ja`` or ``nein``); then back to ``weiter`` or the overview."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Agree, take back, or say no when asked; twice is the same as once."""
        user = _user(request)
        kind, says_yes = request.POST.get("art", ""), request.POST.get("antwort") == "ja"
        if kind not in ConsentKind.values:
            return redirect("notices:overview")
        if says_yes:
            _agree(request, user, ConsentKind(kind))
        else:
            revoke_consent(user=user, kind=ConsentKind(kind))
            if kind == ConsentKind.EMAIL:
                decline_notices(user=user)
            messages.success(
                request, _("Gespeichert: „%(title)s“ ist aus.") % {"title": CURRENT[ConsentKind(kind)].title}
            )
        return redirect(_next(request))


def _agree(request: HttpRequest, user: User, kind: ConsentKind) -> None:
    try:
        give_consent(user=user, kind=kind)
    except NotOffered:
        words = _(
            "Das geht noch nicht: Dafür brauchen wir eine E-Mail-Adresse, die Sie bestätigt haben und die ankommt."
        )
        messages.warning(request, words)
    else:
        messages.success(request, _("Gespeichert: „%(title)s“ ist an.") % {"title": CURRENT[kind].title})


def _page(request: HttpRequest, settings: NoticeSettings, form: SettingsForm, status: int = 200) -> HttpResponse:
    user = _user(request)
    works = has_confirmed_address(user.pk) and settings.bounced_at is None
    held = {consent.kind: consent for consent in consents_of(user.pk) if consent.revoked_at is None}
    lines = [Line(CURRENT[kind], held.get(kind), works or kind not in NEEDS_ADDRESS) for kind in offered_kinds()]
    push = push_box(request) if ConsentKind.PUSH in offered_kinds() else None
    context = {"settings": settings, "form": form, "lines": lines, "email_works": works, "push": push}
    return render(request, "notices/overview.html", context, status=status)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _next(request: HttpRequest) -> str:
    """Only addresses of this portal."""
    wanted = request.POST.get("weiter", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else "notices:overview"
