"""Production behind a TLS-ending reverse proxy."""

from portal.settings.base import *  # noqa: F403 -- settings modules are made to be summed up
from portal.settings.environment import PORTAL

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^gesundheit/$"]  # asked by the load balancer from inside
SECURE_HSTS_SECONDS = 63072000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PORTAL.trusted_proxy else None

SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sid"
PORTAL_DEVICE_COOKIE_NAME = "__Host-geraet"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_TRUSTED_ORIGINS = [PORTAL.base_url]
