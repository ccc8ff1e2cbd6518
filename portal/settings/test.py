"""Tests: the same real services as everywhere, cheap passwords, a fixed key."""

from portal.settings.base import *  # noqa: F403 -- settings modules are made to be summed up
from portal.settings.base import DATABASES, IDENTITY_APPS, INSTALLED_APPS, OPENID_APP, PORTAL, STORAGES

SECRET_KEY = "test-only-key-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Argon2 costs 50 ms a sign-in
# Migrated already where ops.checks has started the tests; else every run migrates anew.
DATABASES["default"]["TEST"] = {"TEMPLATE": PORTAL.test_template or None}
INSTALLED_APPS = [*(app for app in INSTALLED_APPS if app not in IDENTITY_APPS), OPENID_APP]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # else each test client looks at every static file before its first request: 30 ms
ACCOUNT_RATE_LIMITS = False  # tests of the limits switch them on
