"""The floor as gunicorn serves it: ``floor_app`` as it was measured, plus the same view without its UPDATE for GET."""

import hashlib
import inspect
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import floor_app
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path

# A moved floor makes every ratio worthless: SQL, template and fields are pinned.
PINNED = {
    "template": "22ad74e1210cedc411347f6db6ed33f441be77e1154565e0f34f33e0053cca48",
    "step": "102537cf4f335d6ac2294e002af5dad25fdcc2d6829e176d6de882451024d5eb",
}


def fingerprint() -> dict[str, str]:
    """SHA-256 of the floor's template and of its step view (SQL included)."""
    loaders = floor_app.settings.TEMPLATES[0]["OPTIONS"]["loaders"]
    template = loaders[0][1][0][1]["step.html"]
    return {
        "template": hashlib.sha256(template.encode()).hexdigest(),
        "step": hashlib.sha256(inspect.getsource(inspect.unwrap(floor_app.step)).encode()).hexdigest(),
    }


def read(request: HttpRequest) -> HttpResponse:
    """``floor_app.step`` without its UPDATE: one session read, one SELECT, the same page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data, version FROM draft WHERE id=%s", [request.session["draft"]])
        data, _version = cursor.fetchone()
    if isinstance(data, str):
        data = floor_app.json.loads(data)
    return HttpResponse(render_to_string("step.html", {"title": "Your details", "fields": list(data.items())}, request))


floor_app.urlpatterns.append(path("read", read))
application = floor_app.application

if fingerprint() != PINNED:
    raise SystemExit(f"the floor has moved: {fingerprint()}")
