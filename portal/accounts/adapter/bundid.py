"""BundID as an identity provider of django-allauth, in place of its general SAML provider."""

# mypy: allow-subclassing-any
# (allauth ships no types)

import time
from typing import TYPE_CHECKING, Any

from allauth.socialaccount.providers.base import Provider, ProviderAccount
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from portal.accounts.domain.bundid_connection import configured_connection
from portal.accounts.enums import IdentityProcess

if TYPE_CHECKING:
    from portal.accounts.domain.bundid_answer import BundIdAnswer


class BundIdProvider(Provider):
    """Asks with our extension, and takes from an answer the identifier, the trust level and its time: nothing else."""

    id = "saml"  # whose place it takes in allauth's list; accounts carry ``provider_id``, "bundid"
    name = "BundID"
    account_class = ProviderAccount
    supports_redirect = True

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:  # noqa: ARG002 -- allauth's signature
        """The page with the button."""
        return reverse("bundid_sign_in")

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """Send the browser to BundID and keep in the session what was asked.

        Only plain sign-in is content with an old session at BundID: who connects or confirms must be there now.
        """
        from portal.accounts.domain.bundid_request import ask  # noqa: PLC0415 -- 20 MB, only where BundID is used

        connection = configured_connection()
        again = process != IdentityProcess.SIGN_IN
        level = connection.step_up_level if process == IdentityProcess.STEP_UP else connection.level
        question = ask(connection, level=level, again=again)
        self.stash_redirect_state(
            request,
            process,
            next_url,
            data,
            state_id=question.id,
            level=level,
            asked_at=time.time() if again else None,
            **kwargs,
        )
        return HttpResponseRedirect(question.url)

    def extract_uid(self, data: "BundIdAnswer") -> str:
        """The bPK2: the same person at this service, whatever their name or address."""
        return data.uid

    def extract_extra_data(self, data: "BundIdAnswer") -> dict[str, Any]:
        """What is stored beside the identifier."""
        return {"level": int(data.level), "at": data.proved_at.isoformat()}

    def extract_common_fields(self, data: "BundIdAnswer") -> dict[str, Any]:
        """A proposal for the sign-up page."""
        return {"email": data.email} if data.email else {}
