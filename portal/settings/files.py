"""Static files, upload limits. Uploaded files never lie in a web root: portal.documents stores them encrypted."""

from typing import Any

from portal.settings.environment import PORTAL, PROJECT_ROOT

STATIC_URL = "/static/"
STATIC_ROOT = PORTAL.static_root
STATICFILES_DIRS = [PROJECT_ROOT / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PORTAL.data_dir}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WHITENOISE_IMMUTABLE_FILE_TEST = r"\.[0-9a-f]{12}\."  # the hash says it; else each is compared with the manifest
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # every file is looked at when a web process starts

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # without files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 100  # a folder of photos chosen at once must not be lost
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = None
