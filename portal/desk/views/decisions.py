"""Decisions of a case: the list, one with its pages and what can be done, a new one, a changed one."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from msgspec import Struct

from mailbox.domain.decision_clock import clock_of
from mailbox.domain.decision_lifecycle import may_step
from mailbox.domain.texts import fill
from mailbox.enums import ByPost, DecisionStatus, Delivery, TextPurpose
from mailbox.errors import StepNotAllowed
from mailbox.models import Decision
from mailbox.selectors import decisions_to_show, has_come_back, notice_of, texts_in_use
from mailbox.services import change_decision, place_decision, way_today
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.selectors import persons_visible_to, who_would_rather_talk
from portal.cases.services import note_seen
from portal.desk.forms.decision import DecisionForm, NoteForm, PostedForm
from portal.desk.selectors.text_values import values_for
from portal.desk.views.decision_access import Desk, case_at, decision_at, membership_of
from portal.desk.views.page import desk_page
from portal.documents.enums import ACTIVE, DocumentStatus, Remark
from portal.documents.errors import UploadRefused
from portal.documents.models import DocumentPage

TEXT = "text"
PAGE = "seite"


class Steps(Struct, frozen=True):
    """What this member of staff may do now."""

    change: bool
    hand: bool
    release: bool
    give_back: bool
    withdraw: bool
    post: bool


@require_safe
def list_decisions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All of one case, newest first: where each stands, how it went, when the notice was taken, when it was opened."""
    desk = case_at(request, pk)
    found = list(decisions_to_show(desk.actor).filter(case=desk.case).order_by("-created_at", "pk"))
    note_seen(actor=desk.actor, case_id=pk, shown=[Shown.MESSAGES])
    rather_talk = who_would_rather_talk(desk.actor, pk)
    context = {"case": desk.case, "latest": desk.latest, "decisions": found, "rather_talk": rather_talk}
    return desk_page(request, "desk/decisions.html", title=_("Bescheide und Schreiben"), context=context)


@require_safe
def show(request: HttpRequest, case_pk: UUID, pk: UUID) -> HttpResponse:
    """One with its pages, its history and what can be done."""
    desk, decision = decision_at(request, case_pk, pk)
    return show_decision(request, desk, decision)


