"""Headers, cookies and hosts. The policies themselves stand in portal.ui.security_headers."""

from urllib.parse import urlsplit

from portal.settings.environment import PORTAL
from portal.settings.identity_providers import IDENTITY_FORM_TARGETS
from portal.ui.security_headers import PERMISSIONS_POLICY, content_security_policy

# "Seite schnell verlassen" is a form whose answer leads to another site; Chromium asks form-action for that, too.
_quick_exit = urlsplit(PORTAL.quick_exit_url)
CONTENT_SECURITY_POLICY = content_security_policy(
    form_targets=[*IDENTITY_FORM_TARGETS, f"{_quick_exit.scheme}://{_quick_exit.netloc}"]
)
SECRET_KEY = PORTAL.secret_key
ALLOWED_HOSTS = list(PORTAL.allowed_hosts)
PORTAL_OFFICIAL_HEADER = PORTAL.official_header

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

__all__ = [
    "ALLOWED_HOSTS",
    "CONTENT_SECURITY_POLICY",
    "PERMISSIONS_POLICY",
    "PORTAL_OFFICIAL_HEADER",
    "SECRET_KEY",
    "SECURE_CONTENT_TYPE_NOSNIFF",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
    "SECURE_REFERRER_POLICY",
    "X_FRAME_OPTIONS",
]
