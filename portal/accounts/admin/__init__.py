"""Administration of jobcenters, offices, teams, staff and postcodes. portal.desk registers ``ADMIN_CLASSES``."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model

from portal.accounts.admin.jobcenter import JobcenterAdmin, LocalHolidayAdmin, OfficeAdmin, PostcodeAreaAdmin, TeamAdmin
from portal.accounts.admin.membership import AbsenceAdmin, StaffMembershipAdmin
from portal.accounts.admin.organisation import OrganisationAdmin
from portal.accounts.models import (
    Absence,
    Jobcenter,
    LocalHoliday,
    Office,
    Organisation,
    PostcodeArea,
    StaffMembership,
    Team,
)

ADMIN_CLASSES: dict[type[Model], type["ModelAdmin[Any]"]] = {
    Jobcenter: JobcenterAdmin,
    Office: OfficeAdmin,
    Team: TeamAdmin,
    StaffMembership: StaffMembershipAdmin,
    Absence: AbsenceAdmin,
    LocalHoliday: LocalHolidayAdmin,
    PostcodeArea: PostcodeAreaAdmin,
    Organisation: OrganisationAdmin,
}

__all__ = [
    "ADMIN_CLASSES",
    "AbsenceAdmin",
    "JobcenterAdmin",
    "LocalHolidayAdmin",
    "OfficeAdmin",
    "OrganisationAdmin",
    "PostcodeAreaAdmin",
    "StaffMembershipAdmin",
    "TeamAdmin",
]
