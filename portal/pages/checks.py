"""Settings that contradict each other are refused at start, in words that say what to change."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's

from portal.documents.domain.ocr_languages import missing_packages
from portal.notices.domain.vapid import public_key
from portal.notices.errors import VapidKeyUnusable

SHORTEST_SECRET = 50


@register
def background_work_fits_together(**_: Any) -> list[CheckMessage]:
    """Celery must not hand a task to a second worker while the first may still be at it."""
    visible_after = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    if visible_after <= settings.CELERY_TASK_TIME_LIMIT:
        return [
            Error(
                f"visibility_timeout ({visible_after} s) is not above CELERY_TASK_TIME_LIMIT "
                f"({settings.CELERY_TASK_TIME_LIMIT} s): a long task would run twice.",
                hint="Raise visibility_timeout in portal/settings/background.py.",
                id="portal.E001",
            )
        ]
    return []


@register
def keys_and_data_lie_apart(**_: Any) -> list[CheckMessage]:
    """Whoever copies the encrypted files, or serves the static ones, must not get the keysets with them."""
    environment = settings.PORTAL
    keys = environment.keyset_dir.resolve()
    for name, folder in (("PORTAL_DATA_DIR", environment.data_dir), ("PORTAL_STATIC_ROOT", environment.static_root)):
        if keys.is_relative_to(folder.resolve()):
            return [Error(f"PORTAL_KEYSET_DIR lies inside {name}.", hint="Keep the keysets apart.", id="portal.E002")]
    return []


@register
def push_key_can_be_used(**_: Any) -> list[CheckMessage]:
    """Without a key hints on devices are off; with half of one nobody would see why none arrives."""
    try:
        if settings.VAPID_PRIVATE_KEY:
            public_key(settings.VAPID_PRIVATE_KEY)
    except VapidKeyUnusable:
        hint = "manage.py vapid_keys prints a new one; docs/push.md says what that means for devices."
        return [Error("PORTAL_VAPID_PRIVATE_KEY is no private key.", hint=hint, id="portal.E003")]
    return []


@register(deploy=True)
def scans_can_be_read(**_: Any) -> list[CheckMessage]:
    """Without a language of tesseract no scan is read, and nobody sees why a search finds nothing."""
    missing = missing_packages()
    if not missing:
        return []
    hint = f"apt-get install {' '.join(missing)}, or change PORTAL_OCR_LANGUAGES; then manage.py read_pages."
    return [Warning("Languages of PORTAL_OCR_LANGUAGES are not installed.", hint=hint, id="portal.W001")]


@register(Tags.security, deploy=True)
def production_is_complete(**_: Any) -> list[CheckMessage]:
    """What production needs from outside, and what it must not have. Runs with ``check --deploy``."""
    return [*_production_problems(), *_identity_problems()]


def _production_problems() -> Iterator[Error]:
    environment = settings.PORTAL
    address = urlsplit(environment.base_url)
    if settings.PORTAL_IS_DEMO:
        yield Error("These are the demo settings.", hint="Use portal.settings.production.", id="portal.E010")
    if len(settings.SECRET_KEY) < SHORTEST_SECRET:
        yield Error(f"PORTAL_SECRET_KEY has fewer than {SHORTEST_SECRET} characters.", id="portal.E011")
    if settings.SECURE_SSL_REDIRECT and not environment.trusted_proxy:
        yield Error(
            "Every address redirects to https, but no proxy is trusted to say that it already is https.",
            hint="Set PORTAL_TRUSTED_PROXY=1 behind a proxy that sets X-Forwarded-Proto itself.",
            id="portal.E012",
        )
    if address.scheme != "https" or address.hostname not in settings.ALLOWED_HOSTS:
        yield Error(
            "PORTAL_BASE_URL is not https, or its host is missing in PORTAL_ALLOWED_HOSTS.",
            hint="It stands on receipts and in e-mails and has to work there.",
            id="portal.E013",
        )
    if not environment.clamd:
        yield Error(
            "PORTAL_CLAMD is empty: no upload could be scanned, so none would ever be released.",
            hint="Name clamd's socket or host:port; docs/operations.md says how it runs.",
            id="portal.E017",
        )
    yield from _store_problems(environment)
    for name, value in (("PORTAL_BROKER_URL", environment.broker_url), ("PORTAL_CACHE_URL", environment.cache_url)):
        if not value:
            yield Error(f"{name} is empty.", id="portal.E014")


def _store_problems(environment: Any) -> Iterator[Error]:
    """Found at start and not by the first person who sends a paper."""
    if environment.store not in {"local", "s3"}:
        yield Error("PORTAL_STORE is neither local nor s3.", id="portal.E017")
    if environment.store == "s3" and not (environment.s3_bucket and environment.s3_endpoint.startswith("https://")):
        yield Error(
            "The object store needs PORTAL_S3_BUCKET, and PORTAL_S3_ENDPOINT with https.",
            hint="docs/operations.md, Files.",
            id="portal.E018",
        )


def _identity_problems() -> Iterator[Error]:
    """Half a configuration would show people a button that leads to an error (docs/bundid.md)."""
    environment, bundid = settings.PORTAL, settings.BUNDID
    if bundid is not None:
        needed = (bundid.idp_entity_id, bundid.idp_certificates, bundid.keys, bundid.service_id)
        if not all(needed) or len(bundid.keys) != len(bundid.certificates):
            yield Error(
                "BundID is configured in part only, or keys and certificates are not pairs.",
                hint="docs/bundid.md lists the variables PORTAL_BUNDID_….",
                id="portal.E015",
            )
    urls = (environment.bundid_sso_url, environment.oidc_url, environment.staff_oidc_url)
    if any(url and not url.startswith("https://") for url in urls):
        yield Error("A sign-in service is not reached by https.", hint="Its answers open accounts.", id="portal.E016")
