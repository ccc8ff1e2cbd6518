"""The page between a member of staff and a case that is not their own work: why do you open it?"""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from applications.selectors.application import applications_visible_to
from portal.cases.errors import ReasonWanted
from portal.cases.models import Actor, Case
from portal.cases.permissions import is_own_work
from portal.cases.selectors import cases_visible_to
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import LASTS, keep_reason
from portal.desk.forms.reason import ReasonForm
from portal.desk.views.page import desk_page

NEXT = "weiter"
NOTHING_CHANGED = gettext_lazy(
    "Es wurde noch nichts geändert. Bitte nennen Sie zuerst den Grund. Wiederholen Sie danach den Schritt."
)


class ReasonMiddleware:
    """Leads to this page from wherever a reason is wanted, and so from files, too, whose views know no desk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask for the reason and come back; a form that was sent has to be sent again."""
        if not isinstance(exception, ReasonWanted):
            return None
        back = {NEXT: request.get_full_path()} if request.method in {"GET", "HEAD"} else {}
        if not back:
            messages.warning(request, NOTHING_CHANGED)
        query = f"?{urlencode(back)}" if back else ""
        return HttpResponseRedirect(reverse("desk:reason", args=[exception.case_id]) + query)


@require_http_methods(["GET", "HEAD", "POST"])
def reason(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask once why this case is opened, then go on. Whose own work it is, is not asked. Shows reference and name."""
    actor = staff_actor_of(request, purpose="reason")
    case = get_object_or_404(cases_visible_to(actor), pk=pk)
    following = _following(request, actor, case)
    if is_own_work(actor, case.pk):
        return HttpResponseRedirect(following)
    form = ReasonForm(request.POST if request.method == "POST" else None, role=actor.role)
    if form.is_bound and form.is_valid():
        keep_reason(request, case.pk, form.cleaned_data["reason"])
        return HttpResponseRedirect(following)
    applications = applications_visible_to(actor).filter(case=case).select_related("submission", "assigned_to", "team")
    context = {
        "applications": applications.order_by("-received_at"),
        "form": form,
        "next": following,
        "hours": LASTS // 3600,
    }
    title = _("Warum öffnen Sie diesen Fall?")
    return desk_page(request, "desk/reason.html", title=title, context=context, status=422 if form.is_bound else 200)


def _following(request: HttpRequest, actor: Actor, case: Case) -> str:
    """Where somebody wanted to go; else the latest application of the case, else the list. Never another site."""
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None):
        return wanted
    latest = applications_visible_to(actor).filter(case=case).order_by("-received_at").first()
    return reverse("desk:application", args=[latest.pk]) if latest else reverse("desk:applications")
