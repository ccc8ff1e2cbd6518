"""Middleware of the user interface."""

from portal.ui.middleware.language import LanguageMiddleware
from portal.ui.middleware.security_headers import SecurityHeadersMiddleware
from portal.ui.middleware.static_files import StaticFilesMiddleware

__all__ = ["LanguageMiddleware", "SecurityHeadersMiddleware", "StaticFilesMiddleware"]
