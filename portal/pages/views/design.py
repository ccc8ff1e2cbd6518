"""The component page of the demo: every building block in every state, made by the tags and forms of the product."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from applications.forms.step import form_class, initial_values
from portal.pages.content.design import ANSWERS, LONG_LABEL, LONG_WORD, PEOPLE, REFUSED, STEP
from portal.pages.content.files import shown_files
from portal.ui.blocks import KINDS
from portal.ui.formats import format_moment
from portal.ui.icons import ICONS


@method_decorator(login_not_required, name="dispatch")
class DesignView(TemplateView):
    """Exists in the demo only: the address is not routed elsewhere and the view checks again."""

    template_name = "pages/design.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 404 outside the demo."""
        if not settings.PORTAL_IS_DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the kinds, the icons, the fields and something for the blocks to say."""
        now = timezone.now()
        words = ("Wir brauchen noch etwas von Ihnen", "In Prüfung", "Eingegangen – wird geprüft")
        return {
            **super().get_context_data(**kwargs),
            "kinds": KINDS,
            "icons": sorted(ICONS),
            "now": now,
            "talk": DateTimeTZRange(now, now + timedelta(minutes=30)),
            "long_word": LONG_WORD,
            "long_label": LONG_LABEL,
            "names": list(PEOPLE.values()),
            "entries": [{"shown_as": word, "text": LONG_LABEL, "change": {"at": now}} for word in words],
            "files": shown_files(),
            "facts": {"reference": "JC-FHGW-GDNV", "moment": format_moment(now), "received_at": now},
            **fields(),
        }


def fields() -> dict[str, Any]:
    """Return every question empty, with an answer and with an error; ``refused`` is a form with a few."""
    made = form_class(STEP)
    empty = made(prefix="leer", people=PEOPLE)
    filled = made(prefix="voll", people=PEOPLE, initial=initial_values(STEP, ANSWERS))
    data = {f"falsch-{name}": value for name, value in REFUSED.items()}
    refused = made(data, prefix="falsch", people=PEOPLE)
    rows = [
        {"kind": type(question).__name__, "states": (empty[question.key], filled[question.key], refused[question.key])}
        for question in STEP.questions
    ]
    some = {name: value for name, value in data.items() if name.startswith("falsch-date")}
    return {"rows": rows, "refused": made(some, prefix="falsch", people=PEOPLE)}
