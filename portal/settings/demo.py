"""The demo on one machine: plain http on localhost, e-mails as files, invented data."""

from portal.settings.base import *  # noqa: F403 -- settings modules are made to be summed up
from portal.settings.environment import PORTAL

PORTAL_IS_DEMO = True
SECRET_KEY = PORTAL.secret_key or "demo-only-key-that-protects-nothing-0123456789-abcdefghijklmnop"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *PORTAL.allowed_hosts]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = PORTAL.mail_dir
