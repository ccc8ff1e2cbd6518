"""A pile of papers, scanned at once: its cover sheets say where each part belongs, somebody looks, it is filed.

Who has scanned it sees it, nobody else. The page names person and request, not what was asked for: that stands in the
case, which asks for a reason where it lies with others.
"""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, BinaryIO, Final, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from msgspec import Struct

from mailbox.domain.evidence_code import grouped, normalise_code
from mailbox.errors import ItemNotThere, MailboxError, RequestNotOpen
from mailbox.models import EvidenceItem, PaperScan
from mailbox.services.paper_piles import (
    KEPT_DAYS,
    Part,
    file_parts,
    item_for_sheet,
    parts_of,
    piles_of,
    take_in_pile,
    throw_away_pile,
)
from portal.cases.models import Actor
from portal.cases.services import note_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.evidence_answer import CodeForm, PileForm
from portal.desk.views.page import desk_page
from portal.desk.views.request_access import PURPOSE
from portal.documents.errors import PageNotDrawn, UploadRefused, refusal
from portal.documents.services import MOST_PAGES, TOO_HIGH, draw
from portal.law.parameter import whole

PICTURE_WIDTH: Final = 620


class Line(Struct, frozen=True, kw_only=True):
    """A part on the page. ``code`` as in the field; ``item``: where it leads, else ``trouble`` says why not."""

    part: Part
    code: str
    item: EvidenceItem | None
    trouble: str
    is_chosen: bool
    is_filed: bool


@require_http_methods(["POST"])
def new_pile(request: HttpRequest) -> HttpResponse:
    """Take a pile in; then to its page."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    form = PileForm(request.POST, request.FILES)
    if form.is_valid():
        scan = form.cleaned_data["scan"]
        try:
            pile = take_in_pile(
                actor=actor,
                upload=cast("BinaryIO", scan),
                name=scan.name or "Scan.pdf",
                received_on=form.cleaned_data["received_on"],
            )
        except UploadRefused as refused:
            form.add_error("scan", refused.message)
        else:
            return HttpResponseRedirect(reverse("desk:pile", args=[pile.pk]))
    other = CodeForm()
    other.fields["code"].widget.attrs.pop("autofocus", None)  # what is to be put right stands in the other form
    return sheet_page(request, actor, other, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def sheet_page(
    request: HttpRequest, actor: Actor, form: CodeForm, pile_form: PileForm | None, status: int
) -> HttpResponse:
    """Both ways in: one code, or a pile; and the piles that were begun."""
    context = {
        "form": form,
        "pile_form": pile_form or PileForm(initial={"received_on": timezone.localdate()}),
        "piles": list(piles_of(actor)),
    }
    return desk_page(request, "desk/cover_sheet.html", title=_("Deckblatt"), context=context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def pile(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the parts and where they belong. POST ``file``: file the chosen ones; ``discard``: delete the pile."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    scan = get_object_or_404(piles_of(actor), pk=pk)
    if request.method == "POST" and "discard" in request.POST:
        throw_away_pile(actor=actor, scan_id=scan.pk)
        messages.success(request, _("Der Stapel ist hier gelöscht. Was schon abgelegt war, bleibt abgelegt."))
        return HttpResponseRedirect(reverse("desk:cover_sheet"))
    lines = [_line(actor, scan, part, request.POST or None) for part in parts_of(scan.codes)]
    if request.method == "POST":
        chosen = {line.part.start: line.code for line in lines if line.is_chosen}
        if chosen and not any(line.trouble for line in lines if line.is_chosen):
            return _file(request, actor, scan, chosen)
        messages.error(request, _("Noch ist nichts abgelegt. Bitte sehen Sie sich die Teile unten an."))
    return _page(request, actor, scan, lines)


@require_safe
def pile_page(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """A page as a picture, drawn this moment, for whoever has scanned it."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    scan = get_object_or_404(piles_of(actor), pk=pk)
    if scan.plain is None or not 1 <= number <= len(scan.codes):
        raise Http404
    try:
        picture = draw(scan.plain, number, width=PICTURE_WIDTH)
    except PageNotDrawn:
        raise Http404 from None
    response = HttpResponse(picture, content_type="image/webp")
    response.headers["Cache-Control"] = "no-store"
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def _file(request: HttpRequest, actor: Actor, scan: PaperScan, chosen: Mapping[int, str]) -> HttpResponse:
    try:
        number = file_parts(actor=actor, scan=scan, codes=chosen)
    except UploadRefused as refused:
        messages.error(request, refused.message)
    except MailboxError:
        messages.error(request, _("Nicht abgelegt: Eine Bitte hat sich gerade geändert. Bitte prüfen Sie noch einmal."))
    except PageNotDrawn:
        messages.error(
            request, _("Nicht abgelegt: Der Scan ließ sich nicht teilen. Bitte versuchen Sie es noch einmal.")
        )
    else:
        said = ngettext(
            "%(number)s Teil ist abgelegt. Die Person bekommt eine Nachricht.",
            "%(number)s Teile sind abgelegt. Die Personen bekommen eine Nachricht.",
            number,
        )
        messages.success(request, said % {"number": number})
    is_there = piles_of(actor).filter(pk=scan.pk).exists()
    return HttpResponseRedirect(reverse("desk:pile", args=[scan.pk]) if is_there else reverse("desk:cover_sheet"))


