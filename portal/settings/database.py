"""PostgreSQL, the only engine, and the Redis cache (rate limits, nothing that must survive)."""

from typing import Any

from portal.settings.environment import PORTAL

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "portal.postgres",
        "HOST": PORTAL.db_host,
        "PORT": PORTAL.db_port,
        "NAME": PORTAL.db_name,
        "USER": PORTAL.db_user,
        "PASSWORD": PORTAL.db_password,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # costs no query (portal.postgres.base)
    },
}

CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": PORTAL.cache_url,
        "KEY_PREFIX": "portal",
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
    },
}
