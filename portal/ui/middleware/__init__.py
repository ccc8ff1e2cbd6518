"""Middleware of the user interface."""

from portal.ui.middleware.language import LanguageMiddleware
from portal.ui.middleware.security_headers import SecurityHeadersMiddleware

__all__ = ["LanguageMiddleware", "SecurityHeadersMiddleware"]
