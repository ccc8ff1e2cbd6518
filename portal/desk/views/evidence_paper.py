"""Papers that come by post: the code of a cover sheet leads to what was asked for, and the scan goes there."""

from http import HTTPStatus
from typing import BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mailbox.domain.evidence_code import grouped
from mailbox.enums import RequestStatus
from mailbox.errors import ItemNotThere, MailboxError
from mailbox.models import EvidenceItem
from mailbox.services.evidence import item_by_code, record_paper
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.services import note_seen
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.evidence_answer import CodeForm, PaperForm
from portal.desk.views.page import desk_page
from portal.desk.views.paper_piles import sheet_page
from portal.desk.views.request_access import PURPOSE, Asked, item_of, names_in, request_of
from portal.documents.errors import NotAllowed, UploadRefused
from portal.documents.models import Document
from portal.documents.services import receive_from_office

CANNOT_TAKE = frozenset({RequestStatus.DRAFT, RequestStatus.WITHDRAWN})


@require_http_methods(["GET", "HEAD", "POST"])
def cover_sheet(request: HttpRequest) -> HttpResponse:
    """Find what a cover sheet belongs to, within the jobcenter. The code stands in no address."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            item = item_by_code(actor=actor, code=form.cleaned_data["code"])
        except ItemNotThere:
            form.add_error("code", _("Diesen Code gibt es hier nicht. Bitte prüfen Sie jedes Zeichen."))
        else:
            return HttpResponseRedirect(
                reverse("desk:record_paper", args=[item.request.case_id, item.request_id, item.pk])
            )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return sheet_page(request, actor, form, None, status)


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: UUID, request_pk: UUID, item_pk: UUID) -> HttpResponse:
    """GET: what it belongs to. POST: file the scan there, with the day on which the paper came."""
    asked = request_of(request, pk, request_pk)
    item = item_of(asked, item_pk)
    if asked.request.status in CANNOT_TAKE:
        messages.info(request, _("Diese Bitte wurde zurückgenommen oder nie gesendet. Es wurde nichts abgelegt."))
        return _to_request(asked)
    is_sent = request.method == "POST"
    form = PaperForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial={"received_on": timezone.localdate()},
    )
    if form.is_valid():
        try:
            _file(asked, item, form)
        except UploadRefused as refused:
            form.add_error("scan", refused.message)
        except (NotAllowed, NotPermitted):
            raise Http404 from None
        except MailboxError:
            messages.error(request, _("Nicht gespeichert: Die Bitte hat sich inzwischen geändert. Bitte prüfen."))
            return _to_request(asked)
        else:
            messages.success(
                request,
                _("Abgelegt bei Punkt %(number)s. Die Person bekommt eine Nachricht.") % {"number": item.position},
            )
            return _to_request(asked, f"punkt-{item.position}")
    note_seen(actor=asked.actor, case_id=asked.case.pk, shown=[Shown.MESSAGES], subject=asked.request)
    context = {
        "asked": asked.request,
        "case": asked.case,
        "item": item,
        "name": names_in(asked.case, asked.application).get(str(item.person_id), ""),
        "code": grouped(item.code),
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/record_paper.html", title=_("Papier ablegen"), context=context, status=status)


def _file(asked: Asked, item: EvidenceItem, form: PaperForm) -> None:
    scan = form.cleaned_data["scan"]
    document: Document = receive_from_office(
        actor=asked.actor,
        case=asked.case,
        person=asked.request.person,
        upload=cast("BinaryIO", scan),
        name=scan.name or "Scan.pdf",
        evidence_code=item.document_class,
        evidence_person=item.person.answer_id if item.person else "",
        is_restricted=item.is_restricted,
    )
    record_paper(actor=asked.actor, item=item, document=document, received_at=form.received_at())


def _to_request(asked: Asked, anchor: str = "") -> HttpResponse:
    target = reverse("desk:request", args=[asked.case.pk, asked.request.pk])
    return HttpResponseRedirect(f"{target}#{anchor}" if anchor else target)
