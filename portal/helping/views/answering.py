"""Open an invitation by link, QR code or code, and answer it. What does not fit is said without naming anybody."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from applications.selectors.draft import open_drafts
from portal.accounts.models import User
from portal.accounts.views.availability import unavailable_without_services
from portal.accounts.views.step_up import step_up_required
from portal.cases.domain.scope_words import sentences
from portal.cases.enums import InvitationSide, Obstacle
from portal.cases.errors import InvitationNotAnswerable, InvitationUnknown
from portal.cases.models import Invitation, Standing
from portal.cases.selectors import actor_for_user
from portal.cases.services import answer_invitation, find_by_code, find_by_token, obstacle_to_answer, take_over
from portal.cases.views.actor import actor_of
from portal.helping.forms import CodeForm, TakeOverForm
from portal.helping.views.asking import PURPOSE

OPENED = "helping.invitation"  # in the session: the id of the invitation that was opened last
UNKNOWN_CODE = _("Diesen Code kennen wir nicht. Bitte prüfen Sie jedes Zeichen. Ein Code gilt 7 Tage und nur einmal.")
WRONG_CODE = _("Dieser Code passt nicht zu dem Link. Bitte fragen Sie die Person, die Ihnen den Link geschickt hat.")
TOO_OFT = _("Das waren zu viele Versuche. Bitte warten Sie zehn Minuten. Ihre Einladung gilt weiter.")
NO_LONGER = {Obstacle.USED, Obstacle.WITHDRAWN, Obstacle.EXPIRED}


@method_decorator(login_not_required, name="dispatch")
class OpenView(View):
    """GET: remember which invitation it is and lead on, so that its link stays in no history. Nothing is used up."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The next page says what to do, also when the link is unknown."""
        try:
            request.session[OPENED] = str(find_by_token(token).pk)
        except InvitationUnknown:
            request.session.pop(OPENED, None)
        return redirect("helping:answer")


@method_decorator(unavailable_without_services, name="dispatch")
class CodeView(View):
    """GET: a form for the code. POST: on to the invitation."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return render(request, "helping/code.html", {"form": CodeForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Ten tries in ten minutes for each account."""
        form = CodeForm(request.POST)
        status = HTTPStatus.OK
        if form.is_valid():
            if not ratelimit.consume(request, action="invitation"):
                form.add_error(None, TOO_OFT)
                status = HTTPStatus.TOO_MANY_REQUESTS
            else:
                try:
                    request.session[OPENED] = str(find_by_code(form.cleaned_data["code"]).pk)
                except InvitationUnknown:
                    form.add_error("code", UNKNOWN_CODE)
                else:
                    return redirect("helping:answer")
        return render(request, "helping/code.html", {"form": form}, status=status)


