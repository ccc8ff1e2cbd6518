"""Sign-in services that speak OpenID Connect."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Any

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings
from django.utils import timezone

from portal.accounts.domain.second_factor_claims import names_second_factor


class PortalOpenIdProvider(OpenIDConnectProvider):
    """Takes the identifier, the time and whether there was a second factor; the rest of the token is dropped."""

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The subject of the ID token. Raises OAuth2Error without one."""
        subject = data.get("id_token", {}).get("sub")
        if not isinstance(subject, str) or not subject:
            raise OAuth2Error("The ID token names nobody.")
        return subject

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """What is stored beside the identifier."""
        claims = data.get("id_token", {})
        accepted = settings.STAFF_SECOND_FACTOR_CLAIMS
        return {"second_factor": names_second_factor(claims, accepted), "at": timezone.now().isoformat()}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:  # noqa: ARG002 -- allauth's signature
        """None: an address of another service is a proposal, whether that service confirmed it or not."""
        return []
