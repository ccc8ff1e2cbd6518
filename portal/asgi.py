"""ASGI entry point, for servers that prefer it; the portal itself needs no long-lived connections."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_asgi_application()
