"""The page of papers: upload now, say "later" or "I do not have it", remove. One form: whatever button is pressed,
every chosen file arrives.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from applications.catalogue.structure import Page
from applications.catalogue.walk import StepInstance, following, preceding
from applications.domain.draft import BERLIN
from applications.domain.evidence import (
    EvidenceLine,
    evidence_lines,
    new_proof,
    references,
    with_document,
    without_document,
)
from applications.enums import EvidenceChoice
from applications.services.draft import mark_seen, save_proof
from applications.views.drafts import DraftMixin
from applications.views.pages import step_url, tasks_url
from portal.documents.errors import UploadRefused
from portal.documents.models import Document
from portal.documents.selectors import waiting_documents
from portal.documents.services import receive_document, remove_document
from portal.ui.formats import format_file_size


class EvidenceView(DraftMixin, View):
    """GET: all lines. POST `go`: `upload` (stay), `next`, `back`, `later`; or `remove` with the id of a file."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- named by the address
        """Show the page."""
        return self._page(request, {})

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Keep everything that was sent, then go where the button leads; stay when a file was refused."""
        removed = request.POST.get("remove", "")
        if removed:
            self._remove(removed)
        self._choices(request)
        uploaded, refused = self._uploads(request)
        if refused:
            return self._page(request, refused)
        go = request.POST.get("go", "upload")
        if uploaded and go == "upload":
            words = ngettext("%(number)s Datei ist angekommen.", "%(number)s Dateien sind angekommen.", uploaded)
            messages.success(request, words % {"number": uploaded})
        if go == "upload" or removed:
            return redirect(request.path)
        self.keep(mark_seen(actor=self.actor, draft=self.draft, slug=self.here.slug))
        if go == "later":
            messages.success(request, _("Gespeichert. Sie können jederzeit weitermachen."))
            return redirect(tasks_url(draft_id))
        page = (
            preceding(self.course.walked, self.here.slug)
            if go == "back"
            else following(self.course.walked, self.here.slug)
        )
        return redirect(step_url(draft_id, page.slug)) if page else redirect("applications:review", draft_id=draft_id)

    @property
    def here(self) -> StepInstance:
        """The page in the walk."""
        return next(instance for instance in self.course.walked if instance.page is Page.EVIDENCE)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Uploaded and not sent yet, by id."""
        return {str(each.pk): each for each in waiting_documents(self.actor, case_id=self.draft.case_id)}

    def lines(self) -> tuple[EvidenceLine, ...]:
        """What the claim needs, as the answers stand now."""
        claim = self.course.claim(on=timezone.localdate(timezone=BERLIN), documents=references(self.documents.values()))
        return evidence_lines(claim, self.course.stored, self.documents, self.course.people)

    def _page(self, request: HttpRequest, refused: dict[str, str]) -> HttpResponse:
        lines = self.lines()
        context: dict[str, Any] = {
            "draft": self.draft,
            "here": self.here,
            "lines": [_shown(line, refused) for line in lines],
            "refused": [(message, f"datei-{key}") for key, message in refused.items()],
            "choices": EvidenceChoice.choices,
        }
        return render(request, "applications/evidence.html", context)

    def _choices(self, request: HttpRequest) -> None:
        """Save what was said about papers, where it differs."""
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

    def _uploads(self, request: HttpRequest) -> tuple[int, dict[str, str]]:
        """Take in all files; returns how many arrived and, by line, why one was refused."""
        uploaded, refused = 0, {}
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
                    )
                except UploadRefused as error:
                    refused[line.key] = _("%(name)s: %(reason)s") % {"name": file.name, "reason": error.message}
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

    def _remove(self, document_id: str) -> None:
        """Remove a file of this draft; one that is gone or foreign is simply not there."""
        line = next((line for line in self.lines() if any(str(d.pk) == document_id for d in line.documents)), None)
        if line is None:
            return
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


def _updated(values: Mapping[str, Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    """The stored line with these values."""
    return {**stored, **values}


def _shown(line: EvidenceLine, refused: dict[str, str]) -> dict[str, Any]:
    """A line with what the template cannot work out."""
    return {
        "line": line,
        "error": refused.get(line.key, ""),
        "id": line.key.replace(":", "-"),
        "files": [
            {
                "id": str(document.pk),
                "name": document.original_name,
                "pages": document.pages,
                "size": format_file_size(document.size),
            }
            for document in line.documents
        ],
    }
