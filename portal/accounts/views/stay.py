"""Staying signed in, asked for by a script shortly before the end."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.accounts.views.session_bar import seconds_left, until_words
from portal.accounts.views.session_limits import signed_in_session


@login_not_required  # guests stay, too
@csrf_exempt  # a foreign page sends no session cookie along (SameSite), and there is nothing to win
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The request itself has pushed the end back: say until when. Without script: back to the start of the account."""
    session = signed_in_session(request)
    if session is None or session.ends_at is None or request.headers.get("Accept") != "application/json":
        return HttpResponseRedirect(reverse("account_overview"))
    return JsonResponse({"seconds": seconds_left(session.ends_at), "until": until_words(session.ends_at)})
