"""After sending: add something, correct it, take it back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from applications.domain.withdrawal import can_be_withdrawn
from applications.errors import NotAllowed, NothingToWithdraw
from applications.forms.withdrawal import WithdrawalForm
from applications.models import Application, Draft
from applications.permissions.application import may_withdraw
from applications.selectors.application import applications_visible_to
from applications.services.after_sending import add_to_application, correct_application
from applications.services.withdraw import whose_word_is_needed, withdraw_application
from portal.cases.models import Actor
from portal.cases.views.actor import actor_of

PURPOSE = "after_sending"
NOTHING_LEFT = _("Das kann man nicht mehr zurücknehmen. Hier sehen Sie, wie es steht.")


def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """POST begins to hand something in later, or goes on with it."""
    return _begin(request, pk, add_to_application)


def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """POST begins a correction, or goes on with it."""
    return _begin(request, pk, correct_application)


def _begin(request: HttpRequest, pk: UUID, begin: Callable[..., Draft]) -> HttpResponse:
    """Lead to the draft. Foreign applications answer 404, whatever is asked."""
    actor, application = _find(request, pk)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        draft = begin(actor=actor, application=application)
    except NotAllowed:
        raise Http404 from None
    return redirect("applications:tasks", draft_id=draft.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET explains what follows and asks; POST takes it back and leads to the receipt. 404 for who may not."""
    actor, application = _find(request, pk)
    if not may_withdraw(actor=actor, application=application):
        raise Http404
    request.jobcenter_id = application.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows this office
    if not can_be_withdrawn(application):
        messages.info(request, NOTHING_LEFT)
        return redirect("applications:status", pk=pk)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {
            "application": application,
            "submission": application.submission,
            "form": form,
            "waits_for": whose_word_is_needed(actor, application, timezone.now()),
        }
        return render(request, "applications/withdraw.html", context)
    try:
        reason = form.cleaned_data["reason"]
        submission = withdraw_application(actor=actor, application=application, reason=reason)
    except NothingToWithdraw:
        messages.info(request, NOTHING_LEFT)
        return redirect("applications:status", pk=pk)
    return redirect("submissions:confirmation", pk=submission.pk)


def _find(request: HttpRequest, pk: UUID) -> tuple[Actor, Application]:
    """Who acts, and the application; 404 for what they may not see."""
    actor = actor_of(request, purpose=PURPOSE)
    visible = applications_visible_to(actor).select_related("submission", "case", "follows")
    return actor, get_object_or_404(visible, pk=pk)
