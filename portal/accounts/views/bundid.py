"""To BundID and back: sign in, connect, confirm."""

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.sessions import LoginSession
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.accounts.domain.bundid_connection import MOST_CHARACTERS, configured_connection
from portal.accounts.domain.trust_level import check_level
from portal.accounts.enums import BUNDID_PROVIDER, IdentityProcess
from portal.accounts.errors import AnswerRefused, SignInCancelled
from portal.accounts.models import User
from portal.accounts.services.shared_computer import mark_shared
from portal.accounts.services.used_answers import use_up
from portal.accounts.views.refusals import cancelled_page, refusal_page
from portal.accounts.views.step_up import FURTHER_WAYS, Way, record_step_up, resume_after_step_up

View = Callable[..., HttpResponseBase]

HANDED_OVER = "bundid-answer"  # cookie and session that carry an answer from BundID's post to our own page
HANDED_OVER_FOR = 300  # seconds
CLOCK_DIFFERENCE = 60  # seconds between BundID's clock and ours that we bear with
METHOD = "bundid"  # in allauth's records of a session


def way_by_bundid(user: User) -> Way | None:
    """Confirming with BundID, for accounts that are connected with one."""
    if settings.BUNDID is None or not SocialAccount.objects.filter(user=user, provider=BUNDID_PROVIDER).exists():
        return None
    return Way(id="bundid", description=_("Mit BundID"), url=reverse("bundid_step_up"))


FURTHER_WAYS.append(way_by_bundid)


def if_configured(view: View) -> View:
    """Answer 404 while BundID is not configured."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.BUNDID is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@if_configured
def sign_in(request: HttpRequest) -> HttpResponse:
    """Say what BundID is; by POST, go there."""
    next_url = get_next_redirect_url(request)
    if request.method == "POST":
        mark_shared(request.session, is_shared="shared" in request.POST)
        return _go(request, IdentityProcess.SIGN_IN, next_url=next_url)
    return render(request, "socialaccount/bundid.html", {"next": next_url})


@require_http_methods(["GET", "HEAD", "POST"])
@if_configured
def step_up(request: HttpRequest) -> HttpResponse:
    """Confirm by BundID that it is still the same person, at the higher trust level. ``next`` says where to go on."""
    if not _accounts_of(request).exists():
        raise Http404
    next_url = get_next_redirect_url(request)
    if request.method == "POST":
        return _go(request, IdentityProcess.STEP_UP, next_url=next_url, user=str(request.user.pk))
    return render(request, "socialaccount/bundid_step_up.html", {"next": next_url})


@csrf_exempt  # BundID posts it; what counts is its signature and the question it answers
@login_not_required
@require_POST
@if_configured
def receive(request: HttpRequest) -> HttpResponseBase:
    """Take BundID's answer and let the browser come back with its session cookie, which a foreign post leaves out."""
    if not ratelimit.consume(request, action="login"):
        too_many: HttpResponse = ratelimit.respond_429(request)
        return too_many
    encoded = request.POST.get("SAMLResponse", "")
    if len(encoded) > MOST_CHARACTERS:
        return refusal_page(request, "wrong_size")
    response = redirect("bundid_finish")
    handed_over = LoginSession(request, "bundid_answer", HANDED_OVER)
    handed_over.store["answer"] = encoded
    handed_over.store.set_expiry(HANDED_OVER_FOR)
    handed_over.save(response)
    response.cookies[HANDED_OVER]["httponly"] = True
    return response


@login_not_required
@never_cache
@require_GET
@if_configured
def finish(request: HttpRequest) -> HttpResponseBase:
    """Check the answer, then sign in, connect or confirm, whatever this browser had asked for."""
    response: HttpResponseBase
    try:
        response = _finish(request, _take(request))
    except SignInCancelled:
        response = cancelled_page(request)
    except AnswerRefused as refused:
        response = refusal_page(request, refused.reason)
    response.delete_cookie(HANDED_OVER, path=reverse("bundid_finish"))
    return response


@login_not_required
@require_GET
@if_configured
def metadata(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view
    """Our addresses and certificates, for BundID's operators."""
    from portal.accounts.domain.saml_settings import own_metadata  # noqa: PLC0415 -- 20 MB, only where BundID is used

    return HttpResponse(own_metadata(configured_connection()), content_type="application/samlmetadata+xml")


def _go(request: HttpRequest, process: IdentityProcess, **state: Any) -> HttpResponse:
    response: HttpResponse = get_adapter().get_provider(request, BUNDID_PROVIDER).redirect(request, process, **state)
    return response


def _take(request: HttpRequest) -> str:
    """The answer that was handed over to this browser; only once. Raises AnswerRefused."""
    handed_over = LoginSession(request, "bundid_answer", HANDED_OVER)
    answer = handed_over.store.get("answer")
    handed_over.delete()
    if not isinstance(answer, str):
        raise AnswerRefused("unknown_question")
    return answer


def _finish(request: HttpRequest, encoded: str) -> HttpResponseBase:
    from portal.accounts.domain.bundid_answer import read_answer  # noqa: PLC0415 -- 20 MB, only where BundID is used

    answer = read_answer(configured_connection(), encoded)
    use_up(assertion_id=answer.assertion_id, valid_until=answer.valid_until)
    state = statekit.unstash_state(request, state_id=answer.in_response_to, provider_id=BUNDID_PROVIDER)
    if state is None:
        raise AnswerRefused("unknown_question")
    check_level(answer.level, at_least=state["level"])
    if state["asked_at"] and answer.proved_at.timestamp() < state["asked_at"] - CLOCK_DIFFERENCE:
        raise AnswerRefused("not_fresh")
    if state["process"] == IdentityProcess.STEP_UP:
        return _confirm(request, uid=answer.uid, state=state)
    login = get_adapter().get_provider(request, BUNDID_PROVIDER).sociallogin_from_response(request, answer)
    login.state = state
    response: HttpResponse = complete_social_login(request, login)
    return response


def _confirm(request: HttpRequest, *, uid: str, state: dict[str, Any]) -> HttpResponseBase:
    user = request.user
    if not isinstance(user, User) or str(user.pk) != state["user"]:
        raise AnswerRefused("unknown_question")  # signed out in between, or somebody else now
    if not _accounts_of(request).filter(uid=uid).exists():
        raise AnswerRefused("another_person")
    record_step_up(request, method=METHOD)
    if state.get("next"):  # where allauth looks for it; it also carries out what a confirmation had interrupted
        request.GET = QueryDict(urlencode({"next": state["next"]}))
    return resume_after_step_up(request)


def _accounts_of(request: HttpRequest) -> Any:
    return SocialAccount.objects.filter(user_id=request.user.pk, provider=BUNDID_PROVIDER)
