"""Switching hints on this device on and off, from the page of notices."""

from contextlib import suppress
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.accounts.domain.user_agent import describe_browser
from portal.accounts.models import User
from portal.accounts.services.shared_computer import is_shared
from portal.notices.domain.vapid import public_key
from portal.notices.errors import NotOffered, SubscriptionUnusable
from portal.notices.models import PushSubscription
from portal.notices.services import add_device, remove_devices, renew_device


def push_box(request: HttpRequest) -> dict[str, Any]:
    """Return ``push`` for ``notices/push.html``: the key for browsers, the person's devices. One query."""
    return {
        "key": public_key(settings.VAPID_PRIVATE_KEY),
        "devices": list(PushSubscription.objects.filter(user=_user(request))),
        "is_shared": is_shared(request.session),
    }


@require_POST
def switch_on(request: HttpRequest) -> HttpResponse:
    """Take what the browser has got from its service: ``endpoint``, ``p256dh``, ``auth``. Not where others sit, too."""
    if is_shared(request.session):
        return redirect("notices:overview")
    sent = {name: request.POST.get(name, "") for name in ("endpoint", "p256dh", "auth")}
    browser = describe_browser(request.headers.get("User-Agent", ""))
    try:
        add_device(user=_user(request), browser=browser, **sent)
    except (SubscriptionUnusable, NotOffered):
        words = _(
            "Auf diesem Gerät geht es nicht: Ihr Browser nutzt für Hinweise einen Dienst, den wir nicht kennen. Es ist "
            "nichts geändert. Alle Nachrichten stehen weiter im Postfach."
        )
        messages.warning(request, words)
    else:
        messages.success(request, _("Eingeschaltet. Auf diesem Gerät sehen Sie ab jetzt, wenn etwas Neues da ist."))
    return redirect("notices:overview")


@login_not_required  # the browser itself sends it, also while nobody is signed in; it knows the address it had
@csrf_exempt  # a service worker has no token; without the secret address nothing happens
@require_POST
def renewed(request: HttpRequest) -> HttpResponse:
    """Take the new address of a browser that says which one it had (``before``). The answer tells nothing."""
    sent = {name: request.POST.get(name, "") for name in ("before", "endpoint", "p256dh", "auth")}
    with suppress(SubscriptionUnusable):
        renew_device(**sent)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@require_POST
def switch_off(request: HttpRequest) -> HttpResponse:
    """Switch off the device that the button names (``geraet``)."""
    try:
        chosen = UUID(request.POST.get("geraet", ""))
    except ValueError:
        return redirect("notices:overview")
    if remove_devices(user=_user(request), devices=[chosen]):
        messages.success(request, _("Ausgeschaltet. Auf dieses Gerät schicken wir keine Hinweise mehr."))
    else:
        messages.info(request, _("Auf diesem Gerät waren die Hinweise schon ausgeschaltet."))
    return redirect("notices:overview")


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
