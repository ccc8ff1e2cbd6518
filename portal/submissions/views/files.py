"""Hand out the two PDFs of a receipt."""

from collections.abc import Iterator
from typing import ClassVar
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from portal.cases.models import Actor
from portal.documents.models import StoredFile
from portal.documents.views import file_response
from portal.submissions.errors import ReceiptNotReady
from portal.submissions.models import Submission
from portal.submissions.services import open_confirmation, open_copy
from portal.submissions.views.reading import find_submission

ACCEPTED = 202
RETRY_AFTER = 10  # seconds


class _FileView(View):
    """GET: the file, or a friendly page as long as the worker has not made it (202)."""

    http_method_names = ["get", "head", "options"]
    purpose: ClassVar[str]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponseBase:
        """404 for submissions of others."""
        actor, submission = find_submission(request, pk, purpose=self.purpose)
        try:
            stored, pieces = self.open(actor, submission)
        except ReceiptNotReady:
            request.jobcenter_id = submission.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
            waiting = render(request, "submissions/not_ready.html", {"submission": submission}, status=ACCEPTED)
            waiting.headers["Retry-After"] = str(RETRY_AFTER)
            return waiting
        name = f"{self.title()} {submission.reference}.pdf"
        return file_response(pieces, name=name, media_type=stored.media_type, size=stored.size)

    def open(self, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
        """The stored file and its content; raises ReceiptNotReady."""
        raise NotImplementedError

    def title(self) -> str:
        """What the file is called before its number."""
        raise NotImplementedError


class ConfirmationFileView(_FileView):
    """The Eingangsbestätigung."""

    purpose = "receipt"

    def open(self, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
        """See above."""
        return open_confirmation(actor=actor, submission=submission)

    def title(self) -> str:
        """See above."""
        return _("Eingangsbestätigung")


class CopyFileView(_FileView):
    """The Kopie Ihrer Angaben."""

    purpose = "receipt_copy"

    def open(self, actor: Actor, submission: Submission) -> tuple[StoredFile, Iterator[bytes]]:
        """See above."""
        return open_copy(actor=actor, submission=submission)

    def title(self) -> str:
        """See above."""
        return _("Kopie Ihrer Angaben")
