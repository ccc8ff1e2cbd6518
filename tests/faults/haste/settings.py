from portal.settings.base import *  # noqa: F403 -- settings modules are made to be summed up
from portal.settings.base import INSTALLED_APPS, STORAGES

SECRET_KEY = "test-only-key-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF"
ALLOWED_HOSTS = ["localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.haste"]  # the last: it changes what the others have subscribed
