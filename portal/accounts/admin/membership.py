"""Who works for the jobcenter."""

from typing import Any

from django.http import HttpRequest

from portal.accounts.admin.tenancy import TenantAdmin, signed_in_user
from portal.accounts.events import RESTRICTED_GIVEN, RESTRICTED_TAKEN
from portal.accounts.forms.membership import StaffMembershipForm
from portal.accounts.models import Absence, StaffMembership
from portal.accounts.services import record_office_data_event


class AbsenceAdmin(TenantAdmin[Absence]):
    """Who is away; people and leads enter it on a page of their own, too."""

    jobcenter_lookup = "membership__jobcenter"
    list_display = ("membership", "first_day", "last_day", "deputy")
    list_select_related = ("membership", "deputy")


class StaffMembershipAdmin(TenantAdmin[StaffMembership]):
    """Staff of the jobcenter. A membership is ended by its last day, never deleted: cases and the log name it."""

    form = StaffMembershipForm
    can_delete = False
    list_display = ("display_name", "role", "team", "valid_from", "valid_to", "opens_restricted")
    list_filter = ("role", "opens_restricted")
    list_select_related = ("team",)

    def save_model(self, request: HttpRequest, obj: StaffMembership, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's signature
        """Store, and let the account into the administration. Who gives or takes a function is in the audit trail."""
        before = StaffMembership.objects.filter(pk=obj.pk, opens_restricted=True).exists()
        super().save_model(request, obj, form, change)
        if before != obj.opens_restricted:
            event = RESTRICTED_GIVEN if obj.opens_restricted else RESTRICTED_TAKEN
            record_office_data_event(user=signed_in_user(request), event=event, subject=obj)
        if not obj.user.is_staff:
            obj.user.is_staff = True
            obj.user.save(update_fields=["is_staff"])