def show_decision(
    request: HttpRequest,
    desk: Desk,
    decision: Decision,
    *,
    note: NoteForm | None = None,
    posted: PostedForm | None = None,
) -> HttpResponse:
    """Render the page; ``note`` and ``posted`` keep what was typed when it could not be stored."""
    note_seen(actor=desk.actor, case_id=decision.case_id, shown=[Shown.MESSAGES, Shown.NOTES], subject=decision)
    document = decision.document
    page = _page(request, decision)
    is_open = decision.status in {DecisionStatus.DRAFT, DecisionStatus.WAITING}
    came_back = decision.opened_at is None and has_come_back(decision)
    context = {
        "case": desk.case,
        "latest": desk.latest,
        "decision": decision,
        "document": document,
        "page": page,
        "before": page.number - 1 if page and page.number > 1 else None,
        "after": page.number + 1 if page and page.number < (document.pages or 0) else None,
        "is_active": bool(ACTIVE.intersection(document.remarks)),
        "remarks": [Remark(remark).label for remark in document.remarks],
        "steps": _steps(desk, decision, came_back=came_back),
        "history": decision.steps.select_related("membership"),
        "way": way_today(decision) if is_open else None,
        "way_labels": dict([*ByPost.choices, *Delivery.choices]),
        "came_back": came_back,
        "notice": notice_of(decision),
        "clock": clock_of(decision),
        "note_form": note or NoteForm(),
        "posted_form": posted or PostedForm(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if note or posted else HTTPStatus.OK
    return desk_page(request, "desk/decision.html", title=_("Bescheid oder Schreiben"), context=context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the form, with ``?text=`` a text of the office in it. POST: take the file in and show the draft."""
    desk = case_at(request, pk)
    form = _form(request, desk, initial=_initial(request, desk))
    if form.is_bound and form.is_valid():
        try:
            decision = place_decision(actor=desk.actor, case=desk.case, letter=form.letter(), **_upload(form))
        except UploadRefused as refused:
            form.add_error("file", str(refused.message))
        except NotPermitted:
            raise Http404 from None
        else:
            messages.success(
                request,
                _("Gespeichert. Die Datei wird jetzt geprüft. Danach können Sie sie zur zweiten Prüfung geben."),
            )
            return _to(decision)
    return _form_page(request, desk, form, title=_("Bescheid oder Schreiben hinzufügen"))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, case_pk: UUID, pk: UUID) -> HttpResponse:
    """GET: the draft in the form. POST: store it; a new file takes the place of the old one."""
    desk, decision = decision_at(request, case_pk, pk)
    form = _form(request, desk, initial=_known(decision), needs_file=False)
    if form.is_bound and form.is_valid():
        try:
            change_decision(
                actor=desk.actor,
                decision=decision,
                letter=form.letter(),
                **(_upload(form) if form.cleaned_data["file"] else {}),
            )
        except UploadRefused as refused:
            form.add_error("file", str(refused.message))
        except (StepNotAllowed, NotPermitted):
            messages.info(request, _("Das geht hier nicht mehr. Ändern kann nur, wer den Entwurf angelegt hat."))
            return _to(decision)
        else:
            messages.success(request, _("Gespeichert."))
            return _to(decision)
    elif not form.is_bound and not _steps(desk, decision).change:
        return _to(decision)
    return _form_page(request, desk, form, title=_("Entwurf ändern"), decision=decision)


def _form(request: HttpRequest, desk: Desk, **fields: Any) -> DecisionForm:
    persons = persons_visible_to(desk.actor).filter(case=desk.case)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    return DecisionForm(*data, persons=persons, **fields)


def _form_page(
    request: HttpRequest, desk: Desk, form: DecisionForm, *, title: str, decision: Decision | None = None
) -> HttpResponse:
    shown = [Shown.MESSAGES] if decision else []
    note_seen(actor=desk.actor, case_id=desk.case.pk, shown=shown, subject=decision)
    context = {
        "case": desk.case,
        "latest": desk.latest,
        "form": form,
        "decision": decision,
        "rather_talk": who_would_rather_talk(desk.actor, desk.case.pk),
        "texts": () if decision else texts_in_use(desk.actor, TextPurpose.DECISION),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/decision_form.html", title=title, context=context, status=status)


def _initial(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    """The chosen text of the office, with what is known filled in. What is not stays in braces for who writes."""
    wanted = request.GET.get(TEXT, "")
    chosen = next((each for each in texts_in_use(desk.actor, TextPurpose.DECISION) if str(each.pk) == wanted), None)
    applicant = desk.case.persons.filter(is_applicant=True).first()
    if chosen is None or applicant is None:
        return {}
    return {"cover": fill(chosen.body, values_for(desk.actor, person=applicant, topic=""))}


def _known(decision: Decision) -> dict[str, Any]:
    return {
        "person": decision.person_id,
        "title": decision.title,
        "dated_on": decision.dated_on,
        "instruction": decision.instruction,
        "cover": decision.cover,
        "is_abroad": decision.is_abroad,
        "is_by_post": decision.by_post == ByPost.OFFICE,
    }


def _upload(form: DecisionForm) -> dict[str, Any]:
    file = form.cleaned_data["file"]
    return {"upload": file, "name": file.name}


def _page(request: HttpRequest, decision: Decision) -> DocumentPage | None:
    if decision.document.status != DocumentStatus.RELEASED:
        return None
    wanted = request.GET.get(PAGE, "1")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 1  # noqa: PLR2004 -- digits
    number = min(max(number, 1), decision.document.pages or 1)
    return decision.document.page_list.filter(number=number).defer("text").first()


def _steps(desk: Desk, decision: Decision, *, came_back: bool = False) -> Steps:
    by = membership_of(desk.actor)
    is_ready = decision.document.status == DocumentStatus.RELEASED
    is_draft = decision.status == DecisionStatus.DRAFT
    goes_by_post = decision.status == DecisionStatus.RELEASED and (decision.delivery == Delivery.POST or came_back)
    return Steps(
        change=is_draft and decision.created_by_id == by.pk,
        hand=is_ready and may_step(decision, DecisionStatus.WAITING, by),
        release=is_ready and may_step(decision, DecisionStatus.RELEASED, by),
        give_back=may_step(decision, DecisionStatus.DRAFT, by),
        withdraw=may_step(decision, DecisionStatus.WITHDRAWN, by),
        post=goes_by_post,
    )


def _to(decision: Decision) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:decision", args=[decision.case_id, decision.pk]))
