"""Middleware of the user interface."""

from portal.ui.middleware.security_headers import SecurityHeadersMiddleware

__all__ = ["SecurityHeadersMiddleware"]
