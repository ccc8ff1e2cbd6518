"""The page of papers: upload now, say "later" or "I do not have it", remove. One form: whatever button is pressed,
every chosen file arrives.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from applications.catalogue.structure import Page
from applications.catalogue.walk import StepInstance, following, preceding
from applications.claim.matrix import is_restricted
from applications.claim.model import Claim
from applications.domain.evidence import (
    ANYTHING_ELSE,
    EvidenceLine,
    count_evidence,
    evidence_lines,
    new_proof,
    references,
    with_document,
    without_documents,
)
from applications.enums import EvidenceChoice
from applications.services.draft import mark_seen, save_proof
from applications.views.by_phone import hand_over_to_phone, new_from_phone
from applications.views.drafts import DraftMixin
from applications.views.pages import step_url, tasks_url
from mailbox.selectors import apart_from_postbox
from portal.cases.enums import Shown
from portal.documents.enums import MediaType
from portal.documents.models import Document
from portal.documents.selectors import by_every_id, waiting_documents
from portal.documents.services import join_documents, receive_document
from portal.documents.views import take_in
from portal.documents.views.arranging import Arranged, Entry, arrange, entries
from portal.law.dates import BERLIN

LEAVING = frozenset({"next", "back", "later"})
AT = "unterlage"  # names the paper to come back to by its number: what kind of paper it is stands in no address


class EvidenceView(DraftMixin, View):
    """GET: all lines. POST `go`: `next`, `back` or `later`; `phone` with the key of a line: on to the code for a phone;
    or stay: `upload` or `join` with the key of a line, `look`, or what can be done with a file (`arranging`).
    """

    shows = (Shown.ANSWERS, Shown.FILE_NAMES)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- named by the address
        """Show the page, with what has come from a phone."""
        self._take_in_from_phone()
        return self._page(request, {})

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Keep everything that was sent, then go where the button leads; stay when a file was refused."""
        here = self.here  # first of all: a form without papers takes none
        done = self._arrange(request)
        self._join(request, done)
        said = self._choices(request)
        uploaded, refused = self._uploads(request)
        if refused or done.refused:
            return self._page(request, refused, done.refused)
        by_phone = self._line(request.POST.get("phone", ""))
        if by_phone is not None:
            back = self._address(by_phone.key)
            return redirect("documents:hand_over", hand_over_to_phone(self.actor, self.draft, by_phone, back=back).pk)
        go = request.POST.get("go", "")
        if go not in LEAVING:
            if "look" not in request.POST or done.said or uploaded:
                _tell(request, done, uploaded=uploaded, said=said)
            return redirect(self._address(done.at or request.POST.get("upload", "")))
        self.keep(mark_seen(actor=self.actor, draft=self.draft, slug=here.slug))
        if go == "later":
            messages.success(request, _("Gespeichert. Sie können jederzeit weitermachen."))
            return redirect(tasks_url(draft_id))
        page = (preceding if go == "back" else following)(self.course.walked, here.slug)
        return redirect(step_url(draft_id, page.slug)) if page else redirect("applications:review", draft_id=draft_id)

    def _address(self, key: str) -> str:
        """The address of the line with this key: in the query for us, as fragment for the browser."""
        number = next((number for number, line in enumerate(self.lines(), start=1) if line.key == key), 0)
        return f"{self.request.path}?{AT}={number}#{AT}-{number}" if number else self.request.path

    @property
    def here(self) -> StepInstance:
        """The page in the walk. 404 in a form that asks for no papers."""
        found = next((instance for instance in self.course.walked if instance.page is Page.EVIDENCE), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Uploaded and not sent yet, by every id that the answers may name."""
        return by_every_id(apart_from_postbox(waiting_documents(self.actor, case_id=self.draft.case_id)).to_show())

    def claim(self) -> Claim:
        """What the answers say now."""
        return self.course.claim(on=timezone.localdate(timezone=BERLIN), documents=references(self.documents))

    def lines(self) -> tuple[EvidenceLine, ...]:
        """What the claim needs, as the answers stand now."""
        return evidence_lines(self.claim(), self.course.stored, self.documents, self.course.people)

    def _page(
        self, request: HttpRequest, refused: dict[str, list[str]], at_files: Mapping[str, list[str]] | None = None
    ) -> HttpResponse:
        at = request.GET.get(AT, "")
        usable = [key for key, document in self.documents.items() if document.is_usable]
        listed = self.lines()
        shown = entries(self.actor, (each for line in listed for each in line.documents), at_files)
        lines = [
            _shown(line, number, at=at == str(number), errors=refused.get(line.key, []), shown=shown)
            for number, line in enumerate(listed, start=1)
        ]
        context: dict[str, Any] = {
            "draft": self.draft,
            "here": self.here,
            "lines": lines,
            "entries": shown.values(),
            "is_at_line": any(entry["is_at"] for entry in lines),
            "count": count_evidence(self.claim(), self.course.stored, usable),
            "has_errors": bool(refused or at_files),
            "choices": EvidenceChoice.choices,
        }
        return render(request, "applications/evidence.html", context)

    def _arrange(self, request: HttpRequest) -> Arranged:
        """What was done with the files of this draft; the answers go along. ``at`` becomes the key of the paper."""
        lines = self.lines()
        line_of = {str(known): line for line in lines for document in line.documents for known in document.ids}
        done = arrange(request, self.actor, [each for line in lines for each in line.documents])
        at = line_of.get(done.at)
        if at is not None and (done.removed or done.added):
            self._change(at, partial(without_documents, gone=set(done.removed)))
            for document in (each for added in done.added.values() for each in added):
                self._attach(at, document)
        self.__dict__.pop("documents", None)
        done.at = at.key if at is not None else ""
        return done

    def _join(self, request: HttpRequest, done: Arranged) -> None:
        """All files of a paper become one document, in the order in which they are shown."""
        line = self._line(request.POST.get("join", ""))
        files = [each for each in line.documents if not each.is_refused] if line else []
        if line is not None and len(files) > 1:
            self._make_one(line, files)
            done.at, done.said = line.key, _("Die Dateien sind jetzt eine Unterlage mit mehreren Seiten.")

    def _make_one(self, line: EvidenceLine, files: list[Document]) -> None:
        join_documents(actor=self.actor, documents=files, name=f"{line.item.label}.pdf")
        self.__dict__.pop("documents", None)

    def _line(self, key: str) -> EvidenceLine | None:
        return next((line for line in self.lines() if line.key == key), None)

    def _take_in_from_phone(self) -> None:
        """What has come from a phone goes to its paper; several pictures are its pages."""
        for line, arrived in new_from_phone(self.actor, self.draft, self.lines()):
            for document in arrived:
                self._attach(line, document)
            self._pages_of(line, [document for document in arrived if not document.is_refused])

    def _pages_of(self, line: EvidenceLine, uploaded: Sequence[Document]) -> None:
        """Several pictures that came at once become one document."""
        pictures = [document for document in uploaded if document.media_type != MediaType.PDF]
        if len(pictures) > 1 and line.key != ANYTHING_ELSE:
            self._make_one(line, pictures)

    def _choices(self, request: HttpRequest) -> bool:
        """Save what was said about papers, where it differs; says whether there was anything."""
        changed = False
        for line in self.lines():
            said = request.POST.get(f"choice-{line.key}", line.choice)
            if said == line.choice or line.documents or said not in {"", *EvidenceChoice.values}:
                continue
            values = {**new_proof(line.item), "choice": said or None}
            self.keep(
                save_proof(
                    actor=self.actor,
                    draft=self.draft,
                    proof_id=line.key,
                    change=partial(_updated, values),
                    slug=self.here.slug,
                )
            )
            changed = True
        return changed

    def _uploads(self, request: HttpRequest) -> tuple[int, dict[str, list[str]]]:
        """Take in all files; returns how many arrived and, by line, why others were refused.

        Several pictures at once are the pages of that paper.
        """
        uploaded = 0
        refused: dict[str, list[str]] = {}
        for line in self.lines():
            receive = partial(
                receive_document,
                actor=self.actor,
                case=self.draft.case,
                person=self.draft.person,
                evidence_code=line.item.document_class,
                evidence_person=line.item.person_id or "",
                is_restricted=is_restricted(line.item.document_class),
            )
            arrived, not_taken = take_in(request, f"file-{line.key}", receive)
            if not_taken:
                refused[line.key] = not_taken
            for document in arrived:
                self._attach(line, document)
            self._pages_of(line, arrived)
            uploaded += len(arrived)
        return uploaded, refused

    def _attach(self, line: EvidenceLine, document: Document) -> None:
        self._change(line, lambda stored: with_document(stored, line.item, str(document.pk)))

    def _change(self, line: EvidenceLine, change: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
        self.__dict__.pop("documents", None)
        self.keep(save_proof(actor=self.actor, draft=self.draft, proof_id=line.key, change=change, slug=self.here.slug))


def _updated(values: Mapping[str, Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    """The stored line with these values."""
    return {**stored, **values}


def _tell(request: HttpRequest, done: Arranged, *, uploaded: int, said: bool) -> None:
    """Say what has just happened, shown at the line somebody comes back to."""
    if done.said:
        (messages.warning if done.is_trouble else messages.success)(request, done.said)
    elif uploaded:
        words = ngettext("%(number)s Datei ist angekommen.", "%(number)s Dateien sind angekommen.", uploaded)
        messages.success(request, words % {"number": uploaded})
    elif said:
        messages.success(request, _("Ihre Antwort ist gespeichert."))
    else:
        messages.info(request, _("Sie haben noch keine Datei ausgewählt."))


def _shown(
    line: EvidenceLine, number: int, *, at: bool, errors: list[str], shown: Mapping[UUID, Entry]
) -> dict[str, Any]:
    """A line as it is shown. What needs nothing more is folded up, unless somebody comes back to it."""
    files = [shown[document.pk] for document in line.documents]
    words, kind, icon = _badge(line, files)
    return {
        "line": line,
        "number": number,
        "anchor": f"{AT}-{number}",
        "errors": errors,
        "is_at": at,
        "is_open": bool(at or errors or (line.item.required and not line.is_settled) or any(map(_asks, files))),
        "badge": words,
        "kind": kind,
        "icon": icon,
        "files": files,
        "input": f"datei-{number}",
        "name": f"file-{line.key}",
        "trouble": f"fehler-{number}",
        "may_join": sum(not file.said.trouble for file in files) > 1,
    }


def _asks(file: Entry) -> bool:
    return bool(file.errors or file.said.needs_a_look)


def _badge(line: EvidenceLine, files: Sequence[Entry]) -> tuple[str, str, str]:
    """How a line stands: words, kind and icon of a badge. A paper that is missing is no mistake."""
    if any(file.said.kind == "danger" for file in files):
        return _("bitte noch einmal"), "danger", "danger"
    if any(file.said.needs_a_look for file in files):
        return _("bitte ansehen"), "warning", "warning"
    if files:
        number = len(files)
        words = ngettext("%(number)s Datei ist da", "%(number)s Dateien sind da", number) % {"number": number}
        return words, "success", "success"
    if line.choice:
        return (_("kommt später") if line.choice == EvidenceChoice.LATER else _("nicht vorhanden")), "info", "check"
    if line.item.on_file:
        return _("liegt uns schon vor"), "success", "success"
    return (_("fehlt noch") if line.item.required else _("freiwillig")), "info", ""