def _line(actor: Actor, scan: PaperScan, part: Part, posted: Mapping[str, Any] | None) -> Line:
    """What the page says of a part. Nothing is filed under a code that nobody has seen the target of."""
    is_filed = part.start in scan.filed
    typed = posted.get(f"code-{part.start}", "") if posted is not None and not is_filed else part.code
    code = normalise_code(typed)
    item, trouble = _target(actor, code, typed, part)
    is_chosen = f"part-{part.start}" in posted if posted is not None else item is not None
    if posted is not None and is_chosen and item is not None and posted.get(f"seen-{part.start}") != code:
        trouble = _("Neuer Code. Bitte prüfen Sie, ob er zu dem Papier passt, und legen Sie dann ab.")
    return Line(
        part=part,
        code=grouped(code) if code else typed,
        item=item,
        trouble="" if is_filed else trouble,
        is_chosen=is_chosen and not is_filed,
        is_filed=is_filed,
    )


def _target(actor: Actor, code: str, typed: str, part: Part) -> tuple[EvidenceItem | None, str]:
    if not typed:
        if part.has_other_code:
            return None, _("Auf diesen Seiten steht ein QR-Code, aber keiner von einem Deckblatt.")
        return None, _("Hier ist kein Deckblatt. Steht ein Code auf dem Papier? Dann tippen Sie ihn bitte ab.")
    try:
        return item_for_sheet(actor=actor, code=code), ""
    except ItemNotThere:
        return None, _("Diesen Code gibt es in diesem Jobcenter nicht. Bitte vergleichen Sie ihn mit dem Papier.")
    except RequestNotOpen:
        return None, _("Die Bitte wurde zurückgenommen. Tragen Sie das Papier im Fall als Kontakt ein.")


def _page(request: HttpRequest, actor: Actor, scan: PaperScan, lines: Iterable[Line]) -> HttpResponse:
    note_list(actor=actor)
    kept = whole(KEPT_DAYS, timezone.localdate(scan.created_at))
    context = {"pile": scan, "lines": list(lines), "refusal": _refused(scan.refusal), "kept_days": kept}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return desk_page(request, "desk/pile.html", title=_("Stapel ablegen"), context=context, status=status)


def _refused(code: str) -> str:
    if code == TOO_HIGH:
        return _("Der Stapel hat mehr als %(most)s Seiten. Bitte scannen Sie ihn in mehreren Teilen.") % {
            "most": MOST_PAGES
        }
    return str(refusal(code).message) if code else ""
