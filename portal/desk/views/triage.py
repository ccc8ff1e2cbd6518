"""The triage list: find, sort, take, hand out."""

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from msgspec.structs import replace

from applications.errors import NotAColleague, NotAllowed
from applications.selectors.application import (
    TriageFilter,
    applications_visible_to,
    triage_list,
    unsettled_counts,
    work_counts,
)
from applications.services.triage import assign_applications
from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason
from portal.desk.domain.search_token import seal, unseal
from portal.desk.forms.triage import AssignForm, TriageForm
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.page import desk_page
from portal.desk.views.rows import rows_of

PER_PAGE = 50
SEARCH_LENGTH = 120
FILTERS = ("whose", "status", "received_from", "received_to", "urgent", "withdrawal", "errors_only", "sort")


@require_GET
def triage(request: HttpRequest) -> HttpResponse:
    """Show one page of the list. Its whole state stands in the address, the searched words sealed."""
    actor = staff_actor_of(request, purpose="triage")
    form = TriageForm({**request.GET.dict(), "q": _searched(request, actor)})
    wanted = form.wanted()
    note_list(actor=actor, searched=bool(wanted.text or wanted.birth_date))
    now = timezone.now()
    page = Paginator(triage_list(actor=actor, wanted=wanted, now=now), PER_PAGE).get_page(request.GET.get("seite"))
    applications = list(page.object_list)
    counts = unsettled_counts(application.pk for application in applications)
    context = {
        "form": form,
        "wanted": wanted,
        "page": page,
        "rows": rows_of(applications, counts, now),
        "tabs": _tabs(work_counts(actor=actor, now=now), wanted, actor),
        "headings": _headings(request.GET, wanted.sort),
        "colleagues": colleagues_of(actor),
        "actor": actor,
        "query": _query(request.GET, drop=("seite",)),
    }
    return desk_page(request, "desk/triage.html", title=_("Anträge"), context=context)


@require_POST
def narrow(request: HttpRequest) -> HttpResponse:
    """Turn the filled-in filters into an address of the list and go there."""
    actor = staff_actor_of(request, purpose="triage")
    chosen = {name: str(value) for name in FILTERS if (value := request.POST.get(name, "").strip())}
    if words := request.POST.get("q", "").strip():
        chosen["q"] = seal(words[:SEARCH_LENGTH], membership_id=_desk_key(actor))
    return HttpResponseRedirect(f"{reverse('desk:applications')}?{urlencode(chosen)}")


@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Give the marked applications to a colleague and return to the list as it was.

    Whoever takes over what lies with others says why, or taking over would be the way around the question.
    """
    actor = staff_actor_of(request, purpose="triage")
    form = AssignForm(request.POST, colleagues=colleagues_of(actor))
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return _back(request)
    membership, chosen = form.cleaned_data["membership"], form.cleaned_data["application"]
    if membership.pk == actor.membership_id:
        taken = applications_visible_to(actor).filter(pk__in=chosen)
        for case_id in taken.order_by("case").values_list("case_id", flat=True).distinct():
            with_reason(request, actor, case_id)
    try:
        number = assign_applications(actor=actor, application_ids=chosen, membership=membership)
    except (NotAllowed, NotAColleague):
        messages.error(request, _("Nicht zugeteilt: Diese Person arbeitet nicht in dem Jobcenter, das zuständig ist."))
        return _back(request)
    done = ngettext("%(number)d Antrag zugeteilt an %(name)s.", "%(number)d Anträge zugeteilt an %(name)s.", number)
    messages.success(request, done % {"number": number, "name": membership.display_name})
    return _back(request)


def _searched(request: HttpRequest, actor: Actor) -> str:
    token = request.GET.get("q", "")
    return unseal(token, membership_id=_desk_key(actor)) if token else ""


def _desk_key(actor: Actor) -> UUID:
    """Whose desk it is; members of staff always have a membership."""
    return cast("UUID", actor.membership_id)


def _back(request: HttpRequest) -> HttpResponse:
    """Return to the list that was left; never to another site."""
    list_url = reverse("desk:applications")
    query = QueryDict(request.POST.get("query", "")).urlencode()
    target = f"{list_url}?{query}" if query else list_url
    return HttpResponseRedirect(target if url_has_allowed_host_and_scheme(target, None) else list_url)


def _tabs(counts: dict[str, int], wanted: TriageFilter, actor: Actor) -> list[dict[str, Any]]:
    """The usual views of the list with their figures; the current one is marked when nothing else is filtered."""
    tabs = [
        (_("Alle offenen"), counts["open"], {}),
        (_("Neu"), counts["new"], {"status": "new"}),
        (_("Meine"), counts["mine"], {"whose": "mine"}),
        (_("Mein Team"), counts["team"], {"whose": "team"}),
        (_("Nicht zugeteilt"), counts["unassigned"], {"whose": "unassigned"}),
        (_("Dringend"), counts["urgent"], {"urgent": "on"}),
        (_("Überfällig"), counts["overdue"], {"status": "overdue"}),
        (_("Rücknahme wartet"), counts["withdrawal"], {"withdrawal": "on"}),
    ]
    if actor.role is Role.ADMINISTRATOR:
        tabs.append((_("Klärungsliste"), counts["clearing"], {"whose": "clearing"}))
    base = reverse("desk:applications")
    return [
        {
            "label": label,
            "number": number,
            "url": f"{base}?{urlencode(query)}" if query else base,
            "current": TriageForm(query).wanted() == _plain(wanted),
        }
        for label, number, query in tabs
    ]


def _plain(wanted: TriageFilter) -> TriageFilter:
    """The same list whatever its order."""
    return replace(wanted, sort="received")


def _headings(query: QueryDict, sort: str) -> dict[str, dict[str, str]]:
    """For each sortable column: the address that sorts by it (or turns the order round) and its ``aria-sort``."""
    headings = {}
    for column in ("received", "name", "status", "assigned"):
        direction = {column: "ascending", f"-{column}": "descending"}.get(sort, "")
        following = f"-{column}" if direction == "ascending" else column
        headings[column] = {
            "url": f"?{_query(query, drop=('seite', 'sort'), sort=following)}",
            "aria": direction,
        }
    return headings


def _query(query: QueryDict, *, drop: tuple[str, ...], **more: str) -> str:
    """The query string without ``drop`` and without empty values, with ``more``."""
    kept = {name: value for name, value in query.items() if value and name not in drop}
    return urlencode({**kept, **more})
