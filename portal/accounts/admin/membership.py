"""Who works for the jobcenter."""

from typing import Any

from django.http import HttpRequest

from portal.accounts.admin.tenancy import TenantAdmin
from portal.accounts.forms.membership import StaffMembershipForm
from portal.accounts.models import StaffMembership


class StaffMembershipAdmin(TenantAdmin[StaffMembership]):
    """Staff of the jobcenter. A membership is ended by its last day, never deleted: cases and the log name it."""

    form = StaffMembershipForm
    can_delete = False
    list_display = ("display_name", "role", "team", "valid_from", "valid_to")
    list_filter = ("role",)
    list_select_related = ("team",)

    def save_model(self, request: HttpRequest, obj: StaffMembership, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's signature
        """Store, and let the account into the administration."""
        super().save_model(request, obj, form, change)
        if not obj.user.is_staff:
            obj.user.is_staff = True
            obj.user.save(update_fields=["is_staff"])
