"""The audit trail in the administration: to read, nothing else. The staff's AdminSite registers it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.audit.models import AuditEvent

if TYPE_CHECKING:
    BaseAdmin = admin.ModelAdmin[AuditEvent]
else:
    BaseAdmin = admin.ModelAdmin  # takes no type argument at run time


class AuditEventAdmin(BaseAdmin):
    """Newest first; the person behind a key is not shown here but looked up on purpose."""

    list_display = ("at", "label", "role", "purpose", "subject_type", "subject_id", "case_id")
    list_filter = ("role", "event")
    search_fields: ClassVar = ["=case_id", "=subject_id", "=actor_key"]
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False  # counting millions of rows says nothing

    @admin.display(description=_("Ereignis"))
    def label(self, event: AuditEvent) -> str:
        """What people read for the kind of event."""
        return event.label

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """Nobody: services write events."""
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        """Nobody."""
        return False


ADMIN_CLASSES: dict[type[Model], "type[admin.ModelAdmin[Any]]"] = {AuditEvent: AuditEventAdmin}
