"""Who gets into Django's admin pages, and how far."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of

if TYPE_CHECKING:
    AnyAdmin = admin.ModelAdmin[Any]
else:
    AnyAdmin = admin.ModelAdmin


def is_administrator(request: HttpRequest) -> bool:
    """Whether the request comes from somebody who administers a jobcenter today."""
    return staff_actor_of(request).role is Role.ADMINISTRATOR


class ReadOnlyAdmin(AnyAdmin):
    """Administrators look; nobody adds, changes or deletes here."""

    show_full_result_count = False
    actions_on_top = True

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Administrators only."""
        return is_administrator(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Administrators only."""
        return is_administrator(request)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- Django's
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Nobody."""
        return False

    def actor(self, request: HttpRequest) -> Actor:
        """Return who looks, for queries and the audit trail."""
        return staff_actor_of(request, purpose="setup")
