"""Celery on Redis. Values as measured under kill -9: docs/adr/0002-outbox.md."""

from typing import Any

from portal.settings.environment import PORTAL

CELERY_BROKER_URL = PORTAL.broker_url
CELERY_TASK_DEFAULT_QUEUE = "general"  # portal.outbox.enums.Queue
CELERY_TASK_IGNORE_RESULT = True  # progress lives in our tables
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 3, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.5}
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
    "visibility_timeout": 180,  # above CELERY_TASK_TIME_LIMIT
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "unacked_mutex_expire": 5,
    "health_check_interval": 5,
    "socket_timeout": 10,
    "socket_connect_timeout": 2,
}
# A handler goes on without Redis: its effect and its "done" are in PostgreSQL, and being broken off costs an attempt.
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = "Europe/Berlin"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
