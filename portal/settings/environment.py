"""The only place where the portal reads environment variables."""

import os
import pathlib

from msgspec import field

from portal.discreet import Discreet

PROJECT_ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def _text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def _flag(name: str, *, default: bool = False) -> bool:
    return _text(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def _paths(name: str, default: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(_text(name) or default)


def _list(name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _text(name).split(",") if part.strip())


def _file(name: str) -> pathlib.Path | None:
    return pathlib.Path(_text(name)) if _text(name) else None


def _client(name: str, secret: str) -> tuple[str, str]:
    return _text(name), _text(secret)


class Environment(Discreet, frozen=True, kw_only=True):
    """What an operator sets from outside. Every field names its variable; docs/operations.md explains each."""

    secret_key: str = field(default_factory=lambda: _text("PORTAL_SECRET_KEY"))
    master_key: str = field(default_factory=lambda: _text("PORTAL_MASTER_KEY"))
    base_url: str = field(default_factory=lambda: _text("PORTAL_BASE_URL", "http://localhost:8000").rstrip("/"))
    allowed_hosts: tuple[str, ...] = field(default_factory=lambda: _list("PORTAL_ALLOWED_HOSTS"))
    trusted_proxy: bool = field(default_factory=lambda: _flag("PORTAL_TRUSTED_PROXY"))
    official_header: bool = field(default_factory=lambda: _flag("PORTAL_OFFICIAL_HEADER"))

    quick_exit_url: str = field(default_factory=lambda: _text("PORTAL_QUICK_EXIT_URL", "https://www.dwd.de/"))

    db_host: str = field(default_factory=lambda: _text("PORTAL_DB_HOST"))
    db_port: str = field(default_factory=lambda: _text("PORTAL_DB_PORT"))
    db_name: str = field(default_factory=lambda: _text("PORTAL_DB_NAME", "portal"))
    db_user: str = field(default_factory=lambda: _text("PORTAL_DB_USER", "portal_app"))
    db_password: str = field(default_factory=lambda: _text("PORTAL_DB_PASSWORD"))

    own_services: bool = field(default_factory=lambda: _flag("PORTAL_OWN_SERVICES"))
    test_template: str = field(default_factory=lambda: _text("PORTAL_TEST_TEMPLATE"))

    broker_url: str = field(default_factory=lambda: _text("PORTAL_BROKER_URL"))
    cache_url: str = field(default_factory=lambda: _text("PORTAL_CACHE_URL"))

    data_dir: pathlib.Path = field(default_factory=lambda: _paths("PORTAL_DATA_DIR", PROJECT_ROOT / "var" / "data"))
    keyset_dir: pathlib.Path = field(default_factory=lambda: _paths("PORTAL_KEYSET_DIR", PROJECT_ROOT / "var" / "keys"))
    store: str = field(default_factory=lambda: _text("PORTAL_STORE", "local"))
    s3_endpoint: str = field(default_factory=lambda: _text("PORTAL_S3_ENDPOINT").rstrip("/"))
    s3_bucket: str = field(default_factory=lambda: _text("PORTAL_S3_BUCKET"))
    s3_region: str = field(default_factory=lambda: _text("PORTAL_S3_REGION"))
    s3_client: tuple[str, str] = field(default_factory=lambda: _client("PORTAL_S3_ACCESS_KEY", "PORTAL_S3_SECRET_KEY"))
    s3_ca: pathlib.Path | None = field(default_factory=lambda: _file("PORTAL_S3_CA"))
    mail_dir: pathlib.Path = field(default_factory=lambda: _paths("PORTAL_MAIL_DIR", PROJECT_ROOT / "var" / "mail"))
    memory_dir: pathlib.Path | None = field(default_factory=lambda: _file("PORTAL_MEMORY_DIR"))
    workshop_unsealed: bool = field(default_factory=lambda: _flag("PORTAL_WORKSHOP_UNSEALED"))
    static_root: pathlib.Path = field(
        default_factory=lambda: _paths("PORTAL_STATIC_ROOT", PROJECT_ROOT / "var" / "static")
    )

    clamd: str = field(default_factory=lambda: _text("PORTAL_CLAMD"))
    ocr_languages: str = field(default_factory=lambda: _text("PORTAL_OCR_LANGUAGES", "deu+eng"))
    signature_days: int = field(default_factory=lambda: int(_text("PORTAL_SIGNATURE_DAYS", "3")))

    smtp_host: str = field(default_factory=lambda: _text("PORTAL_SMTP_HOST", "localhost"))
    smtp_port: int = field(default_factory=lambda: int(_text("PORTAL_SMTP_PORT", "25")))
    smtp_user: str = field(default_factory=lambda: _text("PORTAL_SMTP_USER"))
    smtp_password: str = field(default_factory=lambda: _text("PORTAL_SMTP_PASSWORD"))
    smtp_tls: bool = field(default_factory=lambda: _flag("PORTAL_SMTP_TLS", default=False))
    from_email: str = field(
        default_factory=lambda: _text("PORTAL_FROM_EMAIL", "Jobcenter-Portal <keine-antwort@jobcenter.example>")
    )

    sms_gateway: str = field(default_factory=lambda: _text("PORTAL_SMS_GATEWAY"))

    vapid_private_key: str = field(default_factory=lambda: _text("PORTAL_VAPID_PRIVATE_KEY"))
    vapid_contact: str = field(default_factory=lambda: _text("PORTAL_VAPID_CONTACT"))
    push_services: tuple[str, ...] = field(default_factory=lambda: _list("PORTAL_PUSH_SERVICES"))

    bundid_entity_id: str = field(default_factory=lambda: _text("PORTAL_BUNDID_ENTITY_ID"))
    bundid_sso_url: str = field(default_factory=lambda: _text("PORTAL_BUNDID_SSO_URL"))
    bundid_certificates: pathlib.Path | None = field(default_factory=lambda: _file("PORTAL_BUNDID_CERTIFICATES"))
    bundid_own_keys: pathlib.Path | None = field(default_factory=lambda: _file("PORTAL_BUNDID_OWN_KEYS"))
    bundid_own_certificates: pathlib.Path | None = field(
        default_factory=lambda: _file("PORTAL_BUNDID_OWN_CERTIFICATES")
    )
    bundid_service_id: str = field(default_factory=lambda: _text("PORTAL_BUNDID_SERVICE_ID"))
    bundid_organization: str = field(default_factory=lambda: _text("PORTAL_BUNDID_ORGANIZATION", "Jobcenter"))
    bundid_level: int = field(default_factory=lambda: int(_text("PORTAL_BUNDID_LEVEL", "1")))
    bundid_step_up_level: int = field(default_factory=lambda: int(_text("PORTAL_BUNDID_STEP_UP_LEVEL", "3")))

    oidc_url: str = field(default_factory=lambda: _text("PORTAL_OIDC_URL").rstrip("/"))
    oidc_name: str = field(default_factory=lambda: _text("PORTAL_OIDC_NAME", "Servicekonto"))
    oidc_client: tuple[str, str] = field(
        default_factory=lambda: _client("PORTAL_OIDC_CLIENT_ID", "PORTAL_OIDC_CLIENT_SECRET")
    )
    staff_oidc_url: str = field(default_factory=lambda: _text("PORTAL_STAFF_OIDC_URL").rstrip("/"))
    staff_oidc_name: str = field(default_factory=lambda: _text("PORTAL_STAFF_OIDC_NAME", "Dienstkonto"))
    staff_oidc_client: tuple[str, str] = field(
        default_factory=lambda: _client("PORTAL_STAFF_OIDC_CLIENT_ID", "PORTAL_STAFF_OIDC_CLIENT_SECRET")
    )
    staff_oidc_second_factor: tuple[str, ...] = field(default_factory=lambda: _list("PORTAL_STAFF_OIDC_SECOND_FACTOR"))
    identity_origins: tuple[str, ...] = field(default_factory=lambda: _list("PORTAL_IDENTITY_ORIGINS"))


PORTAL = Environment()
