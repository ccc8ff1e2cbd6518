"""Confirm once more who you are, before something that matters.

Put ``@step_up_required`` on a function view, ``@method_decorator(step_up_required, name="dispatch")`` on a class. It
holds for everybody: allauth's own check lets pass who has neither password nor second factor.

**What counts.** Any proof of the last ``STEP_UP_HOLDS`` seconds: a confirmation, or the sign-in itself. Who has just
passed all steps of the sign-in would prove the same thing again, and who is asked too often learns to type a password
into any page.

**What was typed is kept.** A POST without files is kept, encrypted, and is carried out after the confirmation. Files
are never kept, and nothing below ``/fuer/<case>/``: the page is shown again and says so. A view that takes POST only
has nothing to show then.

**Another way to confirm** (BundID): append to ``FURTHER_WAYS`` what offers it, and when the person is back::

    record_step_up(request, method="bundid")
    return resume_after_step_up(request)
"""

import base64
import functools
import json
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypedDict

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, resume_request
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.datastructures import MultiValueDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.accounts.domain.step_up import is_recent, moments_of_proof
from portal.accounts.models import User
from portal.crypto.services import decrypt, encrypt

SIGNED_IN_AT = "accounts.signed_in_at"  # in the session; set by portal.accounts.views.receivers
View = Callable[..., HttpResponseBase]


class Way(TypedDict):
    """A way to confirm, as allauth lists them: ``description`` stands on a link to ``url``."""

    id: str
    description: Any
    url: str


def way_by_code(user: User) -> Way | None:
    """A code by e-mail, for accounts without a second factor: for the others it would be weaker than their sign-in."""
    has_address = EmailAddress.objects.filter(user=user, primary=True, verified=True).exists()
    if not has_address or is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]):
        return None
    return Way(id="code", description=_("Mit einem Code per E-Mail"), url=reverse("account_reauthenticate_by_code"))


FURTHER_WAYS: list[Callable[[User], Way | None]] = [way_by_code]  # what allauth does not know; None: not for this user


def step_up_required(view: View) -> View:
    """Let only those pass who have proved recently who they are; the others do it first and come back."""

    @functools.wraps(view)  # keeps the marks that LoginRequiredMiddleware reads
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if has_stepped_up(request):
            return view(request, *args, **kwargs)
        return _ask(request)

    return guarded


def has_stepped_up(request: HttpRequest) -> bool:
    """Whether the person has proved recently who they are."""
    if not request.user.is_authenticated:
        return False
    records = get_authentication_records(request, request.user)
    moments = moments_of_proof(records, signed_in_at=request.session.get(SIGNED_IN_AT))
    return is_recent(moments, now=time.time())


def further_ways(user: User | AnonymousUser) -> list[Way]:
    """The ways to confirm that this account has, besides those of allauth."""
    if not isinstance(user, User):
        return []
    return [way for offered in FURTHER_WAYS if (way := offered(user)) is not None]


def record_step_up(request: HttpRequest, *, method: str) -> None:
    """Note in the session that the person has just confirmed, by ``method`` (``"code"``, ``"bundid"``, …)."""
    record_authentication(request, request.user, method, reauthenticated=True)


def resume_after_step_up(request: HttpRequest) -> HttpResponseBase:
    """Carry out what was interrupted, or go where ``next`` in the request leads, or to the account."""
    response: HttpResponseBase | None = resume_request(request)
    return response if response is not None else HttpResponseRedirect(reverse("account_overview"))


def resume_kept(request: HttpRequest, state: dict[str, Any]) -> HttpResponseBase | None:
    """Called by allauth after a confirmation: carry out the kept POST, if it is the one this confirmation was for."""
    if _next(request) != state["path"]:  # a confirmation in another tab; this one may still come
        request.session[STATE_SESSION_KEY] = _stash(state)
        return None
    if not isinstance(request.user, User) or time.time() - state["at"] > settings.STEP_UP_KEEPS_INPUT:
        return None
    kept = json.loads(decrypt(base64.b64decode(state["sealed"]), context=_context(request.user)))
    return _carry_out(request, **kept)


def _ask(request: HttpRequest) -> HttpResponse:
    """Keep what was typed and lead to the confirmation."""
    request.session.pop(STATE_SESSION_KEY, None)
    following = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
    if not get_adapter().get_reauthentication_methods(request.user):  # then only a new sign-in proves anything
        sign_in = f"{reverse('account_login')}?{following}"
        return render(request, "account/step_up_by_sign_in.html", {"sign_in_url": sign_in}, status=HTTPStatus.FORBIDDEN)
    if request.method == "POST":
        if request.FILES:
            messages.warning(
                request,
                _("Ihre Dateien haben wir nicht übernommen. Bitte wählen Sie die Dateien noch einmal aus."),
            )
        elif _lies_elsewhere(request):
            messages.warning(request, _("Bitte füllen Sie das Formular nach der Bestätigung noch einmal aus."))
        elif isinstance(request.user, User):
            request.session[STATE_SESSION_KEY] = _stash(_kept(request, request.user))
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{following}")


def _lies_elsewhere(request: HttpRequest) -> bool:
    """Whether a middleware has taken something off the address, such as the case somebody acts for (ADR 0006).

    Carried out later, past that middleware, the POST would be about somebody else.
    """
    script: str = request.META.get("SCRIPT_NAME", "")
    return request.path != script.rstrip("/") + request.path_info


def _kept(request: HttpRequest, user: User) -> dict[str, Any]:
    """What was typed, encrypted: sessions lie in the database in clear."""
    kept = {
        "path": request.path,
        "path_info": request.path_info,
        "query": request.GET.urlencode(),
        "typed": request.POST.urlencode(),
    }
    sealed = encrypt(json.dumps(kept).encode(), context=_context(user))
    return {"path": request.get_full_path(), "sealed": base64.b64encode(sealed).decode(), "at": time.time()}


def _carry_out(request: HttpRequest, *, path: str, path_info: str, query: str, typed: str) -> HttpResponseBase:
    """Turn the confirmation's request into the interrupted one, as allauth does, and give it to its view.

    Both requests have passed the check against forgery (CSRF) themselves.
    """
    request.GET = QueryDict(query)
    request.POST = QueryDict(typed)
    request.path, request.path_info, request.method = path, path_info, "POST"
    request.META |= {"PATH_INFO": path_info, "QUERY_STRING": query, "REQUEST_METHOD": "POST"}
    request._files = MultiValueDict()  # type: ignore[attr-defined] # noqa: SLF001 -- what HttpRequest.FILES reads
    match = request.resolver_match = resolve(path_info)
    response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return response


def _stash(state: dict[str, Any]) -> dict[str, Any]:
    """In the form in which allauth hands it back to a function after the confirmation."""
    return {"state": state, "callback": f"{__name__}.{resume_kept.__name__}"}


def _next(request: HttpRequest) -> str | None:
    return request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME)


def _context(user: User) -> bytes:
    return b"accounts.step_up:" + user.pk.bytes