@method_decorator([login_not_required, unavailable_without_services], name="dispatch")
class AnswerView(View):
    """GET: who asks for what, after signing in. POST: yes, no, or take a begun draft."""

    http_method_names = ["get", "head", "post", "options"]
    invitation: Invitation
    user: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the opened invitation; say what stands in the way."""
        found = _opened(request)
        if found is None:
            return _obstacle_page(request, "unknown", HTTPStatus.NOT_FOUND)
        over = obstacle_to_answer(found, None)
        if over is not None:
            return _obstacle_page(request, over, HTTPStatus.GONE)
        if not isinstance(request.user, User):
            return render(request, "helping/opened.html", {"next": reverse("helping:answer")})
        obstacle = obstacle_to_answer(found, request.user)
        if obstacle is not None:
            return _obstacle_page(request, obstacle, HTTPStatus.FORBIDDEN)
        self.invitation, self.user = found, request.user
        try:
            return super().dispatch(request, *args, **kwargs)
        except InvitationNotAnswerable as refused:  # somebody was faster
            return _obstacle_page(request, refused.obstacle, HTTPStatus.GONE)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The question, or the form for a begun draft."""
        if self.invitation.side == InvitationSide.HANDOVER:
            return render(request, "helping/take_over.html", {"form": TakeOverForm()})
        return self._question(request)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Letting somebody act for oneself asks once more who one is; helping does not."""
        if self.invitation.side == InvitationSide.HANDOVER:
            return self._take_over(request)
        if request.POST.get("answer") == "no":
            return self._no(request)
        if request.POST.get("answer") != "yes":
            return self._question(request)
        yes: Callable[[HttpRequest], HttpResponseBase] = self._yes
        if self.invitation.side == InvitationSide.REQUEST:
            yes = step_up_required(yes)
        return yes(request)

    def _question(self, request: HttpRequest) -> HttpResponse:
        asked = self.invitation
        if asked.side == InvitationSide.COLLEAGUE:
            return render(request, "helping/answer_work.html", {"invitation": asked})
        context = {
            "invitation": asked,
            "is_request": asked.side == InvitationSide.REQUEST,
            "sentences": sentences(asked.scopes),
            "address": (asked.created_by_user.email or "") if asked.side == InvitationSide.REQUEST else "",
        }
        return render(request, "helping/answer.html", context)

    def _yes(self, request: HttpRequest) -> HttpResponse:
        answered = answer_invitation(
            actor=actor_of(request, purpose=PURPOSE), invitation_id=self.invitation.pk, accept=True
        )
        request.session.pop(OPENED, None)
        if answered.side == InvitationSide.COLLEAGUE:
            messages.success(request, _("Willkommen. Sie gehören jetzt zu dieser Organisation."))
            return redirect("helping:clients", pk=answered.organisation_id)
        if answered.side == InvitationSide.REQUEST:
            messages.success(request, _("Danke. Die Person darf Ihnen jetzt helfen. Wir sagen ihr Bescheid."))
            return redirect("helping:helpers")
        messages.success(request, _("Danke, dass Sie helfen. Wir sagen der Person Bescheid."))
        return redirect("helping:helping")

    def _no(self, request: HttpRequest) -> HttpResponse:
        answer_invitation(actor=actor_of(request, purpose=PURPOSE), invitation_id=self.invitation.pk, accept=False)
        request.session.pop(OPENED, None)
        messages.info(request, _("In Ordnung. Die andere Seite erfährt nur, dass es nicht geklappt hat."))
        return redirect("pages:home")

    def _take_over(self, request: HttpRequest) -> HttpResponse:
        form = TakeOverForm(request.POST)
        status = HTTPStatus.OK
        if form.is_valid():
            if not ratelimit.consume(request, action="invitation"):
                form.add_error(None, TOO_OFT)
                status = HTTPStatus.TOO_MANY_REQUESTS
            else:
                try:
                    own = take_over(
                        actor=actor_of(request, purpose=PURPOSE),
                        invitation_id=self.invitation.pk,
                        code=form.cleaned_data["code"],
                        left_to_helper=form.left_to_helper(),
                    )
                except InvitationUnknown:
                    form.add_error("code", WRONG_CODE)
                else:
                    return self._taken(request, own)
        return render(request, "helping/take_over.html", {"form": form}, status=status)

    def _taken(self, request: HttpRequest, own: Standing) -> HttpResponse:
        """To what was begun: look at it and send it."""
        request.session.pop(OPENED, None)
        messages.success(request, _("Das gehört jetzt Ihnen. Bitte prüfen Sie alles in Ruhe. Sie können alles ändern."))
        actor = actor_for_user(self.user, purpose=PURPOSE)
        draft = open_drafts(actor).filter(case_id=own.case_id).first()
        return redirect("applications:review", draft_id=draft.pk) if draft else redirect("applications:overview")


def _opened(request: HttpRequest) -> Invitation | None:
    kept = request.session.get(OPENED)
    if kept is None:
        return None
    return Invitation.objects.select_related("case", "created_by_user", "organisation").filter(pk=UUID(kept)).first()


def _obstacle_page(request: HttpRequest, obstacle: str, status: int) -> HttpResponse:
    """One page for all situations; the invitation stays remembered only where another account could answer it."""
    if obstacle in NO_LONGER:
        request.session.pop(OPENED, None)
    return render(request, "helping/obstacle.html", {"obstacle": str(obstacle)}, status=status)
