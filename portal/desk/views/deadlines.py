"""Deadlines of requests for papers: what is over, what is near, who wishes for more time. Nothing follows by itself."""

import datetime
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from msgspec import Struct

from mailbox.models import EvidenceRequest
from portal.accounts.models import StaffMembership
from portal.cases.models import Actor
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.selectors.evidence import ALL, MINE, TEAM, due_requests, figures
from portal.desk.views.page import desk_page

PURPOSE = "deadlines"
WHOSE = "wer"
PER_PAGE = 50


class Row(Struct, frozen=True):
    """One request. ``missing``: how much is not there yet, in words; ``when``: how the deadline stands, in words."""

    request: EvidenceRequest
    name: str
    missing: str
    when: str
    is_late: bool
    worker: str


class Tab(Struct, frozen=True):
    """Whose work is shown."""

    label: str
    url: str
    is_current: bool


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Wishes for more time first, then by deadline. Names and numbers only: what is missing stands one step further."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    wanted = request.GET.get(WHOSE, MINE)
    whose = wanted if wanted in {MINE, TEAM, ALL} else MINE
    today = timezone.localdate()
    note_list(actor=actor)
    page = Paginator(due_requests(actor, whose, today), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "page": page,
        "rows": rows_of(page.object_list, today),
        "tabs": _tabs(actor, whose),
        "figures": figures(actor, whose, today),
        "whose": whose,
    }
    return desk_page(request, "desk/deadlines.html", title=_("Fristen"), context=context)


def rows_of(requests: Iterable[EvidenceRequest], today: datetime.date) -> list[Row]:
    """The rows; no query."""
    return [
        Row(
            request=each,
            name=each.person.name or _("(ohne Namen)"),
            missing=_missing(each),
            when=_when(each.deadline, today),
            is_late=each.deadline is not None and each.deadline < today,
            worker=_worker(each),
        )
        for each in requests
    ]


def _missing(request: EvidenceRequest) -> str:
    """``missing`` counts what is on its way, too; both come from ``due_requests``."""
    total: int = request.total  # type: ignore[attr-defined] # annotated
    missing: int = request.missing  # type: ignore[attr-defined] # as above
    announced: int = request.announced  # type: ignore[attr-defined] # as above
    if not missing:
        return _("alles beantwortet")
    words = _("%(missing)s von %(total)s fehlen") % {"missing": missing, "total": total}
    if announced:
        words += _(", davon %(number)s auf dem Weg") % {"number": announced}
    return words


def _when(deadline: datetime.date | None, today: datetime.date) -> str:
    if deadline is None:
        return _("keine Frist")
    days = (deadline - today).days
    if days == 0:
        return _("heute")
    if days > 0:
        return ngettext("noch %(days)s Tag", "noch %(days)s Tage", days) % {"days": days}
    return ngettext("seit %(days)s Tag vorbei", "seit %(days)s Tagen vorbei", -days) % {"days": -days}


def _worker(request: EvidenceRequest) -> str:
    """Who looks after it."""
    application = getattr(request.submission, "application", None) if request.submission else None
    worker: StaffMembership | None = (application.assigned_to if application else None) or request.case.responsible
    return worker.display_name if worker else _("niemand")


def _tabs(actor: Actor, whose: str) -> list[Tab]:
    names = [(MINE, _("meine")), (TEAM, _("mein Team")), (ALL, _("alle"))]
    shown = [(key, label) for key, label in names if key != TEAM or actor.team_id is not None]
    return [Tab(label, f"{reverse('desk:deadlines')}?{WHOSE}={key}", key == whose) for key, label in shown]
