"""Static files, upload limits, and where uploads lie: never in a web root, and encrypted by portal.documents."""

from typing import Any

from portal.settings.environment import PORTAL, PROJECT_ROOT, Environment


def file_store(environment: Environment) -> dict[str, Any]:
    """Return the entry "files" of ``STORAGES``: a folder of ours, or a bucket of an S3-compatible store."""
    if environment.store != "s3":
        return {"BACKEND": "portal.documents.domain.local_store.LocalFiles"}
    access_key, secret_key = environment.s3_client
    options = {
        "bucket_name": environment.s3_bucket,
        "endpoint_url": environment.s3_endpoint or None,
        "region_name": environment.s3_region or None,
        "access_key": access_key or None,
        "secret_key": secret_key or None,
        "verify": str(environment.s3_ca) if environment.s3_ca else None,
    }
    return {"BACKEND": "portal.documents.domain.s3_store.S3Files", "OPTIONS": options}


STATIC_URL = "/static/"
STATIC_ROOT = PORTAL.static_root
STATICFILES_DIRS = [PROJECT_ROOT / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PORTAL.data_dir}},
    "files": file_store(PORTAL),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WHITENOISE_IMMUTABLE_FILE_TEST = r"\.[0-9a-f]{12}\."  # the hash says it; else each is compared with the manifest
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # every file is looked at when a web process starts

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # without files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# More than may wait (limits.FILES): the page says in words which were too many, and keeps what was typed.
DATA_UPLOAD_MAX_NUMBER_FILES = 250
# Larger ones reach the disk as ciphertext only, with a key that never leaves the process.
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "portal.documents.views.sealed_upload.SealedUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = None
