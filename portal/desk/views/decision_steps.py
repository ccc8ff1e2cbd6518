"""What is done with a decision: handed on, released, given back, withdrawn, posted; and its pages and file."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from mailbox.enums import Delivery
from mailbox.errors import FileIsActive, FileNotReady, NotByPost, StepNotAllowed
from mailbox.models import Decision
from mailbox.services import give_back, hand_to_second, record_posted, release_decision, withdraw_decision
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.desk.forms.decision import NoteForm, PostedForm
from portal.desk.views.decision_access import Desk, decision_at
from portal.desk.views.decisions import show_decision
from portal.documents.errors import NotAllowed, PageNotDrawn
from portal.documents.models import DocumentPage
from portal.documents.services import open_original, open_page
from portal.documents.views.responses import SANDBOX, file_response

IN_PORTAL = gettext_lazy("Freigegeben. Das Schreiben liegt im Portal, die Benachrichtigung geht gleich hinaus.")
BY_POST = gettext_lazy("Freigegeben. Bitte schicken Sie das Schreiben mit der Post und tragen Sie den Tag ein.")
CHANGED = gettext_lazy("Das ging nicht: Inzwischen hat jemand anders etwas geändert, oder es ist nicht Ihr Schritt.")
NOT_READY = gettext_lazy("Das ging noch nicht: Die Datei wird noch geprüft oder lässt sich nicht öffnen.")


@require_POST
def step(request: HttpRequest, case_pk: UUID, pk: UUID) -> HttpResponse:
    """Take the step that ``to`` names; 404 for others."""
    desk, decision = decision_at(request, case_pk, pk)
    wanted = request.POST.get("to", "")
    if wanted == "give_back":
        return _give_back(request, desk, decision)
    if wanted == "posted":
        return _posted(request, desk, decision)
    if wanted not in _STEPS:
        raise Http404
    try:
        said = _STEPS[wanted](desk.actor, decision)
    except NotPermitted:
        raise Http404 from None
    except (StepNotAllowed, FileNotReady) as reason:
        messages.info(request, CHANGED if isinstance(reason, StepNotAllowed) else NOT_READY)
    except FileIsActive:
        pass  # the page says why and what to do
    else:
        messages.success(request, said)
    return _to(decision)


@require_safe
def page_picture(request: HttpRequest, case_pk: UUID, pk: UUID, number: int) -> HttpResponseBase:
    """One page as a picture that can do nothing; each look is noted. 503 when it cannot be drawn now."""
    desk, decision = decision_at(request, case_pk, pk)
    page = DocumentPage.objects.filter(document=decision.document_id, number=number).select_related(
        "document__case", "document__normalised", "image"
    )
    found = page.first()
    if found is None:
        raise Http404
    try:
        content = open_page(actor=desk.actor, page=found, is_noted=False)
    except NotAllowed:
        raise Http404 from None
    except PageNotDrawn:
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
    response = StreamingHttpResponse(content.pieces, content_type=content.media_type)
    response.headers["Content-Length"] = str(content.size)
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def original(request: HttpRequest, case_pk: UUID, pk: UUID) -> HttpResponseBase:
    """The file exactly as it is delivered, as a download; for printing, and to check a signature."""
    desk, decision = decision_at(request, case_pk, pk)
    try:
        content = open_original(actor=desk.actor, document=decision.document)
    except NotAllowed:
        raise Http404 from None
    return file_response(
        content.pieces, name=decision.document.original_name, media_type=content.media_type, size=content.size
    )


def _hand(actor: Actor, decision: Decision) -> str:
    hand_to_second(actor=actor, decision=decision)
    return _("Zur zweiten Prüfung gegeben. Jemand anders sieht es sich an und gibt es frei.")


def _release(actor: Actor, decision: Decision) -> str:
    released = release_decision(actor=actor, decision=decision)
    return str(IN_PORTAL if released.delivery == Delivery.PORTAL else BY_POST)


def _withdraw(actor: Actor, decision: Decision) -> str:
    withdraw_decision(actor=actor, decision=decision)
    return _("Zurückgezogen. Die Person hat davon nichts gesehen.")


_STEPS: dict[str, Callable[[Actor, Decision], str]] = {"hand": _hand, "release": _release, "withdraw": _withdraw}


def _give_back(request: HttpRequest, desk: Desk, decision: Decision) -> HttpResponse:
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_decision(request, desk, decision, note=form)
    try:
        give_back(actor=desk.actor, decision=decision, note=form.cleaned_data["note"])
    except NotPermitted:
        raise Http404 from None
    except StepNotAllowed:
        messages.info(request, CHANGED)
    else:
        messages.success(request, _("Zurückgegeben, mit Ihrer Notiz."))
    return HttpResponseRedirect(reverse("desk:decision_lists"))


def _posted(request: HttpRequest, desk: Desk, decision: Decision) -> HttpResponse:
    form = PostedForm(request.POST)
    if form.is_valid():
        day: date = form.cleaned_data["posted_on"]
        try:
            record_posted(actor=desk.actor, decision=decision, on=day)
        except NotPermitted:
            raise Http404 from None
        except NotByPost:
            form.add_error("posted_on", _("Der Tag liegt vor der Freigabe oder in der Zukunft. Bitte prüfen Sie ihn."))
        else:
            messages.success(request, _("Gespeichert. Die Person sieht im Portal, wann der Brief zur Post ging."))
            return _to(decision)
    return show_decision(request, desk, decision, posted=form)


def _to(decision: Decision) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:decision", args=[decision.case_id, decision.pk]))
