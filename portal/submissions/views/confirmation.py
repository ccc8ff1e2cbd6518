"""The page after sending. It is the receipt: at once, without any worker, and printable."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View

from portal.accounts.models import User
from portal.cases.enums import Scope, Shown
from portal.cases.models import Actor
from portal.cases.models.after_sending import HelpAfterSending, help_after_sending
from portal.cases.services import note_seen
from portal.cases.views.guest_code import another_code, code_context, own_code
from portal.documents.views import file_response
from portal.notices.selectors import wants_question
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.sheet import sheet_with_code
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.views.reading import find_submission

PURPOSE = "receipt"


class ConfirmationView(View):
    """GET: reference, time, files with hashes, what it means, what comes next. Never answers, never findings.

    POST: the same with a code, for a guest who has begun without seeing one. The code stands in this answer only.
    """

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for submissions of others."""
        actor, submission = find_submission(request, pk, purpose=PURPOSE)
        return confirmation_page(request, actor, submission)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Everybody else is led to the page."""
        actor, submission = find_submission(request, pk, purpose=PURPOSE)
        return confirmation_with_code(request, actor, submission) or redirect("submissions:confirmation", pk=pk)


class SheetView(View):
    """POST `code`: a page to keep as PDF, with what the receipt says and the code, which comes with the form."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponseBase:
        """Only the guest's own code is printed; without it one is led back to the receipt."""
        actor, submission = find_submission(request, pk, purpose=PURPOSE)
        code = own_code(request, actor)
        if not code:
            return redirect("submissions:confirmation", pk=pk)
        note_seen(actor=actor, case_id=submission.case_id, shown=[Shown.RECEIPT], subject=submission)
        content = sheet_with_code(submission, code_context(code))
        return file_response(
            iter([content]), name=f"{submission.reference}.pdf", media_type="application/pdf", size=len(content)
        )


def confirmation_with_code(request: HttpRequest, actor: Actor, submission: Submission) -> HttpResponse | None:
    """The receipt with a code for the guest who has just sent without having seen one; None for everybody else."""
    code = another_code(request, actor)
    return confirmation_page(request, actor, submission, **code_context(code)) if code else None


def _asks_for_notices(request: HttpRequest, actor: Actor) -> bool:
    """Only in one's own affairs, only who was never asked."""
    return isinstance(request.user, User) and actor.acting_for is None and wants_question(request.user)


def _offered_help(actor: Actor, submission: Submission) -> list[HelpAfterSending]:
    """What others offer to who has just applied; not for staff."""
    if submission.kind != SubmissionKind.APPLICATION or not actor.is_citizen:
        return []
    return help_after_sending(actor, submission.case, submission.person)


def confirmation_page(request: HttpRequest, actor: Actor, submission: Submission, **context: Any) -> HttpResponse:
    """The receipt as a page."""
    offered = _offered_help(actor, submission)
    shown = [Shown.RECEIPT, *([Shown.APPOINTMENTS] if any(each.invited for each in offered) else [])]
    note_seen(actor=actor, case_id=submission.case_id, shown=shown, subject=submission)
    request.jobcenter_id = submission.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
    context |= {
        "submission": submission,
        "facts": gather_facts(submission),
        "receipt": submission.receipt,
        "may_follow": not actor.acting_for or actor.may(Scope.READ_DECISIONS, submission.case_id),
        "offered_help": offered,
        "asks_for_notices": _asks_for_notices(request, actor),
        "may_read_post": not actor.acting_for or actor.may(Scope.READ_POSTBOX, submission.case_id),
    }
    context["may_read_thread"] = actor.is_citizen and context["may_read_post"]
    response = render(request, "submissions/confirmation.html", context)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
