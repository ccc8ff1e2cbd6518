"""Jobcenters, offices, teams, postcodes."""

from portal.accounts.admin.tenancy import TenantAdmin
from portal.accounts.forms.office import OfficeForm
from portal.accounts.models import Jobcenter, LocalHoliday, Office, PostcodeArea, Team


class JobcenterAdmin(TenantAdmin[Jobcenter]):
    """A jobcenter's own data; jobcenters come and go by operators only."""

    jobcenter_lookup = "pk"
    can_add = False
    can_delete = False
    list_display = ("name", "phone", "is_active")
    fields = (
        "name",
        "kind",
        "land",
        "phone",
        "email",
        "emergency_phone",
        "legal_texts",
        "housing_limits",
        "housing_ceiling_per_sqm",
        "sends_hints",
    )


class LocalHolidayAdmin(TenantAdmin[LocalHoliday]):
    """Holidays that only this place has; deadlines and waiting times count them."""

    list_display = ("day", "name")


class OfficeAdmin(TenantAdmin[Office]):
    """Addresses and opening hours."""

    form = OfficeForm
    list_display = ("name", "street", "postcode", "city", "is_default")


class TeamAdmin(TenantAdmin[Team]):
    """Teams."""

    list_display = ("name", "phone", "office")
    list_select_related = ("office",)


class PostcodeAreaAdmin(TenantAdmin[PostcodeArea]):
    """For which postcodes the jobcenter may be responsible."""

    list_display = ("postcode", "jobcenter")
    list_select_related = ("jobcenter",)
    search_fields = ("postcode",)
