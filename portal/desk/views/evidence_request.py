"""The page of a request for papers: of a draft the preview, of a sent one every thing with its answers."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe
from msgspec import Struct

from applications.domain.evidence_wanted import Wanted, papers_wanted
from mailbox.domain.evidence_code import grouped
from mailbox.domain.evidence_deadline import place_of
from mailbox.domain.evidence_letter import letter_pdf
from mailbox.domain.evidence_lifecycle import next_statuses
from mailbox.domain.legal_notice import notice_for
from mailbox.enums import SETTLED_ITEMS, AnswerKind, ExtensionStatus, ItemStatus, RequestStatus
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest, ItemStep
from mailbox.permissions import may_judge_item
from portal.cases.enums import Role, Shown
from portal.cases.services import note_seen
from portal.desk.forms.document import SENTENCES
from portal.desk.forms.evidence_answer import JudgeForm, WishForm
from portal.desk.selectors.evidence import papers_of_request
from portal.desk.selectors.history import ROLE_WORDS
from portal.desk.views.documents import Line, lines_of, names_of
from portal.desk.views.page import desk_page
from portal.desk.views.request_access import Asked, names_in, request_of
from portal.documents.models import Document
from portal.law.cooperation import earliest_deadline, suggested_deadline

# How a state looks: of findings the letters, as everywhere on the desk.
BADGES: Mapping[str, str] = {
    ItemStatus.REQUESTED: "I",
    ItemStatus.ANNOUNCED: "I",
    ItemStatus.HANDED_IN: "W",
    ItemStatus.NOT_AVAILABLE: "W",
    ItemStatus.ACCEPTED: "F",
    ItemStatus.UNUSABLE: "E",
    ItemStatus.WAIVED: "F",
}


class AnswerRow(Struct, frozen=True):
    """What a person has said to a thing, and the papers that came with it."""

    answer: EvidenceAnswer
    words: str
    files: list[Line]


class StepRow(Struct, frozen=True):
    """One step of a thing: what it became, and who has taken it."""

    step: ItemStep
    words: str
    who: str


class ItemRow(Struct, frozen=True):
    """One thing that was asked for. ``may_become``: the steps that staff can take now.

    ``there``: of a draft, why the paper need not be asked for any more, in words.
    """

    item: EvidenceItem
    name: str
    kind: str
    code: str
    answers: list[AnswerRow]
    steps: list[StepRow]
    may_become: frozenset[str]
    refused: JudgeForm | None
    there: str


@require_GET
def show(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """The page as it is now."""
    return show_request(request, request_of(request, pk, request_pk))


@require_safe
def letter(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """The letter as a PDF: of a draft as it would be sent now."""
    asked = request_of(request, pk, request_pk)
    if asked.request.status == RequestStatus.DRAFT:
        as_if_sent(asked.request, asked)
    note_seen(actor=asked.actor, case_id=asked.case.pk, shown=[Shown.MESSAGES], subject=asked.request)
    response = HttpResponse(letter_pdf(asked.request), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="Bitte-um-Unterlagen.pdf"'
    response.headers["Cache-Control"] = "no-store"
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def show_request(
    request: HttpRequest,
    asked: Asked,
    *,
    refused: tuple[UUID, JudgeForm] | None = None,
    refused_wish: WishForm | None = None,
    needs_confirming: bool = False,
) -> HttpResponse:
    """Render the page; what could not be stored keeps what was typed."""
    is_draft = asked.request.status == RequestStatus.DRAFT
    documents = {} if is_draft else papers_of_request(asked.request)
    rows = list(_rows(asked, documents, refused))
    shown = [Shown.MESSAGES, *([Shown.FILE_NAMES] if documents else [])]
    note_seen(actor=asked.actor, case_id=asked.case.pk, shown=shown, subject=asked.request)
    context: dict[str, Any] = {
        "asked": asked.request,
        "case": asked.case,
        "application": asked.application,
        "rows": rows,
        "is_draft": is_draft,
        "is_over": asked.request.status in {RequestStatus.SETTLED, RequestStatus.WITHDRAWN},
        "is_late": is_late(asked.request),
        "done": sum(row.item.status in SETTLED_ITEMS for row in rows),
        "sentences": SENTENCES.items(),
        "needs_confirming": needs_confirming,
        "refused_wish": refused_wish,
    }
    context |= _preview(asked) if is_draft else _wishes(asked)
    is_refused = refused is not None or refused_wish is not None or needs_confirming
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    title = _("Entwurf: Bitte um Unterlagen") if is_draft else _("Bitte um Unterlagen")
    template = "desk/request_draft.html" if is_draft else "desk/request.html"
    return desk_page(request, template, title=title, context=context, status=status)


def is_late(request: EvidenceRequest) -> bool:
    """Whether the deadline is over while the person can still answer. Nothing follows from it by itself."""
    return request.is_open and request.deadline is not None and request.deadline < timezone.localdate()


def as_if_sent(request: EvidenceRequest, asked: Asked) -> None:
    """Put into a draft what sending would put into it: deadline and notice as they are now. Nothing is stored."""
    if request.is_hint:
        request.deadline, request.legal_notice, request.notice_version = None, "", None
        return
    request.deadline = request.deadline or suggested_deadline(timezone.localdate(), place_of(asked.case))
    version = notice_for(asked.case)
    request.legal_notice, request.notice_version = version.body, version


def _preview(asked: Asked) -> dict[str, Any]:
    as_if_sent(asked.request, asked)
    deadline = asked.request.deadline
    today = timezone.localdate()
    return {
        "is_short": deadline is not None and deadline < earliest_deadline(today, place_of(asked.case)),
        "is_past": deadline is not None and deadline <= today,
        "is_from_checks": asked.request.created_by_id is None,
    }


def _wishes(asked: Asked) -> dict[str, Any]:
    wishes = list(asked.request.extensions.all())
    return {
        "wish": next((wish for wish in wishes if wish.status == ExtensionStatus.ASKED), None),
        "answered_wishes": [wish for wish in wishes if wish.status != ExtensionStatus.ASKED],
        "may_withdraw": asked.request.status == RequestStatus.SENT,
    }


def _rows(
    asked: Asked, documents: Mapping[UUID, Document], refused: tuple[UUID, JudgeForm] | None
) -> Iterator[ItemRow]:
    names = names_in(asked.case, asked.application)
    titles = names_of(asked.application) if asked.application and documents else {}
    is_draft = asked.request.status == RequestStatus.DRAFT
    wanted = papers_wanted(asked.application, timezone.localdate()) if asked.application and is_draft else Wanted()
    for item in asked.request.items.all():
        item.request = asked.request
        judges = asked.request.status != RequestStatus.WITHDRAWN and may_judge_item(asked.actor, asked.case, item)
        yield ItemRow(
            item=item,
            name=names.get(str(item.person_id), ""),
            kind=BADGES[item.status],
            code=grouped(item.code),
            answers=[_answer(asked, answer, documents, titles) for answer in item.answers.all()],
            steps=[_step(step) for step in item.steps.all()],
            may_become=frozenset(next_statuses(item, asked.actor)) if judges else frozenset(),
            refused=refused[1] if refused and refused[0] == item.pk else None,
            there=wanted.why_not(item.document_class, item.person_id),
        )


def _answer(
    asked: Asked, answer: EvidenceAnswer, documents: Mapping[UUID, Document], titles: Mapping[str, str]
) -> AnswerRow:
    papers: Sequence[Document] = [documents[each.pk] for each in answer.documents.all() if each.pk in documents]
    words = str(AnswerKind(answer.kind).label)
    if answer.recorded_by is not None:
        words = _("Auf Papier gekommen, aufgenommen von %(name)s") % {"name": answer.recorded_by.display_name}
    return AnswerRow(answer, words, lines_of(asked.actor, papers, titles))


def _step(step: ItemStep) -> StepRow:
    who = step.membership.display_name if step.membership else str(ROLE_WORDS[Role(step.actor_role)])
    return StepRow(step, str(ItemStatus(step.to_status).label), who)
