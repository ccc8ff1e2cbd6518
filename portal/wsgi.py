"""WSGI entry point, used by gunicorn."""

import gc
import os

gc.disable()  # nothing of what is loaded is garbage: to look for some would be a seventh of the start

from django.core.wsgi import get_wsgi_application  # noqa: E402 -- a part of what is loaded
from django.urls import get_resolver  # noqa: E402 -- as above

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()
_patterns = get_resolver().url_patterns  # loads the views once for all workers, not in each with its first page
gc.freeze()  # what is loaded now stays: the collector need not look at it, and workers share its memory
gc.enable()
