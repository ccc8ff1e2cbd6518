"""The page of papers: upload now, say "later" or "I do not have it", remove. One form: whatever button is pressed,
every chosen file arrives.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, BinaryIO, cast
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
    EvidenceLine,
    count_evidence,
    evidence_lines,
    new_proof,
    references,
    with_document,
    without_document,
)
from applications.enums import EvidenceChoice
from applications.law.dates import BERLIN
from applications.services.draft import mark_seen, save_proof
from applications.views.drafts import DraftMixin
from applications.views.pages import step_url, tasks_url
from portal.cases.enums import Shown
from portal.cases.selectors import holders_in_words
from portal.documents.domain.words import say
from portal.documents.errors import UploadRefused
from portal.documents.models import Document
from portal.documents.selectors import waiting_documents
from portal.documents.services import receive_document, remove_document

LEAVING = frozenset({"next", "back", "later"})
AT = "unterlage"  # names the paper to come back to by its number: what kind of paper it is stands in no address


class EvidenceView(DraftMixin, View):
    """GET: all lines. POST `go`: `next`, `back` or `later`; or stay: `upload` with the key of a line, `remove` with the
    id of a file.
    """

    shows = (Shown.ANSWERS, Shown.FILE_NAMES)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- named by the address
        """Show the page."""
        return self._page(request, {})

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Keep everything that was sent, then go where the button leads; stay when a file was refused."""
        here = self.here  # first of all: a form without papers takes none
        removed_from = self._remove(request.POST.get("remove", ""))
        said = self._choices(request)
        uploaded, refused = self._uploads(request)
        if refused:
            return self._page(request, refused)
        go = request.POST.get("go", "")
        if go not in LEAVING:
            _tell(request, uploaded=uploaded, removed="remove" in request.POST, said=said)
            return redirect(self._address(removed_from or request.POST.get("upload", "")))
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
        """Uploaded and not sent yet, by id."""
        found = waiting_documents(self.actor, case_id=self.draft.case_id).with_notes()
        return {str(each.pk): each for each in found}

    def claim(self) -> Claim:
        """What the answers say now."""
        return self.course.claim(on=timezone.localdate(timezone=BERLIN), documents=references(self.documents.values()))

    def lines(self) -> tuple[EvidenceLine, ...]:
        """What the claim needs, as the answers stand now."""
        return evidence_lines(self.claim(), self.course.stored, self.documents, self.course.people)

    def _page(self, request: HttpRequest, refused: dict[str, list[str]]) -> HttpResponse:
        at = request.GET.get(AT, "")
        usable = [key for key, document in self.documents.items() if document.is_usable]
        others = holders_in_words(each.uploaded_by_standing_id for each in self.documents.values())
        lines = [
            _shown(line, number, at=at == str(number), errors=refused.get(line.key, []), others=others)
            for number, line in enumerate(self.lines(), start=1)
        ]
        context: dict[str, Any] = {
            "draft": self.draft,
            "here": self.here,
            "lines": lines,
            "is_at_line": any(entry["is_at"] for entry in lines),
            "count": count_evidence(self.claim(), self.course.stored, usable),
            "has_errors": bool(refused),
            "choices": EvidenceChoice.choices,
        }
        return render(request, "applications/evidence.html", context)

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
        """Take in all files; returns how many arrived and, by line, why others were refused."""
        uploaded = 0
        refused: dict[str, list[str]] = {}
        for line in self.lines():
            for file in request.FILES.getlist(f"file-{line.key}"):
                try:
                    document = receive_document(
                        actor=self.actor,
                        case=self.draft.case,
                        person=self.draft.person,
                        upload=cast("BinaryIO", file),
                        name=file.name or "",
                        evidence_code=line.item.document_class,
                        evidence_person=line.item.person_id or "",
                        is_restricted=is_restricted(line.item.document_class),
                    )
                except UploadRefused as error:
                    words = _("%(name)s: %(reason)s") % {"name": file.name, "reason": error.message}
                    refused.setdefault(line.key, []).append(words)
                    continue
                self._attach(line, document)
                uploaded += 1
        return uploaded, refused

    def _attach(self, line: EvidenceLine, document: Document) -> None:
        self.__dict__.pop("documents", None)
        self.keep(
            save_proof(
                actor=self.actor,
                draft=self.draft,
                proof_id=line.key,
                change=lambda stored: with_document(stored, line.item, str(document.pk)),
                slug=self.here.slug,
            )
        )

    def _remove(self, document_id: str) -> str:
        """Remove a file of this draft; returns its line's key, "" for a file that is gone or foreign."""
        line = next((line for line in self.lines() if any(str(d.pk) == document_id for d in line.documents)), None)
        if line is None:
            return ""
        remove_document(actor=self.actor, document=self.documents[document_id])
        self.__dict__.pop("documents", None)
        self.keep(
            save_proof(
                actor=self.actor,
                draft=self.draft,
                proof_id=line.key,
                change=lambda stored: without_document(stored, document_id),
                slug=self.here.slug,
            )
        )
        return line.key


def _updated(values: Mapping[str, Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    """The stored line with these values."""
    return {**stored, **values}


def _tell(request: HttpRequest, *, uploaded: int, removed: bool, said: bool) -> None:
    """Say what has just happened, shown at the line somebody comes back to."""
    if uploaded:
        words = ngettext("%(number)s Datei ist angekommen.", "%(number)s Dateien sind angekommen.", uploaded)
        messages.success(request, words % {"number": uploaded})
    elif removed:
        messages.success(request, _("Die Datei ist entfernt."))
    elif said:
        messages.success(request, _("Ihre Antwort ist gespeichert."))
    else:
        messages.info(request, _("Sie haben noch keine Datei ausgewählt."))


def _shown(
    line: EvidenceLine, number: int, *, at: bool, errors: list[str], others: Mapping[UUID | None, str]
) -> dict[str, Any]:
    """A line as it is shown. What needs nothing more is folded up, unless somebody comes back to it.

    ``others``: who uploaded for the person, by standing.
    """
    words, kind, icon = _badge(line)
    return {
        "line": line,
        "number": number,
        "anchor": f"{AT}-{number}",
        "errors": errors,
        "is_at": at,
        "is_open": bool(at or errors or (line.item.required and not line.is_settled)),
        "badge": words,
        "kind": kind,
        "icon": icon,
        "files": [
            {
                "said": say(document),
                "uploaded_by": others.get(document.uploaded_by_standing_id, ""),
            }
            for document in line.documents
        ],
    }


def _badge(line: EvidenceLine) -> tuple[str, str, str]:
    """How a line stands: words, kind and icon of a badge. A paper that is missing is no mistake."""
    if not all(document.is_usable for document in line.documents):
        return _("bitte noch einmal"), "danger", "danger"
    if line.documents:
        number = len(line.documents)
        words = ngettext("%(number)s Datei ist da", "%(number)s Dateien sind da", number) % {"number": number}
        return words, "success", "success"
    if line.choice:
        return (_("kommt später") if line.choice == EvidenceChoice.LATER else _("nicht vorhanden")), "info", "check"
    if line.item.on_file:
        return _("liegt uns schon vor"), "success", "success"
    return (_("fehlt noch") if line.item.required else _("freiwillig")), "info", ""
