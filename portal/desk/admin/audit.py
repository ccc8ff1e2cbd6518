"""The audit trail, to be read only."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.audit.models import AuditEvent
from portal.cases.selectors import cases_visible_to
from portal.desk.admin.access import ReadOnlyAdmin


class AuditEventAdmin(ReadOnlyAdmin):
    """Events about cases of the administrator's own house, and events that belong to no case."""

    list_display = ("at", "what", "role", "purpose", "subject_type", "case_id")
    list_filter = ("role",)
    search_fields = ("event", "subject_id")
    ordering = ("-id",)
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out cases of other jobcenters."""
        cases = cases_visible_to(self.actor(request))
        return super().get_queryset(request).filter(Q(case_id__isnull=True) | Q(case_id__in=cases.values("pk")))

    @admin.display(description=_("Ereignis"))
    def what(self, event: AuditEvent) -> str:
        """Return the kind of event in words."""
        return event.label
