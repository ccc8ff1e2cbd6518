"""What was handed in, without its content: number, time, kind, receipt."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.cases.services import note_list
from portal.desk.admin.access import ReadOnlyAdmin
from portal.submissions.models import Submission
from portal.submissions.selectors import submissions_visible_to


class SubmissionAdmin(ReadOnlyAdmin):
    """Of cases the administrator sees. The content stays closed here: it is read on the case page, which is audited."""

    list_display = ("reference", "received_at", "kind", "title", "receipt_issued")
    list_filter = ("kind",)
    search_fields = ("reference",)
    ordering = ("-received_at",)
    list_per_page = 50
    fields = (
        "reference",
        "kind",
        "title",
        "form_key",
        "form_version",
        "submitted_by_role",
        "received_at",
        "content_sha256",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out cases of other jobcenters, and never load the encrypted columns."""
        return submissions_visible_to(self.actor(request)).defer("content", "data")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Note that somebody looked at the list, and whether they searched."""
        note_list(actor=self.actor(request), searched=bool(request.GET.get(SEARCH_VAR)))
        return super().changelist_view(request, extra_context)

    @admin.display(description=_("Eingangsbestätigung"))
    def receipt_issued(self, submission: Submission) -> Any:
        """Return when the confirmation was made; None while it is still to come."""
        return submission.receipt.issued_at
