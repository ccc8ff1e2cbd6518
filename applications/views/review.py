"""Look at everything once more, then send."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from applications.catalogue.left_out import left_out
from applications.catalogue.progress import missing_in, progress
from applications.catalogue.summary import SummarySection, summarise
from applications.domain.before_sending import questions_before_sending
from applications.domain.draft import Course
from applications.domain.evidence import count_evidence, evidence_lines, references
from applications.models import Draft
from applications.permissions.draft import may_send
from applications.selectors.grant_period import period_known_to
from applications.services.submit import submit_draft
from applications.views.change import change_box, is_confirmed
from applications.views.drafts import DraftMixin
from applications.views.pages import (
    AT,
    counting_dates,
    last_hand,
    offers_to_secure,
    papers_to_come,
    secured_on,
    step_url,
)
from mailbox.selectors import apart_from_postbox
from portal.cases.enums import Shown
from portal.documents.selectors import by_every_id, usable_documents
from portal.law.dates import BERLIN
from portal.submissions.errors import DocumentNotThere
from portal.submissions.models import Submission
from portal.submissions.views import confirmation_with_code

FROM_REVIEW = "?zurueck=pruefen"
FILE_GONE = _(
    "Eine Datei wurde gerade in einem anderen Fenster entfernt. Bitte prüfen Sie Ihre Unterlagen und senden Sie dann "
    "noch einmal."
)


class ReviewView(DraftMixin, View):
    """GET: all answers, what is missing, what the rules would like to ask. Nothing here prevents sending."""

    shows = (Shown.ANSWERS, Shown.FILE_NAMES)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Show it."""
        today = timezone.localdate(timezone=BERLIN)
        documents = by_every_id(
            apart_from_postbox(usable_documents(self.actor, case_id=self.draft.case_id)).with_parts()
        )
        claim = self.course.claim(on=today, documents=references(documents))
        lines = evidence_lines(claim, self.course.counted, documents, self.course.people)
        count = count_evidence(claim, self.course.counted, documents)
        missing = {part.section.key: part.missing for part in progress(self.course.walked, self.course.stored)}
        period = period_known_to(self.actor, self.draft.case_id)
        context: dict[str, Any] = {
            "draft": self.draft,
            "sections": [
                _section(draft_id, part, missing[part.section.key], at=request.GET.get(AT, ""))
                for part in summarise(self.course.walked, self.course.stored, self.course.people)
            ],
            "missing": _missing(draft_id, self.course),
            "left_out": left_out(self.course.form, self.course.stored, self.course.counted, self.course.people),
            "missing_papers": [line.title for line in lines if line.item.required and not line.is_settled],
            "papers_to_come": papers_to_come(count),
            "papers": [line for line in lines if line.is_settled],
            "change": change_box(request, self.actor, self.draft, claim),
            "questions": questions_before_sending(claim, on=today, period=period),
            "form": self.course.form,
            "may_send": may_send(actor=self.actor, draft=self.draft),
            "last_hand": last_hand(self.draft, self.actor),
            "remarks_url": _remarks_url(draft_id, self.course),
            "may_secure": offers_to_secure(self.actor, self.course, self.draft),
            **counting_dates(
                self.course.form,
                today,
                self.course.granted_until,
                is_correction=self.draft.is_correction,
                secured=secured_on(self.actor, self.course, self.draft),
            ),
            "is_urgent": bool((self.course.counted.get("urgent") or {}).get("dangers")),
        }
        return render(request, "applications/review.html", context)


class SendView(DraftMixin, View):
    """POST: hand in as it is. A second tap leads to the same receipt. GET: where the address belongs to.

    The receipt is the answer itself for a guest who has no code yet: there it stands, and nowhere else.
    """

    shows = ()
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- a page loaded again
        """Not sent yet; what was sent has led to its receipt already."""
        return redirect("applications:review", draft_id=draft_id)

    def answer_to_closed(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        """The answer of the first tap may not have been seen."""
        shown = self._with_code(request, draft.submission) if draft.submission is not None else None
        return shown or super().answer_to_closed(request, draft)

    def _with_code(self, request: HttpRequest, submission: Submission) -> HttpResponse | None:
        return confirmation_with_code(request, self.actor, submission) if request.method == "POST" else None

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Send and show the receipt."""
        try:
            claim = self.course.claim(on=timezone.localdate(timezone=BERLIN))
            stepped_up = is_confirmed(request, self.draft, claim)
            submission = submit_draft(actor=self.actor, draft=self.draft, stepped_up=stepped_up)
        except DocumentNotThere:
            messages.warning(request, FILE_GONE)
            return redirect("applications:review", draft_id=draft_id)
        return self._with_code(request, submission) or redirect("submissions:confirmation", pk=submission.pk)


def _section(draft_id: UUID, part: SummarySection, missing: int, *, at: str) -> dict[str, Any]:
    """A section with an address to change each page and the number of answers it still lacks.

    It is open when something is missing, or when somebody comes back to a page of it (`at`).
    """
    blocks = [{"block": block, "url": step_url(draft_id, block.slug) + FROM_REVIEW} for block in part.blocks]
    return {
        "title": part.section.title,
        "anchor": f"abschnitt-{part.section.key}",
        "blocks": blocks,
        "missing": missing,
        "is_open": missing or any(block.slug == at for block in part.blocks),
    }


def _remarks_url(draft_id: UUID, course: Course) -> str:
    """Where something can be said in own words: the last page with a question called so. "" when there is none."""
    pages = [page.slug for page in course.walked if "remarks" in page.keys]
    return step_url(draft_id, pages[-1]) + FROM_REVIEW if pages else ""


def _missing(draft_id: UUID, course: Course) -> list[dict[str, Any]]:
    """Pages with unanswered questions, each once, with what is missing there."""
    found = ((instance, missing_in(instance, course.stored)) for instance in course.walked)
    return [
        {
            "title": instance.heading,
            "url": step_url(draft_id, instance.slug) + FROM_REVIEW,
            "labels": [lack.label for lack in lacks],
        }
        for instance, lacks in found
        if lacks
    ]
