"""The viewer: a page of a document as a picture, beside the answers it proves and what is to be said about it."""

import base64
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe
from msgspec import Struct

from portal.accounts.selectors import openers_of_restricted
from portal.cases.enums import Shown
from portal.cases.selectors import holders_in_words
from portal.cases.services import note_seen
from portal.desk.domain.proof import speaks_of
from portal.desk.forms.document import SENTENCES, PurposeForm, ReviewForm, SearchForm
from portal.desk.selectors.evidence import answered_by
from portal.desk.selectors.history import ROLE_WORDS
from portal.desk.views.answers import Reading, Spot
from portal.desk.views.case_access import application_of
from portal.desk.views.documents import Place, lines_of, names_of, place_of, title_of
from portal.desk.views.page import desk_page
from portal.documents.domain.alike import Like, alike
from portal.documents.enums import PageNote, Remark
from portal.documents.errors import NotAllowed, PageNotDrawn
from portal.documents.models import Document, DocumentPage
from portal.documents.permissions import may_empty, may_judge, may_open_now, may_seal, may_unseal
from portal.documents.selectors import doubles_around, page_in_case
from portal.documents.services import open_file, open_page
from portal.documents.services.documents import kind_of_look
from portal.documents.views.purpose import LASTS, with_purpose
from portal.documents.views.responses import SANDBOX

PAGE = "seite"
SIZE = "groesse"
PROOF = "b"  # in the address of a picture: the page around it has noted the look
SIZES = ("ganz", "breit", "150", "200", "300")
PROOF_HOLDS = 300  # seconds
AROUND = 8  # small pictures before and after the shown page
A4 = (1240, 1754)


class Sheet(Struct, frozen=True):
    """The shown page. ``box``: width and height as it is shown; ``transform``: how the picture gets there."""

    number: int
    url: str
    width: int
    height: int
    box: tuple[int, int]
    transform: str
    notes: tuple[str, ...]
    is_turned: bool


class Small(Struct, frozen=True):
    """A small picture on the way to a page; ``data`` is the picture itself, "" where none is kept."""

    number: int
    data: str
    turn: int
    is_shown: bool


@require_GET
def viewer(request: HttpRequest, pk: UUID, document_pk: UUID) -> HttpResponse:
    """Show one page, or why there is none. A specially protected one asks what for first, or says whom to ask."""
    return show_document(request, place_of(request, pk, document_pk))


def show_document(
    request: HttpRequest,
    place: Place,
    *,
    refused: ReviewForm | None = None,
    purpose: PurposeForm | None = None,
) -> HttpResponse:
    """Render the page; ``refused`` and ``purpose`` keep what was typed when it could not be stored."""
    is_open = may_open_now(place.actor, place.document)
    names = names_of(place.application)
    context = _frame(place, names)
    shown = [Shown.FILE_NAMES]
    if is_open:
        context |= _opened(request, place, names)
        shown.append(Shown.ANSWERS)
        if context["sheet"]:
            shown.append(kind_of_look(place.actor, place.document))
    else:
        context |= _closed(place, purpose)
    context |= {"refused": refused, "is_open": is_open, "text_open": refused is not None}
    note_seen(actor=place.actor, case_id=place.application.case_id, shown=shown, subject=place.document)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused or purpose else HTTPStatus.OK
    title = _("Unterlagen zu %(reference)s") % {"reference": place.application.submission.reference}
    return desk_page(request, "desk/viewer.html", title=title, context=context, status=status)


@require_safe
def page_picture(request: HttpRequest, pk: UUID, document_pk: UUID, number: int) -> HttpResponseBase:
    """One page as a picture that can do nothing. 404 for who may not open it, 503 when it cannot be drawn now."""
    actor, application = application_of(request, pk, purpose="case_work")
    page = page_in_case(actor, case_id=application.case_id, document_id=document_pk, number=number)
    if page is None:
        raise Http404
    actor = with_purpose(request, actor, page.document)
    try:
        content = open_page(actor=actor, page=page, is_noted=_is_noted(request, page))
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


def _frame(place: Place, names: Mapping[str, str]) -> dict[str, Any]:
    """What stands around the document, whether it may be opened or not."""
    document = place.document
    undecided = place.next_undecided()
    return {
        "application": place.application,
        "document": document,
        "title_of_document": title_of(document, names),
        "lines": lines_of(place.actor, place.own, names),
        "number": place.index + 1,
        "count": len(place.own),
        "previous": place.neighbour(-1),
        "next": place.neighbour(1),
        "undecided": undecided,
        "search": SearchForm(),
    }


def _closed(place: Place, purpose: PurposeForm | None) -> dict[str, Any]:
    """A specially protected document: that it exists, what for it could be opened, or whom to ask."""
    return {
        "may_ask": place.actor.opens_restricted,
        "purpose": purpose or PurposeForm(),
        "minutes": LASTS // 60,
        "colleagues": openers_of_restricted(place.actor.jobcenter_id),
    }


