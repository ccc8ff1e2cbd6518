"""The page after sending. It is the receipt: at once, without any worker, and printable."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from portal.cases.enums import Scope, Shown
from portal.cases.services import note_seen
from portal.submissions.domain.facts import gather_facts
from portal.submissions.views.reading import find_submission


class ConfirmationView(View):
    """GET: reference, time, files with hashes, what it means, what comes next. Never answers, never findings."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for submissions of others."""
        actor, submission = find_submission(request, pk, purpose="receipt")
        note_seen(actor=actor, case_id=submission.case_id, shown=[Shown.RECEIPT], subject=submission)
        request.jobcenter_id = submission.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        context: dict[str, Any] = {
            "submission": submission,
            "facts": gather_facts(submission),
            "receipt": submission.receipt,
            "may_follow": not actor.acting_for or actor.may(Scope.READ_DECISIONS, submission.case_id),
            "may_read_post": not actor.acting_for or actor.may(Scope.READ_POSTBOX, submission.case_id),
        }
        return render(request, "submissions/confirmation.html", context)
