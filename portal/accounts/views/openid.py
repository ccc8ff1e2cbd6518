"""Sign-in services that speak OpenID Connect: whatever they answer, people get a page and not an error."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest, HttpResponseBase
from requests import RequestException

from portal.accounts.views.refusals import refusal_page

log = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


def answered_plainly(view: View) -> View:
    """Show our page when the service is away or answers something unexpected (allauth lets some of it through)."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (RequestException, OAuth2Error, KeyError, TypeError, ValueError) as error:
            log.warning("a sign-in service answered unexpectedly: %s", type(error).__name__)
            return refusal_page(request, "failed")

    return guarded
