"""Sign-in with BundID and by OpenID Connect. What is not configured is off (docs/bundid.md)."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal.accounts.domain.bundid_connection import BundIdConnection
from portal.settings.environment import PORTAL, Environment

PEM = re.compile(r"-----BEGIN [A-Z ]+-----.+?-----END [A-Z ]+-----", re.DOTALL)


def bundid_connection(environment: Environment) -> BundIdConnection | None:
    """Return how to talk to BundID; None when it is not configured. Raises OSError for a file that cannot be read."""
    if not environment.bundid_sso_url:
        return None
    return BundIdConnection(
        idp_entity_id=environment.bundid_entity_id,
        sso_url=environment.bundid_sso_url,
        idp_certificates=_pem_blocks(environment.bundid_certificates),
        base_url=environment.base_url,
        keys=_pem_blocks(environment.bundid_own_keys),
        certificates=_pem_blocks(environment.bundid_own_certificates),
        service_id=environment.bundid_service_id,
        organization=environment.bundid_organization,
        level=environment.bundid_level,
        step_up_level=environment.bundid_step_up_level,
    )


def providers(environment: Environment) -> dict[str, Any]:
    """Return django-allauth's ``SOCIALACCOUNT_PROVIDERS``: BundID, OpenID Connect for everybody, for staff."""
    bundid = [{"provider_id": "bundid", "client_id": "bundid", "name": "BundID"}] if environment.bundid_sso_url else []
    oidc = [
        _oidc("oidc", environment.oidc_name, environment.oidc_url, environment.oidc_client),
        _oidc("dienst", environment.staff_oidc_name, environment.staff_oidc_url, environment.staff_oidc_client),
    ]
    return {
        "saml": {"provider_class": "portal.accounts.adapter.BundIdProvider", "APPS": bundid},
        "openid_connect": {
            "provider_class": "portal.accounts.adapter.openid.PortalOpenIdProvider",
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [app for app in oidc if app],
        },
    }


def form_targets(environment: Environment) -> tuple[str, ...]:
    """Return the origins a sign-in button leads to: browsers apply form-action to what follows a form, too."""
    urls = (environment.bundid_sso_url, environment.oidc_url, environment.staff_oidc_url)
    known = [f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, urls) if parts.netloc]
    return tuple(dict.fromkeys([*known, *environment.identity_origins]))


def _oidc(provider_id: str, name: str, url: str, client: tuple[str, str]) -> dict[str, Any]:
    if not url:
        return {}
    client_id, secret = client
    settings = {"server_url": url, "fetch_userinfo": False, "scope": ["openid", "email"]}  # the ID token says all
    return {"provider_id": provider_id, "name": name, "client_id": client_id, "secret": secret, "settings": settings}


def _pem_blocks(path: Path | None) -> tuple[str, ...]:
    return tuple(PEM.findall(path.read_text())) if path else ()


BUNDID = bundid_connection(PORTAL)
# Loaded only where there is a service to speak to: it brings a client for HTTP along, a twentieth of the start.
OPENID_APP = "allauth.socialaccount.providers.openid_connect"
IDENTITY_APPS = [OPENID_APP] if PORTAL.oidc_url or PORTAL.staff_oidc_url else []
STAFF_SECOND_FACTOR_CLAIMS = PORTAL.staff_oidc_second_factor
IDENTITY_FORM_TARGETS = form_targets(PORTAL)

SOCIALACCOUNT_ADAPTER = "portal.accounts.adapter.PortalSocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = providers(PORTAL)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an e-mail address proves nobody
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"  # the address is confirmed later, by code, and nobody has to have one
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
