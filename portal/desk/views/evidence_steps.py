"""What is done with a request for papers: send, take back, judge, give more time. Each leads back to its page."""

import datetime
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mailbox.domain.evidence_deadline import place_of
from mailbox.domain.legal_notice import notice_for
from mailbox.enums import ItemStatus, RequestStatus
from mailbox.errors import MailboxError, RequestIncomplete
from mailbox.models import EvidenceRequest
from mailbox.services.evidence import change_request, decide_extension, send_request, withdraw_request
from portal.cases.errors import NotPermitted
from portal.desk.domain.evidence_judging import judge
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.forms.evidence_answer import JudgeForm, WishForm
from portal.desk.forms.evidence_request import trouble_with
from portal.desk.views.evidence_request import show_request
from portal.desk.views.request_access import Asked, item_of, request_of
from portal.ui.formats import format_date


@require_POST
def send(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """Send what the preview has shown: the same deadline, the same notice. Twice is once."""
    asked = request_of(request, pk, request_pk)
    draft = asked.request
    if draft.status != RequestStatus.DRAFT:
        return _back(asked)
    shown = draft.deadline or _day(request.POST.get("deadline", ""))
    trouble = "" if draft.is_hint else _trouble(request, asked, shown)
    if trouble:
        messages.error(request, trouble)
        return show_request(request, asked, needs_confirming=True)
    try:
        _send(asked, shown)
    except NotPermitted:
        raise Http404 from None
    except RequestIncomplete:
        messages.error(request, _("Nicht gesendet: Die Liste ist leer. Bitte fügen Sie einen Punkt hinzu."))
    except MailboxError:
        messages.error(request, _("Nicht gesendet: Der Entwurf hat sich inzwischen geändert. Bitte prüfen."))
    else:
        messages.success(request, _("Gesendet. Die Person findet die Liste im Postfach."))
    return _back(asked)


@transaction.atomic
def _send(asked: Asked, deadline: datetime.date | None) -> None:
    """Send it with the deadline that was shown, which a draft from the checks does not have yet."""
    draft = asked.request
    if draft.deadline is None and not draft.is_hint:
        change_request(actor=asked.actor, request=draft, introduction=draft.introduction, deadline=deadline)
    send_request(actor=asked.actor, request=draft)


def _trouble(request: HttpRequest, asked: Asked, deadline: datetime.date | None) -> str:
    """Why it cannot go out as the preview has shown it; "" when it can."""
    is_confirmed = "is_short" in request.POST
    trouble = trouble_with(deadline, timezone.localdate(), place_of(asked.case), is_confirmed=is_confirmed)
    if trouble:
        return str(trouble)
    if request.POST.get("notice") != str(notice_for(asked.case).pk):
        return _("Nicht gesendet: Der Rechtshinweis hat sich geändert. Bitte lesen Sie ihn noch einmal.")
    return ""


@require_POST
def withdraw(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """Throw a draft away, or take back what was sent; then the person is told."""
    asked = request_of(request, pk, request_pk)
    was_draft = asked.request.status == RequestStatus.DRAFT
    reason = request.POST.get("reason", "").strip()[:NOTE_LENGTH]
    try:
        withdraw_request(actor=asked.actor, request=asked.request, reason="" if was_draft else reason)
    except NotPermitted:
        raise Http404 from None
    except MailboxError:
        messages.error(request, _("Nicht geändert: Die Bitte ist schon erledigt."))
        return _back(asked)
    if not was_draft:
        messages.success(request, _("Zurückgenommen. Die Person bekommt eine Nachricht."))
        return _back(asked)
    messages.success(request, _("Der Entwurf ist verworfen. Die Person hat davon nichts gesehen."))
    home = asked.application
    return HttpResponseRedirect(
        reverse("desk:application", args=[home.pk]) if home is not None else reverse("desk:deadlines")
    )


@require_POST
def judge_one(request: HttpRequest, pk: UUID, request_pk: UUID, item_pk: UUID) -> HttpResponse:
    """Accept, say what does not work, do without, or take that back."""
    asked = request_of(request, pk, request_pk)
    item = item_of(asked, item_pk)
    form = JudgeForm(request.POST)
    if form.has_error("to"):
        raise Http404
    if not form.is_valid():
        return show_request(request, asked, refused=(item_pk, form))
    to = form.cleaned_data["to"]
    try:
        judge(actor=asked.actor, item=item, to=to, reason=form.words(), note=form.cleaned_data["note"])
    except NotPermitted:
        raise Http404 from None
    except MailboxError:
        messages.error(request, _("Nicht gespeichert: Der Stand hat sich inzwischen geändert. Bitte prüfen."))
        return _back(asked, f"punkt-{item.position}")
    messages.success(request, _said(to, item.position))
    settled = EvidenceRequest.objects.filter(pk=request_pk, status=RequestStatus.SETTLED).exists()
    if settled:
        messages.info(request, _("Damit ist die ganze Bitte erledigt. Die Person bekommt eine Nachricht."))
    return _back(asked, f"punkt-{item.position}")


@require_POST
def answer_wish(request: HttpRequest, pk: UUID, request_pk: UUID, wish_pk: UUID) -> HttpResponse:
    """Give more time until a day, or answer otherwise. The person reads it at once."""
    asked = request_of(request, pk, request_pk)
    wish = get_object_or_404(asked.request.extensions, pk=wish_pk)
    form = WishForm(request.POST)
    if not form.is_valid():
        return show_request(request, asked, refused_wish=form)
    data = form.cleaned_data
    try:
        decide_extension(
            actor=asked.actor, extension=wish, granted=data["granted"], until=data["until"], reply=data["reply"]
        )
    except NotPermitted:
        raise Http404 from None
    except MailboxError:
        messages.error(request, _("Nicht gespeichert: Der Wunsch ist schon beantwortet. Bitte prüfen."))
        return _back(asked)
    deadline = EvidenceRequest.objects.values_list("deadline", flat=True).get(pk=request_pk)
    if data["granted"] and deadline is not None:
        messages.success(request, _("Gespeichert. Die Frist geht jetzt bis %(day)s.") % {"day": format_date(deadline)})
    else:
        messages.success(request, _("Gespeichert. Die Person liest Ihre Antwort. Die Frist bleibt."))
    return _back(asked)


def _said(to: ItemStatus, number: int) -> str:
    words = {
        ItemStatus.ACCEPTED: _("Punkt %(number)s ist angenommen."),
        ItemStatus.UNUSABLE: _("Punkt %(number)s ist so nicht verwendbar. Die Person liest Ihre Worte."),
        ItemStatus.WAIVED: _("Punkt %(number)s wird nicht mehr gebraucht."),
        ItemStatus.REQUESTED: _("Punkt %(number)s fehlt noch. Die Person liest Ihre Worte."),
    }
    return words.get(to, _("Punkt %(number)s wartet wieder auf ein Urteil.")) % {"number": number}


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _back(asked: Asked, anchor: str = "") -> HttpResponse:
    target = reverse("desk:request", args=[asked.case.pk, asked.request.pk])
    return HttpResponseRedirect(f"{target}#{anchor}" if anchor else target)