def _opened(request: HttpRequest, place: Place, names: Mapping[str, str]) -> dict[str, Any]:
    document, actor = place.document, place.actor
    size = request.GET.get(SIZE, "breit")
    pages = _window(request, document)
    sheet = _sheet(request, place, pages)
    likes = alike(document, place.all, doubles_around(document))
    reading = Reading(place.application.submission.parsed_content())
    return {
        "sheet": sheet,
        "small": _small(pages, sheet.number if sheet else 0),
        "before": sheet.number - 1 if sheet and sheet.number > 1 else None,
        "after": sheet.number + 1 if sheet and sheet.number < (document.pages or 0) else None,
        "size": size if size in SIZES else "breit",
        "sizes": _sizes(),
        "facts": _facts(place),
        "parts": list(document.parts.present().order_by("position")) if document.is_joined else [],
        "remarks": [Remark(remark).label for remark in document.remarks],
        "likes": [_like_in_words(like, names) for like in likes],
        "proved": _proved(place, reading),
        "sections": reading.sections,
        "may_judge": may_judge(actor, document) and sheet is not None,
        "may_seal": may_seal(actor, document) and not document.is_restricted and not document.is_emptied,
        "may_unseal": may_unseal(actor, document),
        "may_empty": may_empty(actor, document) and not document.is_emptied,
        "sentences": SENTENCES.items(),
        "review_form": ReviewForm(),
        "answers_item": answered_by(document),
    }


def _window(request: HttpRequest, document: Document) -> list[DocumentPage]:
    """The shown page and some around it; empty when there is nothing to show. One query."""
    if document.normalised is None:
        return []
    wanted = request.GET.get(PAGE, "1")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 1  # noqa: PLR2004 -- digits
    number = min(max(number, 1), document.pages or 1)
    around = document.page_list.filter(number__range=(number - AROUND, number + AROUND))
    pages = list(around.select_related("thumbnail").defer("text").order_by("number"))
    for page in pages:
        page.document = document
    return sorted(pages, key=lambda page: (page.number != number, page.number))


def _sheet(request: HttpRequest, place: Place, pages: list[DocumentPage]) -> Sheet | None:
    if not pages:
        return None
    page = pages[0]
    width, height = (page.width, page.height) if page.width and page.height else A4
    is_across = page.turn % 180 != 0
    box = (height, width) if is_across else (width, height)
    transform = {
        90: f"translate({height} 0) rotate(90)",
        180: f"translate({width} {height}) rotate(180)",
        270: f"translate(0 {width}) rotate(270)",
    }.get(page.turn, "")
    proof = _signer().sign(_look(request, page)).rpartition(f"{_look(request, page)}:")[2]
    path = reverse("desk:page_picture", args=[place.application.pk, page.document_id, page.number])
    return Sheet(
        number=page.number,
        url=f"{path}?{PROOF}={proof}",
        width=width,
        height=height,
        box=box,
        transform=transform,
        notes=tuple(str(PageNote(note).label) for note in page.notes),
        is_turned=page.turn != 0,
    )


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="desk.viewer")


def _look(request: HttpRequest, page: DocumentPage) -> str:
    """Who looks at which page: signed, it proves that the look was noted."""
    return f"{request.user.pk}.{page.document_id}.{page.number}"


def _is_noted(request: HttpRequest, page: DocumentPage) -> bool:
    try:
        _signer().unsign(f"{_look(request, page)}:{request.GET.get(PROOF, '')}", max_age=PROOF_HOLDS)
    except BadSignature:
        return False
    return True


def _small(pages: list[DocumentPage], shown: int) -> list[Small]:
    """Small pictures stand in the page itself: nothing more to ask for, nothing more to note."""
    return [
        Small(page.number, _data(page), page.turn, page.number == shown)
        for page in sorted(pages, key=lambda page: page.number)
    ]


def _data(page: DocumentPage) -> str:
    if page.thumbnail is None:
        return ""
    content = base64.b64encode(b"".join(open_file(page.thumbnail))).decode()
    return f"data:{page.thumbnail.media_type};base64,{content}"


def _sizes() -> list[tuple[str, str]]:
    words = (_("ganze Seite"), _("ganze Breite"), "150 %", "200 %", "300 %")
    return list(zip(SIZES, words, strict=True))


def _facts(place: Place) -> dict[str, str]:
    """Who sent it and for whom, in words."""
    document = place.document
    by = document.uploaded_by_standing_id
    role = ROLE_WORDS.get(document.uploaded_by_role, "")  # type: ignore[call-overload] # a Role is its value
    return {"sent_by": holders_in_words([by]).get(by) or str(role)}


def _like_in_words(like: Like, names: Mapping[str, str]) -> dict[str, Any]:
    """Where the same stands, with a way to it."""
    return {
        "document": like.document,
        "title": title_of(like.document, names),
        "name": like.document.original_name,
        "is_same_file": like.is_same_file,
        "pages": ", ".join(str(number) for number in like.pages),
        "at": like.document.handed_in_at,
    }


def _proved(place: Place, reading: Reading) -> list[tuple[str, list[Spot]]]:
    """The answers that this kind of paper speaks of, as they were sent with this application, with their heading."""
    submission, document = place.application.submission, place.document
    speaks = partial(
        speaks_of, submission.form_key, submission.form_version, document.evidence_code, document.evidence_person
    )
    parts = (part for section in reading.sections for part in (section, *section.groups))
    found = ((part.label, [answer for answer in part.answers if speaks(answer.place)]) for part in parts)
    return [(label, answers) for label, answers in found if answers]
