"""The requests for papers of a case, as its page lists them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from mailbox.enums import RequestStatus
from mailbox.models import EvidenceRequest
from portal.cases.models import Actor, Case
from portal.desk.selectors.evidence import requests_of_case


class Row(Struct, frozen=True):
    """One request: what it is, how far it is, what waits for staff. ``kind`` is that of a badge."""

    request: EvidenceRequest
    title: str
    state: str
    kind: str
    is_late: bool


def requests_in(actor: Actor, case: Case) -> dict[str, Any]:
    """What the case page says of them: those that are open, and how many are over. One SQL."""
    rows = [_row(each) for each in requests_of_case(actor, case.pk)]
    over = {RequestStatus.SETTLED, RequestStatus.WITHDRAWN}
    return {
        "open_requests": [row for row in rows if row.request.status not in over],
        "ended_requests": [row for row in rows if row.request.status in over],
    }


def _row(request: EvidenceRequest) -> Row:
    number: dict[str, int] = {
        name: getattr(request, name) for name in ("total", "settled", "missing", "to_look_at", "wishes")
    }
    if request.status == RequestStatus.DRAFT:
        return Row(request, _draft(request, number["total"]), _("noch nicht gesendet"), "W", is_late=False)
    title = _("Hinweis") if request.is_hint else _("Bitte um Unterlagen")
    if request.status != RequestStatus.SENT:
        return Row(request, title, str(request.get_status_display()), "I", is_late=False)
    is_late = request.deadline is not None and request.deadline < timezone.localdate() and number["missing"] > 0
    state = _("%(there)s von %(total)s da") % {"there": number["total"] - number["missing"], "total": number["total"]}
    waiting = []
    if number["to_look_at"]:
        words = ngettext("%(number)s anzusehen", "%(number)s anzusehen", number["to_look_at"])
        waiting.append(words % {"number": number["to_look_at"]})
    if number["wishes"]:
        waiting.append(_("möchte mehr Zeit"))
    return Row(request, title, ", ".join([state, *waiting]), "W" if waiting or is_late else "I", is_late)


def _draft(request: EvidenceRequest, total: int) -> str:
    if request.created_by_id is None:
        words = ngettext("Entwurf aus der Prüfung: %(n)s Punkt", "Entwurf aus der Prüfung: %(n)s Punkte", total)
    else:
        words = ngettext("Entwurf: %(n)s Punkt", "Entwurf: %(n)s Punkte", total)
    return words % {"n": total}
