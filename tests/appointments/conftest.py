"""A real SMTP server on the loopback, as the notices have it."""

from tests.portal.notices.conftest import inbox

__all__ = ["inbox"]
