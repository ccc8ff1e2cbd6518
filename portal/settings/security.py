"""Headers, cookies and hosts. The policies themselves stand in portal.ui.security_headers."""

from portal.settings.environment import PORTAL
from portal.ui.security_headers import CONTENT_SECURITY_POLICY, PERMISSIONS_POLICY

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
